/** The shared facts of the edition: their value and whether it is settled. */
import { Hono } from 'hono'
import { factBody } from '../../shared/protocol/bodies.ts'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { organiserMandate, requireOrganiser } from '../http/require-organiser.ts'
import { body, refuse, respond } from '../http/respond.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { findFact, updateFact } from '../store/facts.ts'

export function factRoutes(deps: Deps): Hono<ReaderEnv> {
  const { db, clock, events } = deps
  return new Hono<ReaderEnv>().put(
    '/api/facts/:id',
    requireReader(deps),
    requireOrganiser,
    body(factBody),
    async c => {
      const reader = c.get('reader')
      const { value, status } = c.req.valid('json')
      // Confirming that something is not known would print an empty place in both texts.
      if (status === 'confirmed' && value === null) return refuse(c, 'invalid', 'value')
      const fact = await db.transaction().execute(async trx => {
        const before = await findFact(trx, c.req.param('id'))
        if (before?.edition !== reader.edition.id) return undefined
        const after = { ...before, value, status }
        await updateFact(trx, after)
        await recordAct(trx, {
          edition: after.edition,
          at: clock(),
          mandate: organiserMandate(reader).id,
          audience: 'all',
          kind: 'fact-changed',
          detail: {
            ...labelDetail('fact', after.label),
            ...labelDetail('value', value ?? { fr: '', ja: '' }),
            status,
          },
        })
        return after
      })
      if (!fact) return refuse(c, 'not-found')
      events.publish({ topic: 'facts', subject: fact.id }, 'all')
      return respond<'PUT /api/facts/:id'>(c, fact)
    },
  )
}
