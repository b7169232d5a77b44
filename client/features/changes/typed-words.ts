/**
 * Words of a block as they are typed in a plain field: what is no text (a fact, a note, a break) stands in ⟦ ⟧ by
 * what it reads as, and is told by its place. `plainText` has one U+FFFC for each.
 */
import { type Block, INLINE_OBJECT } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Language } from '../../../shared/model/language.ts'

/** « Réunis à ⟦Cannes⟧ » */
export function fieldWords(block: Pick<Block, 'content'>, language: Language, facts: FactValues): string {
  return block.content
    .map(inline => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'fact') return `⟦${facts[inline.fact]?.[language] ?? '…'}⟧`
      return inline.type === 'note' ? '⟦*⟧' : '⟦↵⟧'
    })
    .join('')
}

/** As `plainText` would have it. A line that was broken in the field goes on: paragraphs are fields of their own. */
export function plainOfField(typed: string, language: Language): string {
  return typed
    .replaceAll(/⟦[^⟦⟧]*⟧/g, INLINE_OBJECT)
    .replaceAll(/[ \t]*\r?\n[ \t]*/g, language === 'fr' ? ' ' : '')
    .trim()
}
