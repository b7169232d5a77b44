/** [A6] How far a text has converged, by stage and by section. */
import { Hono } from 'hono'
import type { Deps } from '../app.ts'
import { readConvergence } from '../convergence/read-convergence.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { refuse, respond } from '../http/respond.ts'
import { findReadableText } from '../texts/find-readable.ts'

export function convergenceRoutes(deps: Deps): Hono<ReaderEnv> {
  return new Hono<ReaderEnv>().get('/api/texts/:id/convergence', requireReader(deps), async c => {
    const reader = c.get('reader')
    const situation = await findReadableText(deps.db, reader, c.req.param('id'))
    if (!situation) return refuse(c, 'not-found')
    const view = await readConvergence(deps, situation, reader.mandates)
    return respond<'GET /api/texts/:id/convergence'>(c, view)
  })
}
