/** A round as one reader sees it: the texts, decisions and threads that the reader may read, and nothing of others. */
import type { UnitId } from '../../shared/model/ids.ts'
import { locateThread } from '../../shared/model/locate-thread.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { draftPlace, type Place, type Thread, versionPlace } from '../../shared/model/thread.ts'
import type { RoundEndView, RoundView } from '../../shared/protocol/round-views.ts'
import { anchorAt } from '../comments/anchor-at.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { isMember } from '../policies/membership.ts'
import type { Round, RoundEnd } from '../rounds/find-round.ts'
import { type PlacedThread, roundEntries } from '../rounds/round-entries.ts'
import { type RoundOutcomes, readRoundOutcomes, type TextOfRound } from '../rounds/round-outcomes.ts'
import { threadsOfRound } from '../rounds/round-threads.ts'
import { anchorsOfText } from '../store/threads.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { versionView } from './text-view.ts'
import { calledIn } from './threads-view.ts'

/** `internal`: with the threads of the reader's own side. `too-large` when the texts take too long to compare. */
export async function readRoundView(
  deps: Pick<TextDeps, 'db' | 'sync' | 'comparisons' | 'fates'>,
  situation: TextSituation,
  mandates: readonly Mandate[],
  round: Round,
  internal: boolean,
): Promise<RoundView | Refusal> {
  const outcomes = await readRoundOutcomes(deps, situation, round)
  if (isRefusal(outcomes)) return outcomes
  const threads = await placedThreads(deps, situation, mandates, round, outcomes, internal)
  const { texts, amendments, decisions } = outcomes
  const keys = new Set(amendments.map(({ key }) => key))
  const view = (record: Round['answer']) => versionView(situation, mandates, record)
  return {
    text: situation.text,
    base: view(round.base),
    answer: view(round.answer),
    end: endView(round.end, view),
    facts: { base: texts.base.facts, answer: texts.answer.facts, end: texts.end?.facts ?? {} },
    entries: roundEntries(outcomes, threads),
    detached: threads.filter(({ unit }) => unit === null).map(({ thread }) => thread),
    unplaced: decisions.filter(({ amendment }) => !keys.has(amendment)),
    internal: internal && isMember(mandates),
    mayAddInternal: isMember(mandates),
    called: calledIn(
      situation,
      threads.map(({ thread }) => thread),
    ),
  }
}

function endView(end: RoundEnd, view: (record: Round['answer']) => RoundView['answer']): RoundEndView {
  switch (end.state) {
    case 'transmitted':
      return { state: 'transmitted', version: view(end.version) }
    case 'draft':
      return { state: 'draft', draft: end.draft.id }
    default:
      return end
  }
}

async function placedThreads(
  { db }: Pick<TextDeps, 'db'>,
  situation: TextSituation,
  mandates: readonly Mandate[],
  round: Round,
  outcomes: RoundOutcomes,
  internal: boolean,
): Promise<PlacedThread[]> {
  const threads = await threadsOfRound(db, situation, mandates, round, internal)
  const anchors = await anchorsOfText(db, situation.text.id)
  const places = placesOf(round, outcomes)
  const unitOf = (thread: Thread): UnitId | null => {
    for (const { place, text } of places) {
      const location = locateThread(anchorAt(situation, thread, anchors.get(thread.id)!, place), text)
      if (location.state !== 'detached') return location.unit
    }
    return null
  }
  return threads.map(({ thread, view }) => ({ thread: view, unit: unitOf(thread) }))
}

type PlaceOfRound = { readonly place: Place; readonly text: TextOfRound['text'] }

/** Where a thread of the round is looked for, the answer first: its order is that of the table. */
function placesOf({ base, answer, end }: Round, { texts }: RoundOutcomes): PlaceOfRound[] {
  const last =
    end.state === 'transmitted'
      ? versionPlace(end.version.id)
      : end.state === 'draft'
        ? draftPlace(end.draft.id)
        : null
  return [
    { place: versionPlace(answer.id), text: texts.answer.text },
    ...(last && texts.end ? [{ place: last, text: texts.end.text }] : []),
    { place: versionPlace(base.id), text: texts.base.text },
  ]
}
