/** [C4] What a reader has ticked as seen. Private to the person: nobody else is told, whatever their mandate. */
import { Hono } from 'hono'
import { seenBody } from '../../shared/protocol/bodies.ts'
import { requireReader } from '../http/reader.ts'
import { body, refuse, respond } from '../http/respond.ts'
import { mayTickSeen } from '../policies/policies.ts'
import { markSeen, unmarkSeen } from '../store/seen-changes.ts'
import { findReadableText } from '../texts/find-readable.ts'
import type { TextDeps } from '../texts/text-deps.ts'

export function seenRoutes(deps: TextDeps): Hono {
  return new Hono().put('/api/texts/:id/seen', requireReader(deps), body(seenBody), async c => {
    const { person, ...reader } = c.get('reader')
    const situation = await findReadableText(deps.db, reader, c.req.param('id'))
    if (!situation || !mayTickSeen(reader.mandates, situation.text)) return refuse(c, 'not-found')
    const { fingerprints, seen } = c.req.valid('json')
    // A fingerprint is taken as it comes: whether such a change exists would be an answer about texts.
    await deps.db.transaction().execute(async trx => {
      if (seen) await markSeen(trx, person.id, situation.text.id, fingerprints, deps.clock())
      else await unmarkSeen(trx, person.id, situation.text.id, fingerprints)
    })
    return respond<'PUT /api/texts/:id/seen'>(c, { ok: true })
  })
}
