/** [T1] [T3] Which threads belong to a round, and what was said in them until it ended. */
import type { MandateId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { type Comment, isInternal, readPlace, type Thread } from '../../shared/model/thread.ts'
import type { RoundComment, RoundSpeaker, RoundThread } from '../../shared/protocol/round-views.ts'
import { findVersionIn, readableThreads } from '../comments/readable-threads.ts'
import type { Database } from '../store/database.ts'
import { commentsOfText, marksOfText, type ThreadMark } from '../store/threads.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import type { Round } from './find-round.ts'

export type ThreadOfRound = { readonly thread: Thread; readonly view: RoundThread }

/**
 * Those in which something was said between the transmission of the base and that of the version that followed, of
 * the threads that these mandates may read; shared ones only, unless `internal`. The oldest first.
 */
export async function threadsOfRound(
  db: Database,
  situation: TextSituation,
  mandates: readonly Mandate[],
  round: Round,
  internal: boolean,
): Promise<ThreadOfRound[]> {
  const threads = await readableThreads(db, situation, mandates)
  const comments = await commentsOfText(db, situation.text.id)
  const marks = await marksOfText(db, situation.text.id)
  return threads
    .filter(thread => internal || !isInternal(thread))
    .flatMap(thread => {
      const said = comments.get(thread.id) ?? []
      if (!said.some(({ at, deletedAt }) => deletedAt === null && isWithin(at, round))) return []
      return [{ thread, view: threadView(situation, round, thread, said, marks.get(thread.id) ?? []) }]
    })
}

function isWithin(at: string, { from, until }: Round): boolean {
  return at >= from && isUntil(at, until)
}

function isUntil(at: string, until: string | null): boolean {
  return until === null || at < until
}

function threadView(
  situation: TextSituation,
  { until }: Round,
  thread: Thread,
  comments: readonly Comment[],
  marks: readonly ThreadMark[],
): RoundThread {
  const speaker = (by: MandateId): RoundSpeaker => {
    const { title, side } = situation.mandates.get(by)!
    return { title, side }
  }
  const named = readPlace(thread.origin)!
  const said = comments.filter(({ at }) => isUntil(at, until))
  const last = marks.findLast(
    ({ kind, at }) => (kind === 'resolved' || kind === 'reopened') && isUntil(at, until),
  )
  const resolved = last?.kind === 'resolved' ? { at: last.at, by: speaker(last.by) } : null
  const since = {
    comments: comments.filter(({ at, deletedAt }) => deletedAt === null && !isUntil(at, until)).length,
    resolved: resolved === null && thread.resolved !== null,
  }
  return {
    id: thread.id,
    audience: thread.audience,
    origin: 'version' in named ? (findVersionIn(situation, named.version)?.label ?? null) : null,
    quote: thread.quote,
    by: speaker(thread.by),
    createdAt: thread.createdAt,
    comments: said.map(
      ({ id, by, at, body, editedAt, deletedAt }): RoundComment => ({
        id,
        by: speaker(by),
        at,
        body: deletedAt === null ? body : null,
        editedAt,
      }),
    ),
    resolved,
    since: since.comments > 0 || since.resolved ? since : null,
  }
}
