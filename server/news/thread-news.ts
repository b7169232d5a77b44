/** The threads of a text in which others said or did something, by the unit where they hang now. */
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { locateThread } from '../../shared/model/locate-thread.ts'
import type { Place } from '../../shared/model/thread.ts'
import type { ThreadNews } from '../../shared/protocol/news-views.ts'
import type { ThreadView } from '../../shared/protocol/thread-views.ts'
import type { Readership } from '../http/reader.ts'
import { calledIn, callsReader, readThreadViews } from '../presenters/threads-view.ts'
import type { Database } from '../store/database.ts'
import { newest } from '../texts/standing-comparisons.ts'
import type { TextSituation } from '../texts/text-situation.ts'

/** A thread with news, and what is known of where it hangs. */
export type FoundThreadNews = { readonly news: ThreadNews; readonly anchor: ThreadView['anchor'] }

export type ThreadNewsInput = {
  readonly situation: TextSituation
  /** ISO 8601 UTC. */
  readonly since: string
  /** Leave out the threads that the reader has read to their end. */
  readonly unreadOnly: boolean
}

/** Where the threads of a text are read and opened: what stands now to the reader. Undefined where nothing does. */
export function placeOfThreads(
  situation: TextSituation,
  { mandates }: Pick<Readership, 'mandates'>,
): Place | undefined {
  // References of comparisons to drafts and versions are written like places.
  return newest(mandates, situation) as Place | undefined
}

/** The oldest first. */
export async function readThreadNews(
  db: Database,
  { person, mandates }: Readership,
  { situation, since, unreadOnly }: ThreadNewsInput,
): Promise<FoundThreadNews[]> {
  const place = placeOfThreads(situation, { mandates })
  if (!place) return []
  const reader = { person: person.id, mandates }
  const isNew = ({ at, by }: { readonly at: string; readonly by: { readonly mine: boolean } }) =>
    at > since && !by.mine
  const found: FoundThreadNews[] = []
  for (const view of await readThreadViews(db, situation, reader, place)) {
    if (unreadOnly && !view.unread) continue
    const comments = view.comments.filter(comment => comment.deletedAt === null && isNew(comment))
    const marks = view.marks.filter(isNew)
    if (comments.length === 0 && marks.length === 0) continue
    const { id, audience, quote, anchor } = view
    const callsMe = comments.some(({ body }) => callsReader(reader, body ?? ''))
    const called = calledIn(situation, [{ comments }])
    found.push({ news: { thread: id, audience, place, quote, comments, marks, callsMe, called }, anchor })
  }
  return found
}

/** By unit of the text as it stands; those whose unit is gone, or whose text cannot be read, are detached. */
export function byUnit(
  threads: readonly FoundThreadNews[],
  text: BilingualText | null,
): {
  readonly of: ReadonlyMap<UnitId, readonly ThreadNews[]>
  readonly detached: readonly ThreadNews[]
} {
  const of = new Map<UnitId, ThreadNews[]>()
  const detached: ThreadNews[] = []
  for (const { news, anchor } of threads) {
    const location = text ? locateThread(anchor, text) : { state: 'detached' as const }
    if (location.state === 'detached') detached.push(news)
    else of.set(location.unit, [...(of.get(location.unit) ?? []), news])
  }
  return { of, detached }
}
