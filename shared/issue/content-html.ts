/** The words of a block as HTML, as they read in the pages of the product. */
import type { Block, Inline, Mark } from '../model/bilingual-text.ts'
import type { FactValues } from '../model/canonical-form.ts'
import type { Language } from '../model/language.ts'
import { isAllowedHref } from '../schema/allowed-href.ts'

/** Safe between tags and within double quotes. */
export function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export type ContentSetting = {
  readonly language: Language
  readonly facts: FactValues
  /** Number of the block's first note. */
  readonly firstNote: number
}

export function contentHtml({ content }: Pick<Block, 'content'>, setting: ContentSetting): string {
  let note = setting.firstNote
  return content
    .map(inline => {
      if (inline.type === 'note') return `<sup>${note++}</sup>`
      return inlineHtml(inline, setting)
    })
    .join('')
}

function inlineHtml(
  inline: Exclude<Inline, { type: 'note' }>,
  { language, facts }: Pick<ContentSetting, 'language' | 'facts'>,
): string {
  if (inline.type === 'break') return '<br>'
  if (inline.type === 'fact')
    return escaped(facts[inline.fact]?.[language] ?? (language === 'fr' ? '[…]' : '［…］'))
  return [...(inline.marks ?? [])]
    .sort((a, b) => ORDER.indexOf(b.type) - ORDER.indexOf(a.type))
    .reduce((inner, mark) => markHtml(inner, mark, language), escaped(inline.text))
}

/** Outermost first. */
const ORDER: readonly Mark['type'][] = ['bracket', 'link', 'bold', 'italic', 'underline', 'ruby']

function markHtml(inner: string, mark: Mark, language: Language): string {
  switch (mark.type) {
    case 'bold':
      return `<strong>${inner}</strong>`
    case 'italic':
      return `<em>${inner}</em>`
    case 'underline':
      return `<u>${inner}</u>`
    case 'link':
      return isAllowedHref(mark.href) ? `<a href="${escaped(mark.href)}">${inner}</a>` : inner
    case 'ruby': {
      const [open, close] = language === 'ja' ? ['（', '）'] : [' (', ')']
      return `<ruby>${inner}<rp>${open}</rp><rt>${escaped(mark.rt)}</rt><rp>${close}</rp></ruby>`
    }
    case 'bracket':
      // An adopted text has none; what a corrigendum quotes may.
      return language === 'ja' ? `［${inner}］` : `[${inner}]`
  }
}
