import { describe, expect, test } from 'vitest'
import { askedOf, correctionOf } from '../../../client/features/adoption/correction.ts'
import { keepsObjectsApart, reworded } from '../../../shared/integrate/reword.ts'
import { INLINE_OBJECT, type Inline, type Unit } from '../../../shared/model/bilingual-text.ts'

const fact = (id: string): Inline => ({ type: 'fact', fact: id as never })
const words = (text: string): Inline => ({ type: 'text', text })
const block = (id: string, ...content: Inline[]) =>
  ({ id: id as never, unit: 'u' as never, kind: 'paragraph', level: 1, content }) as const

const unit: Unit = {
  id: 'u' as never,
  fr: [block('f', words('De '), fact('a'), words(' et de '), fact('b'), words('.'))],
  ja: [block('j', fact('a'), words('と'), fact('b'), words('の。'))],
}
const facts = {
  a: { fr: '34 villes', ja: '34都市' },
  b: { fr: '34 villes', ja: '40都市' },
} as never

describe('[S1] the form of a corrigendum', () => {
  const correction = correctionOf(unit, 3, facts)
  const typed = (fr: string) => askedOf({ ...correction, shown: { ...correction.shown, fr: [fr] } }, facts)

  test('shows a fact by its value, and left alone asks for nothing', () => {
    expect(correction.shown.fr).toEqual(['De ⟦34 villes⟧ et de ⟦34 villes⟧.'])
    expect(correction.shown.ja).toEqual(['⟦34都市⟧と⟦40都市⟧の。'])
    expect(askedOf(correction, facts)).toBeNull()
  })

  test('keeps what is left alone, and takes other words where a fact was', () => {
    expect(typed('De ⟦34 villes⟧ et aussi de ⟦34 villes⟧.')!.after.fr).toEqual([
      `De ${INLINE_OBJECT} et aussi de ${INLINE_OBJECT}.`,
    ])
    const after = typed('De ⟦35 villes⟧ et de ⟦34 villes⟧.')!.after.fr[0]!
    expect(after).toBe(`De 35 villes et de ${INLINE_OBJECT}.`)
    expect(keepsObjectsApart(unit.fr[0]!, after)).toBe(true)
    expect(reworded(unit.fr[0]!, after).content).toEqual([
      words('De 35 villes et de '),
      fact('b'),
      words('.'),
    ])
  })

  test('a fact taken out between two corrections cannot be told from its neighbour', () => {
    const after = typed('Pour 35 villes et de ⟦34 villes⟧ !')!.after.fr[0]!
    expect(keepsObjectsApart(unit.fr[0]!, after)).toBe(false)
  })
})
