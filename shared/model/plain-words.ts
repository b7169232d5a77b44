/** A text as a file from outside can say it: words only, with the values of facts and the signs of brackets. */
import type { BilingualText, Block, Inline } from './bilingual-text.ts'
import { type FactValues, normalBlock } from './canonical-form.ts'
import type { Language } from './language.ts'

/** Without marks and notes, which plain text and our reading of HTML do not carry. */
export function asPlainWords(text: BilingualText, facts: FactValues): BilingualText {
  const blocks = (language: Language) =>
    text[language].map(
      (block): Block => normalBlock({ ...block, content: plainContent(block.content, language, facts) }),
    )
  return { fr: blocks('fr'), ja: blocks('ja') }
}

const SIGNS: { readonly [L in Language]: readonly [string, string] } = { fr: ['[', ']'], ja: ['［', '］'] }

function plainContent(content: readonly Inline[], language: Language, facts: FactValues): Inline[] {
  const [open, close] = SIGNS[language]
  const plain: Inline[] = []
  let bracket = ''
  const say = (text: string) => plain.push({ type: 'text', text })
  for (const inline of content) {
    const found = inline.type === 'text' ? inline.marks?.find(mark => mark.type === 'bracket') : undefined
    const id = found?.type === 'bracket' ? found.id : ''
    if (id !== bracket) {
      if (bracket) say(close)
      if (id) say(open)
      bracket = id
    }
    if (inline.type === 'text') say(inline.text)
    else if (inline.type === 'fact') say(facts[inline.fact]?.[language] ?? '')
    else if (inline.type === 'break') plain.push(inline)
  }
  if (bracket) say(close)
  return plain
}
