/** What the facts of a text read as, per language, at this moment. */
import type { BilingualText } from './bilingual-text.ts'
import type { FactValues } from './canonical-form.ts'
import type { Fact } from './edition.ts'
import { renderValue, type WrittenValue } from './fact-value.ts'
import type { FactId } from './ids.ts'
import { LANGUAGES } from './language.ts'

/**
 * Every fact used in the text with its value. While a fact is open it stands in square brackets of its
 * language, with its value if one is proposed, else with its name.
 */
export function factValues(text: BilingualText, facts: readonly Fact[]): FactValues {
  const used = factsUsed(text)
  return Object.fromEntries(
    [...used].sort().map(id => [id, renderFact(facts.find(fact => fact.id === id))]),
  ) as FactValues
}

/** Ids of the facts that the text uses, in reading order of French, then Japanese. */
export function factsUsed(text: BilingualText): ReadonlySet<FactId> {
  return new Set(
    LANGUAGES.flatMap(language =>
      text[language].flatMap(({ content }) =>
        content.flatMap(inline => (inline.type === 'fact' ? [inline.fact] : [])),
      ),
    ),
  )
}

/** A fact that the edition does not know reads as an empty bracket. */
export function renderFact(
  fact: Pick<Fact, 'label' | 'value' | 'unit' | 'status'> | undefined,
): WrittenValue {
  const printed = fact?.value && renderValue(fact.value, fact.unit)
  if (fact?.status === 'confirmed' && printed) return printed
  const { fr, ja } = printed ?? fact?.label ?? { fr: '…', ja: '…' }
  return { fr: `[${fr}]`, ja: `［${ja}］` }
}
