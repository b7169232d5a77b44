import { readAwaiting } from '../news/read-awaiting.ts'
import { readNews } from '../news/read-news.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { DigestSources } from './send-digests.ts'

/** The digest says what the first page says. */
export function digestSources(deps: TextDeps): DigestSources {
  return {
    news: (reader, since) => readNews(deps, reader, since),
    awaiting: reader => readAwaiting(deps, reader),
  }
}
