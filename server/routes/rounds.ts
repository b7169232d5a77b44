/** [T3] [A1] [C6] The amendments and threads of a round, as a table. */
import { Hono } from 'hono'
import { requireReader } from '../http/reader.ts'
import { isRefusal, refuse, respond } from '../http/respond.ts'
import { readRoundView } from '../presenters/round-view.ts'
import { findRound } from '../rounds/find-round.ts'
import { findReadableVersion } from '../texts/find-readable.ts'
import type { TextDeps } from '../texts/text-deps.ts'

export function roundRoutes(deps: TextDeps): Hono {
  const signedIn = requireReader(deps)
  return new Hono().get('/api/versions/:id/round', signedIn, async c => {
    const reader = c.get('reader')
    const found = await findReadableVersion(deps.db, reader, c.req.param('id'))
    if (!found) return refuse(c, 'not-found')
    const { situation, version } = found
    const round = findRound(situation, reader.mandates, version)
    if (!round) return respond<'GET /api/versions/:id/round'>(c, null)
    const internal = c.req.query('internal') === 'own'
    const view = await readRoundView(deps, situation, reader.mandates, round, internal)
    if (isRefusal(view)) return refuse(c, view.refusal)
    return respond<'GET /api/versions/:id/round'>(c, view)
  })
}
