/** The edition with its plan, organisations, workshops and facts; its organiser says anew what it is. */
import { Hono } from 'hono'
import { newEdition } from '../../shared/protocol/bodies.ts'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { organiserMandate, requireOrganiser } from '../http/require-organiser.ts'
import { body, refuse, respond } from '../http/respond.ts'
import { mayReadEdition } from '../policies/policies.ts'
import { readEditionView } from '../presenters/edition-view.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { getCurrentEdition, hasTransmitted, updateEdition } from '../store/editions.ts'

export function editionRoutes(deps: Deps): Hono<ReaderEnv> {
  const { db, clock, events } = deps
  return new Hono<ReaderEnv>()
    .get('/api/edition', requireReader(deps), async c => {
      const { edition, mandates } = c.get('reader')
      if (!mayReadEdition(mandates)) return refuse(c, 'not-found')
      return respond<'GET /api/edition'>(c, await readEditionView(db, edition))
    })
    .put('/api/edition', requireReader(deps), requireOrganiser, body(newEdition), async c => {
      const reader = c.get('reader')
      const given = c.req.valid('json')
      const { id, demonstration } = reader.edition
      const after = { ...given, id, demonstration }
      const { name, place, startsOn, endsOn, zone, penholder } = given
      const changed = await db.transaction().execute(async trx => {
        // Asked inside, so that nothing comes between.
        const before = await getCurrentEdition(trx)
        if (penholder !== before?.penholder && (await hasTransmitted(trx, id))) return false
        await updateEdition(trx, after)
        await recordAct(trx, {
          edition: id,
          at: clock(),
          mandate: organiserMandate(reader).id,
          audience: 'all',
          kind: 'edition-changed',
          detail: {
            ...labelDetail('edition', name),
            ...labelDetail('place', place),
            ...{ startsOn, endsOn, zone, penholder },
          },
        })
        return true
      })
      if (!changed) return refuse(c, 'penholder-fixed')
      // The plan's page shows it, and everybody's frame names it.
      for (const topic of ['plan', 'session'] as const) events.publish({ topic, subject: id }, 'all')
      return respond<'PUT /api/edition'>(c, after)
    })
}
