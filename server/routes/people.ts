/** People, their mandates and their invitations. */
import { Hono } from 'hono'
import { invitationBody } from '../../shared/protocol/bodies.ts'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { organiserMandate, requireOrganiser } from '../http/require-organiser.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { askAgain } from '../http/start-session.ts'
import { endOfMandate, invite, signInLink, withdrawInvitation } from '../people/invite.ts'
import { mayReadEdition } from '../policies/policies.ts'
import { invitationView, readPeopleView } from '../presenters/people-view.ts'

export function peopleRoutes(deps: Deps): Hono<ReaderEnv> {
  const { db, clock, newId, events } = deps
  const guards = [requireReader(deps), requireOrganiser] as const
  // The address by which the organiser came: checked against the list before this is reached.
  const origin = (c: { req: { header(name: string): string | undefined } }) =>
    c.req.header('origin') ?? deps.origins[0] ?? ''
  const acting = (c: { get(key: 'reader'): ReaderEnv['Variables']['reader'] }) => ({
    edition: c.get('reader').edition,
    by: organiserMandate(c.get('reader')),
    now: clock(),
    newId,
  })

  return new Hono<ReaderEnv>()
    .get('/api/people', requireReader(deps), async c => {
      const reader = c.get('reader')
      if (!mayReadEdition(reader.mandates)) return refuse(c, 'not-found')
      return respond<'GET /api/people'>(c, await readPeopleView(db, reader, clock()))
    })
    .post('/api/invitations', ...guards, body(invitationBody), async c => {
      const by = acting(c)
      const invited = await db.transaction().execute(trx => invite(trx, c.req.valid('json'), by))
      if (isRefusal(invited)) return refuse(c, invited.refusal, invited.detail)
      events.publish({ topic: 'people' }, 'organisers')
      return respond<'POST /api/invitations'>(c, {
        invitation: invitationView(invited.link, by.now),
        // The token stands in the fragment: no request line, log or referrer ever has it.
        link: `${origin(c)}/join#${invited.token}`,
      })
    })
    .delete('/api/invitations/:id', ...guards, async c => {
      const by = acting(c)
      const refusal = await db.transaction().execute(trx => withdrawInvitation(trx, c.req.param('id'), by))
      if (refusal) return refuse(c, refusal.refusal)
      events.publish({ topic: 'people' }, 'organisers')
      return respond<'DELETE /api/invitations/:id'>(c, { ok: true })
    })
    .post('/api/people/:id/sign-in-link', ...guards, async c => {
      const by = acting(c)
      const made = await db.transaction().execute(trx => signInLink(trx, c.req.param('id'), by))
      if (isRefusal(made)) return refuse(c, made.refusal)
      return respond<'POST /api/people/:id/sign-in-link'>(c, {
        link: `${origin(c)}/join#${made.token}`,
        expiresAt: made.link.expiresAt,
      })
    })
    .post('/api/mandates/:id/end', ...guards, async c => {
      const by = acting(c)
      const ended = await db.transaction().execute(trx => endOfMandate(trx, c.req.param('id'), by))
      if (isRefusal(ended)) return refuse(c, ended.refusal)
      // [M4] What the mandate held open is closed now, not at the next request.
      await askAgain(deps, ended.person)
      events.publish({ topic: 'people', subject: ended.person }, 'all')
      return respond<'POST /api/mandates/:id/end'>(c, { ok: true })
    })
}
