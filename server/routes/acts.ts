/** The log of acts, as far as the reader may see it. */
import { Hono } from 'hono'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { respond } from '../http/respond.ts'
import { readActViews } from '../presenters/act-view.ts'

export function actRoutes(deps: Deps): Hono<ReaderEnv> {
  return new Hono<ReaderEnv>().get('/api/acts', requireReader(deps), async c => {
    const { edition, mandates } = c.get('reader')
    return respond<'GET /api/acts'>(c, await readActViews(deps.db, edition.id, mandates))
  })
}
