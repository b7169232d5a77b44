/** [C5] The comparisons one click away, and the visits that one of them counts from. */
import { Hono } from 'hono'
import { requireReader } from '../http/reader.ts'
import { refuse, respond } from '../http/respond.ts'
import { recordLook } from '../store/visits.ts'
import { findReadableText } from '../texts/find-readable.ts'
import { standingComparisons, textVisits } from '../texts/standing-comparisons.ts'
import type { TextDeps } from '../texts/text-deps.ts'

export function standingRoutes(deps: TextDeps): Hono {
  const signedIn = requireReader(deps)
  return new Hono()
    .get('/api/texts/:id/standing', signedIn, async c => {
      const reader = c.get('reader')
      const situation = await findReadableText(deps.db, reader, c.req.param('id'))
      if (!situation) return refuse(c, 'not-found')
      return respond<'GET /api/texts/:id/standing'>(c, await standingComparisons(deps, reader, situation))
    })
    .post('/api/texts/:id/visit', signedIn, async c => {
      const reader = c.get('reader')
      const situation = await findReadableText(deps.db, reader, c.req.param('id'))
      if (!situation) return refuse(c, 'not-found')
      await recordLook(deps.db, reader.person.id, textVisits(situation.text.id), deps.clock())
      return respond<'POST /api/texts/:id/visit'>(c, { ok: true })
    })
}
