/**
 * [D4] What happened since an instant, as far as one reader may know of it and without what the reader did: the
 * first page and the digest by mail are made of it.
 */
import type { NewsView, TextNews } from '../../shared/protocol/news-views.ts'
import type { Readership } from '../http/reader.ts'
import { mayReadText } from '../policies/policies.ts'
import { readActViews } from '../presenters/act-view.ts'
import { listMandatesOf } from '../store/people.ts'
import { textsOfEdition } from '../store/texts.ts'
import { lastVisit } from '../store/visits.ts'
import { textVisits } from '../texts/standing-comparisons.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { readTextSituation } from '../texts/text-situation.ts'
import { readTextNews } from './text-news.ts'
import { readThreadNews } from './thread-news.ts'

/** Acts shown at most; the plan's page has the rest. */
const MOST_ACTS = 100

/**
 * `since`: ISO 8601 UTC; null for somebody who was never here, to whom no word of a text is new. With
 * `fromTextVisits`, the changes of a text that the reader visited after that count from there, and threads that the
 * reader has read are left out.
 */
export async function readNews(
  deps: TextDeps,
  reader: Readership,
  since: string | null,
  { fromTextVisits = false }: { readonly fromTextVisits?: boolean } = {},
): Promise<NewsView> {
  const { db, clock } = deps
  const { person, mandates, edition } = reader
  const own = new Set((await listMandatesOf(db, person.id, edition.id)).map(({ id }) => id))
  const acts = await readActViews(db, edition.id, mandates, {
    limit: MOST_ACTS,
    except: own,
    ...(since === null ? {} : { since }),
  })
  if (since === null) return { since, texts: [], acts }
  const texts: TextNews[] = []
  for (const text of await textsOfEdition(db, edition.id)) {
    if (!mayReadText(mandates, text)) continue
    const visit = fromTextVisits ? await lastVisit(db, person.id, textVisits(text.id), clock()) : null
    const situation = await readTextSituation(db, edition, text)
    const begin = visit !== null && visit > since ? visit : since
    const threads = await readThreadNews(db, reader, { situation, since, unreadOnly: fromTextVisits })
    const news = await readTextNews(deps, reader, { situation, own, since: begin, threads })
    if (news) texts.push(news)
  }
  return { since, texts, acts }
}
