/** Who of one's circle is here, where one is oneself, and whether one lets it be seen. */
import { Hono } from 'hono'
import { showsPresenceBody, whereaboutsBody } from '../../shared/protocol/bodies.ts'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, refuse, respond } from '../http/respond.ts'
import { sessionView } from '../http/start-session.ts'
import { mayReadEdition } from '../policies/policies.ts'
import { findPlace } from '../presence/find-place.ts'
import { readPresence, visitorOf } from '../presence/present-people.ts'
import { createUnitNumbers } from '../presence/unit-numbers.ts'
import { updateShowsPresence } from '../store/people.ts'

export function presenceRoutes(deps: Deps): Hono<ReaderEnv> {
  const { db, presence, events, sync } = deps
  const signedIn = requireReader(deps)
  const unitNumbers = createUnitNumbers(deps)
  return new Hono<ReaderEnv>()
    .get('/api/presence', signedIn, async c => {
      const reader = c.get('reader')
      if (!mayReadEdition(reader.mandates)) return refuse(c, 'not-found')
      return respond<'GET /api/presence'>(c, await readPresence(deps, reader, unitNumbers))
    })
    .put('/api/presence', signedIn, body(whereaboutsBody), async c => {
      const reader = c.get('reader')
      const { place, unit } = c.req.valid('json')
      if (!mayReadEdition(reader.mandates)) return refuse(c, 'not-found')
      if (place !== null && !(await findPlace(db, reader, place))) return refuse(c, 'not-found')
      presence.move(visitorOf(reader), { place, unit: place === null ? null : unit })
      return respond<'PUT /api/presence'>(c, { ok: true })
    })
    .put('/api/profile/presence', signedIn, body(showsPresenceBody), async c => {
      const reader = c.get('reader')
      const { shows } = c.req.valid('json')
      const asOf = events.now()
      await updateShowsPresence(db, reader.person.id, shows)
      const changed = { ...reader, showsPresence: shows }
      presence.show(visitorOf(changed))
      // The carets in draft rooms come and go with it, now.
      await sync.recheck(admission => admission.person === reader.person.id)
      return respond<'PUT /api/profile/presence'>(c, sessionView(changed, deps, asOf))
    })
}
