/** Single-use links: looked at and redeemed by POST only, with the token in the body. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { PersonId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { redeemLinkBody } from '../../shared/protocol/bodies.ts'
import type { LinkView } from '../../shared/protocol/views.ts'
import type { Deps } from '../app.ts'
import { UPCOMING } from '../editions/upcoming.ts'
import { hashPassword, isLongEnough } from '../http/passwords.ts'
import { body, isRefusal, type Refusal, refuse, respond } from '../http/respond.ts'
import type { SignInGuard } from '../http/sign-in-guard.ts'
import { askAgain, startSession } from '../http/start-session.ts'
import { linkRefusal } from '../people/link-refusal.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { findLinkByToken, type Link, type MandateOffer, spendLink } from '../store/links.ts'
import { insertMandate, insertPerson, normalLogin, updatePasswordHash } from '../store/people.ts'
import { endSessionsOf } from '../store/sessions.ts'

const lookBody = z.object({ token: z.string().max(200) })
type RedeemBody = z.infer<typeof redeemLinkBody>

export function linkRoutes(deps: Deps, guard: SignInGuard): Hono {
  const { db, clock, events } = deps
  return new Hono()
    .post('/api/links/look', body(lookBody), async c => {
      if (!guard.allowLink(c)) return refuse(c, 'too-many-attempts')
      const link = await findLinkByToken(db, c.req.valid('json').token)
      const refusal = linkRefusal(link, clock())
      if (!link || refusal) return refuse(c, refusal ?? 'link-unknown')
      return respond<'POST /api/links/look'>(c, {
        purpose: link.purpose,
        needsAccount: needsAccount(link),
        title: link.purpose === 'invitation' ? link.offer.title : null,
        upcoming: link.purpose === 'setup' ? upcoming() : null,
        expiresAt: link.expiresAt,
      })
    })
    .post('/api/links/redeem', body(redeemLinkBody), async c => {
      if (!guard.allowLink(c)) return refuse(c, 'too-many-attempts')
      const given = c.req.valid('json')
      const now = clock()
      const link = await findLinkByToken(db, given.token)
      const refusal = linkRefusal(link, now)
      // The set-up has a page and a route of its own.
      if (!link || refusal || link.purpose === 'setup') return refuse(c, refusal ?? 'link-unknown')
      const person = await redeem(deps, link, given, now)
      if (isRefusal(person)) return refuse(c, person.refusal, person.detail)
      if (link.purpose === 'invitation') events.publish({ topic: 'people', subject: person }, 'organisers')
      // What the sessions that a new password has ended held open is closed too.
      if (link.purpose === 'invitation' || given.password !== undefined) await askAgain(deps, person)
      return respond<'POST /api/links/redeem'>(c, await startSession(c, deps, person))
    })
}

function upcoming(): LinkView['upcoming'] {
  const { name, place, startsOn, endsOn } = UPCOMING.edition
  return { name, place, startsOn, endsOn }
}

function needsAccount(link: Link): boolean {
  return link.purpose === 'setup' || (link.purpose === 'invitation' && link.offer.person === null)
}

/** Who is to be signed in, once the link is used up and what it promised is done; all of it or nothing. */
async function redeem(
  { db, newId }: Deps,
  link: Exclude<Link, { readonly purpose: 'setup' }>,
  { account, password }: RedeemBody,
  now: string,
): Promise<PersonId | Refusal> {
  const chosen = needsAccount(link) ? account?.password : password
  if (needsAccount(link) && !account) return { refusal: 'invalid', detail: 'account' }
  if (chosen !== undefined && !isLongEnough(chosen)) return { refusal: 'password-too-short' }
  // Slow, and nothing but queries may be awaited in a transaction.
  const passwordHash = chosen === undefined ? null : await hashPassword(chosen)

  const taken: Refusal = { refusal: 'login-taken' }
  const used: Refusal = { refusal: 'link-used' }
  try {
    return await db.transaction().execute(async trx => {
      if (!(await spendLink(trx, link.id, now))) throw new Refused(used)
      const existing = link.purpose === 'sign-in' ? link.person : link.offer.person
      if (existing !== null && passwordHash !== null) {
        await updatePasswordHash(trx, existing, passwordHash)
        // Whoever knew the old password is signed out.
        await endSessionsOf(trx, existing, now)
      }
      if (link.purpose === 'sign-in') return link.person
      const person = existing ?? newId('person')
      if (existing === null && account) {
        const { password: _, ...profile } = account
        const opened = { id: person, ...profile, login: normalLogin(profile.login) }
        if (!(await insertPerson(trx, opened, passwordHash, now))) throw new Refused(taken)
      }
      await giveMandate(trx, link.offer, { id: newId('mandate'), person, now })
      return person
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

/** Ends a transaction whose work must be undone, with an expected refusal. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refusal)
    this.refusal = refusal
  }
}

async function giveMandate(
  db: Database,
  { person: _, ...offer }: MandateOffer,
  { id, person, now }: { readonly id: Mandate['id']; readonly person: PersonId; readonly now: string },
): Promise<void> {
  await insertMandate(db, { ...offer, id, person, startsAt: now, endsAt: null })
  await recordAct(db, {
    edition: offer.edition,
    at: now,
    mandate: id,
    audience: 'joint',
    kind: 'joined',
    detail: labelDetail('title', offer.title),
  })
}
