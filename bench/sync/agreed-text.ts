/** A text of so many units with words in both languages, for rooms where they are locked. */
import type { BilingualText, Block } from '../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../shared/model/ids.ts'

export function agreedText(count: number): BilingualText {
  const blocks = (language: string, words: string) =>
    Array.from(
      { length: count },
      (_, n): Block => ({
        id: `${language}-${n}` as BlockId,
        unit: `agreed-${n}` as UnitId,
        kind: 'paragraph',
        level: 1,
        content: [{ type: 'text', text: words.repeat(8) }],
      }),
    )
  return {
    fr: blocks('fr', 'Nous coopérons durablement avec nos partenaires. '),
    ja: blocks('ja', '私たちは持続的に協力する。'),
  }
}
