/** Whether a text does what a decision says: the record is held against what the three texts show. */
import type { Fate, Outcome } from './amendment.ts'
import type { BilingualText, Block } from './bilingual-text.ts'
import type { UnitId } from './ids.ts'
import { LANGUAGES, type Language } from './language.ts'

/** A fate as computed; a language that the amendment does not change has none. */
export type KnownFate = {
  readonly fate: Fate
  readonly in: readonly UnitId[]
} & { readonly [L in Language]: Fate | null }

const SAYS: { readonly [O in Exclude<Outcome, 'reserved'>]: Fate } = {
  accepted: 'taken',
  modified: 'in-part',
  rejected: 'not-taken',
}

/**
 * True when `text` does something else than the decision says. A reserved amendment should stand in brackets, in
 * each language that it changes.
 */
export function decisionDiffers(outcome: Outcome, fate: KnownFate, text: BilingualText): boolean {
  if (outcome !== 'reserved') return fate.fate !== SAYS[outcome]
  const units = new Set(fate.in)
  return LANGUAGES.some(
    language =>
      fate[language] !== null && !text[language].some(block => units.has(block.unit) && hasBracket(block)),
  )
}

function hasBracket({ content }: Block): boolean {
  return content.some(
    inline => inline.type === 'text' && !!inline.marks?.some(mark => mark.type === 'bracket'),
  )
}
