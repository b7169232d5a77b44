/** [C6] [M3] The round of an answer with the eyes of one reader: what may not be read ends no round. */
import type { Draft } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { continuesOther } from '../../shared/model/round.ts'
import { answerTo } from '../amendments/open-answer.ts'
import { answeredBefore } from '../amendments/version-fates.ts'
import { mayReadDraft } from '../policies/policies.ts'
import type { VersionRecord } from '../store/versions.ts'
import { type TextSituation, versionsFor } from '../texts/text-situation.ts'

export type Round = {
  readonly base: VersionRecord
  readonly answer: VersionRecord
  readonly end: RoundEnd
  /** Half-open span of the round, ISO 8601 UTC; null while it goes on. */
  readonly from: string
  readonly until: string | null
}

/** See `RoundEndView`. */
export type RoundEnd =
  | { readonly state: 'transmitted'; readonly version: VersionRecord }
  | { readonly state: 'draft'; readonly draft: Draft }
  | { readonly state: 'waiting' }
  | { readonly state: 'passed' }

/** Undefined for a version that answers nothing that these mandates may read. They must be such as may read `answer`. */
export function findRound(
  situation: TextSituation,
  mandates: readonly Mandate[],
  answer: VersionRecord,
): Round | undefined {
  const readable = versionsFor(situation, mandates)
  const later = readable.filter(({ number }) => number > answer.number)
  for (const version of later) {
    const answered = answeredBefore(situation, mandates, version)
    if (answered?.answer.id !== answer.id) continue
    return roundOf(answered.base, answer, { state: 'transmitted', version }, version.madeAt)
  }

  const draft = situation.openDrafts.find(
    open =>
      mayReadDraft(mandates, situation.text, open) && answerTo(situation.versions, open)?.id === answer.id,
  )
  const baseId = draft?.base ?? (continuesOther(answer, readable) ? answer.base : null)
  const base = readable.find(({ id }) => id === baseId)
  if (!base) return undefined
  if (draft) return roundOf(base, answer, { state: 'draft', draft }, null)

  // Both sides together went on from the answer: the text says what became of it, though nothing was decided.
  const [next] = later
  if (next?.origin === 'transmission' && next.side === null)
    return roundOf(base, answer, { state: 'transmitted', version: next }, next.madeAt)
  return roundOf(base, answer, { state: next ? 'passed' : 'waiting' }, next?.madeAt ?? null)
}

function roundOf(base: VersionRecord, answer: VersionRecord, end: RoundEnd, until: string | null): Round {
  return { base, answer, end, from: base.madeAt, until }
}
