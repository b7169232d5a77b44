import { describe, expect, it } from 'vitest'
import { demoTexts } from '../../../server/editions/demo/demonstration.ts'
import { alignSources } from '../../../server/import/align-sources.ts'
import type { Block } from '../../../shared/model/bilingual-text.ts'
import type { Language } from '../../../shared/model/language.ts'

const { text: declaration } = demoTexts.versions[0]!

/** As somebody would paste it from a word processor, with numbers and bullets as characters. */
function pasted(blocks: readonly Block[], language: Language): string {
  let number = 0
  return blocks
    .map(({ kind, content }) => {
      const words = content.map(inline => (inline.type === 'text' ? inline.text : '')).join('')
      number = kind === 'commitment' || kind === 'number' ? number + 1 : 0
      if (kind === 'bullet') return `${language === 'fr' ? '• ' : '・'}${words}`
      return number ? `${number}${language === 'fr' ? '. ' : '．'}${words}` : words
    })
    .join('\n')
}

describe('a whole declaration pasted as plain text', () => {
  const alignment = alignSources({
    fr: { format: 'plain', content: pasted(declaration.fr, 'fr') },
    ja: { format: 'plain', content: pasted(declaration.ja, 'ja') },
  })
  if ('refusal' in alignment) throw new Error(alignment.refusal)

  it.each(['fr', 'ja'] as const)('[U3] gets the kinds and levels it had (%s)', language => {
    const found = alignment.rows.flatMap(row => row[language])
    const shape = ({ kind, level }: { kind: string; level: number }) => `${kind}${level}`
    const right = found.filter((block, index) => shape(block) === shape(declaration[language][index]!))
    expect(found).toHaveLength(declaration[language].length)
    expect(right.length / found.length).toBeGreaterThanOrEqual(0.95)
  })

  it('[U1] is aligned as its authors aligned it, but for a row or two', () => {
    const unitOf = (language: Language) => {
      let index = 0
      return () => declaration[language][index++]!.unit
    }
    const [french, japanese] = [unitOf('fr'), unitOf('ja')]
    const wrong = alignment.rows.filter(row => {
      const units = [...row.fr.map(french), ...row.ja.map(japanese)]
      return new Set(units).size !== 1
    })
    expect(wrong.length).toBeLessThanOrEqual(2)
  })
})
