/**
 * Comparing without holding up those who type: two declarations take a few milliseconds and are compared
 * at once; long texts, of which a hostile pair takes seconds, in a thread of their own.
 */
import { type Comparison, type ComparisonOptions, compareTexts } from '../../shared/compare/comparison.ts'
import { type BilingualText, plainText } from '../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import type { Refusal } from '../http/respond.ts'
import { runInThread } from '../threads/run-in-thread.ts'

/** Characters of all texts together. Two declarations have some 25,000; 60,000 take 0.2 s at the very worst. */
export const MOST_AT_ONCE = 60_000
export const PATIENCE_MS = 30_000
const WORKER = new URL('./compare-worker.ts', import.meta.url)

/** `too-large` when it takes longer than `patience`, in milliseconds. */
export async function compareBeside(
  from: BilingualText,
  to: BilingualText,
  options: ComparisonOptions = {},
  patience = PATIENCE_MS,
): Promise<Comparison | Refusal> {
  if (isQuick(from, to)) return compareTexts(from, to, options)
  return runInThread<Comparison>(WORKER, { from, to, options } satisfies ComparisonTask, patience)
}

/** What the thread is given. */
export type ComparisonTask = {
  readonly from: BilingualText
  readonly to: BilingualText
  readonly options: ComparisonOptions
}

/** Whether comparing these two holds nobody up. */
export function isQuick(from: BilingualText, to: BilingualText): boolean {
  return charactersOf(from) + charactersOf(to) <= MOST_AT_ONCE
}

export function charactersOf(text: BilingualText): number {
  return LANGUAGES.flatMap(language => text[language]).reduce(
    (sum, block) => sum + plainText(block).length,
    0,
  )
}
