/** [R5] What a text that is about to leave makes of the amendments it had to decide, as the other side will see it. */
import type { AmendmentFates } from '../../shared/protocol/views.ts'
import type { HashedText } from '../comparisons/comparison-cache.ts'
import { isRefusal } from '../http/respond.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { amendmentFates } from './amendment-fates.ts'
import type { OpenAnswer } from './open-answer.ts'
import { leavingDecisions } from './transmitted-decisions.ts'

/** Null when the texts take too long to compare: nothing stops a transmission because of that. */
export async function leavingFates(
  deps: Pick<TextDeps, 'comparisons' | 'fates'>,
  open: OpenAnswer,
  departure: HashedText,
): Promise<AmendmentFates | null> {
  const texts = { ...open.texts, following: departure }
  const fates = await amendmentFates(deps, texts, leavingDecisions(open).content.decisions)
  return isRefusal(fates) ? null : fates
}
