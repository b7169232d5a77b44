/** The edition with its plan, organisations, workshops and facts. */
import { Hono } from 'hono'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { refuse, respond } from '../http/respond.ts'
import { mayReadEdition } from '../policies/policies.ts'
import { readEditionView } from '../presenters/edition-view.ts'

export function editionRoutes(deps: Deps): Hono<ReaderEnv> {
  return new Hono<ReaderEnv>().get('/api/edition', requireReader(deps), async c => {
    const { edition, mandates } = c.get('reader')
    if (!mayReadEdition(mandates)) return refuse(c, 'not-found')
    return respond<'GET /api/edition'>(c, await readEditionView(deps.db, edition))
  })
}
