import { describe, expect, test } from 'vitest'
import type { BilingualText, Inline } from '../../../shared/model/bilingual-text.ts'
import { canonicalForm, canonicalHash, parseCanonicalForm } from '../../../shared/model/canonical-form.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'

const textOf = (content: readonly Inline[]): BilingualText => ({
  fr: [{ unit: 'u1' as UnitId, level: 1, kind: 'paragraph', id: 'b1' as BlockId, content }],
  ja: [],
})

describe('the canonical form', () => {
  test('[R4] is written down exactly: another program can recompute the hash', async () => {
    const form = canonicalForm(textOf([{ type: 'text', text: 'Échange', marks: [{ type: 'bold' }] }]), {})
    expect(form).toBe(
      '{"facts":{},"format":"concordance-text/1","fr":[{"content":[{"marks":[{"type":"bold"}],"text":"Échange","type":"text"}],"id":"b1","kind":"paragraph","level":1,"unit":"u1"}],"ja":[]}',
    )
    const { createHash } = await import('node:crypto')
    expect(await canonicalHash(form)).toBe(createHash('sha256').update(form, 'utf8').digest('hex'))
  })

  test('[C7] does not depend on the order of keys, the order of marks, split texts or composed accents', () => {
    const marks = [{ type: 'italic' }, { type: 'bold' }] as const
    const whole = canonicalForm(textOf([{ type: 'text', text: 'échange', marks }]))
    const parts = canonicalForm(
      textOf([
        { marks: [...marks].reverse(), text: 'e\u0301cha', type: 'text' },
        { type: 'text', text: '' },
        { type: 'text', text: 'nge', marks: [...marks].reverse() },
      ]),
    )
    expect(parts).toBe(whole)
  })

  test('an accent split off into the next run composes with its letter', () => {
    const form = canonicalForm(
      textOf([
        { type: 'text', text: 'caf' },
        { type: 'text', text: 'e' },
        { type: 'text', text: '\u0301' },
      ]),
    )
    expect(form).toContain('"café"')
  })

  test('a text is read back from its form, and what is not one is refused', () => {
    const text = textOf([{ type: 'text', text: '日仏' }])
    expect(parseCanonicalForm(canonicalForm(text)).text).toEqual(text)
    expect(() => parseCanonicalForm('{"format":"other"}')).toThrow('concordance-text/1')
  })
})
