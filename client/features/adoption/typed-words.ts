/**
 * The words of a block as a form shows them, and back. A shared fact, a note or a break cannot be typed: it is shown in
 * ⟦ ⟧ by what it reads as. Left alone it stays; other words in the same marks take its place as plain text.
 */
import { type Block, INLINE_OBJECT, type Inline } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Language } from '../../../shared/model/language.ts'

export function shownWords(block: Block, language: Language, facts: FactValues): string {
  return block.content
    .map(inline => (inline.type === 'text' ? inline.text : `⟦${reading(inline, language, facts)}⟧`))
    .join('')
}

/** As the server takes them: plain words, each object that was left alone as U+FFFC. */
export function typedWords(shown: string, block: Block, language: Language, facts: FactValues): string {
  const readings = block.content.flatMap(inline =>
    inline.type === 'text' ? [] : [reading(inline, language, facts)],
  )
  let from = 0
  return shown.replaceAll(/⟦([^⟦⟧]*)⟧/gu, (_, words: string) => {
    const at = readings.indexOf(words, from)
    if (at < 0) return words
    from = at + 1
    return INLINE_OBJECT
  })
}

function reading(inline: Exclude<Inline, { readonly type: 'text' }>, language: Language, facts: FactValues) {
  if (inline.type === 'fact') return facts[inline.fact]?.[language] ?? '…'
  return inline.type === 'note' ? inline.text : '↵'
}
