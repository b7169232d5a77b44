/** The open threads of a text that await one reader: one is called in them and has not read it, or has them in hand. */
import { readComment } from '../../shared/model/comment-body.ts'
import { firstWords } from '../../shared/model/first-words.ts'
import type { Place } from '../../shared/model/thread.ts'
import type { AwaitingView } from '../../shared/protocol/news-views.ts'
import type { ThreadView } from '../../shared/protocol/thread-views.ts'
import type { Readership } from '../http/reader.ts'
import { callsReader, readThreadViews } from '../presenters/threads-view.ts'
import type { Database } from '../store/database.ts'
import { readsOfText } from '../store/threads.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { placeOfThreads } from './thread-news.ts'

/** Characters shown of a comment. */
const FIRST_WORDS = 90

export async function readAwaitingThreads(
  db: Database,
  situation: TextSituation,
  { person, mandates }: Readership,
): Promise<AwaitingView[]> {
  const place = placeOfThreads(situation, { mandates })
  if (!place) return []
  const reader = { person: person.id, mandates }
  const reads = await readsOfText(db, person.id, situation.text.id)
  // What was said to a whole side before one came is not said to one.
  const firstDay = mandates.map(({ startsAt }) => startsAt).sort()[0] ?? ''
  const views = await readThreadViews(db, situation, reader, place)
  return views.flatMap(view => {
    if (view.resolved) return []
    const read = reads.get(view.id) ?? firstDay
    const calling = view.comments.find(
      ({ at, by, body }) => at > read && !by.mine && callsReader(reader, body ?? ''),
    )
    if (calling) return [awaiting('mention', situation, place, view, calling)]
    if (!view.assignee?.mine) return []
    const given = view.marks.findLast(mark => mark.kind === 'assigned')
    // Whoever takes a thread in hand, or begins it for themselves, knows what it says.
    const last = view.comments.findLast(({ body }) => body !== null)
    const { at, by } = given ?? { at: view.createdAt, by: view.by }
    return [awaiting('assigned', situation, place, view, { at, by, body: last?.body ?? '' })]
  })
}

function awaiting(
  kind: 'mention' | 'assigned',
  { text }: TextSituation,
  place: Place,
  { id, audience, anchor }: ThreadView,
  { at, by, body }: Pick<ThreadView['comments'][number], 'at' | 'by' | 'body'>,
): AwaitingView {
  return {
    ...{ kind, at, text: text.id, thread: id, audience, place, unit: anchor.unit, by },
    words: saidIn(body ?? ''),
  }
}

/** The first words of a comment of its author's own, without those whom it calls. */
function saidIn(body: string): string {
  const lines = readComment(body).flatMap(({ quote, lines: said }) => (quote ? [] : said))
  const words = lines.map(line => line.map(piece => (piece.type === 'mention' ? '' : piece.text)).join(''))
  const text = words.join(' ').replaceAll(/\s+/gu, ' ')
  return firstWords({ content: [{ type: 'text', text }] }, FIRST_WORDS)
}
