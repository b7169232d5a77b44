/** A text as a file from outside can say it: words only, with the values of facts and the signs of brackets. */
import type { BilingualText, Block, Inline } from './bilingual-text.ts'
import { BRACKET_SIGNS } from './bracket-signs.ts'
import { bracketSpans, edgesAt } from './bracket-spans.ts'
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

function plainContent(content: readonly Inline[], language: Language, facts: FactValues): Inline[] {
  const spans = bracketSpans(content)
  const { opens, closes } = BRACKET_SIGNS[language]
  const plain: Inline[] = []
  const say = (text: string) => plain.push({ type: 'text', text })
  let at = 0
  for (const inline of content) {
    say(opens.repeat(edgesAt(spans, at).opens.length))
    if (inline.type === 'text') say(inline.text)
    else if (inline.type === 'fact') say(facts[inline.fact]?.[language] ?? '')
    else if (inline.type === 'break') plain.push(inline)
    at += inline.type === 'text' ? inline.text.length : 1
    say(closes.repeat(edgesAt(spans, at).closes.length))
  }
  return plain
}
