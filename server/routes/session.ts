/** Signing in and out, and one's own profile. */
import { Hono } from 'hono'
import { activeMandates } from '../../shared/model/mandate.ts'
import {
  demonstrationSignInBody,
  passwordBody,
  profileBody,
  signInBody,
} from '../../shared/protocol/bodies.ts'
import type { Deps } from '../app.ts'
import { hashPassword, isLongEnough, verifyPassword } from '../http/passwords.ts'
import { findReader, type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, refuse, respond } from '../http/respond.ts'
import { clearSessionCookie, readSessionCookie } from '../http/session-cookie.ts'
import type { SignInGuard } from '../http/sign-in-guard.ts'
import { leaveOtherRooms, leaveRooms, sessionView, startSession } from '../http/start-session.ts'
import { getCurrentEdition } from '../store/editions.ts'
import {
  findMandate,
  findPersonByLogin,
  replacePasswordHash,
  updatePasswordHash,
  updateProfile,
} from '../store/people.ts'
import { endSession, endSessionsOf } from '../store/sessions.ts'

export function sessionRoutes(deps: Deps, guard: SignInGuard): Hono<ReaderEnv> {
  const { db, clock, events } = deps
  return new Hono<ReaderEnv>()
    .post('/api/sign-in', body(signInBody), async c => {
      const { login, password } = c.req.valid('json')
      if (!guard.allowSignIn(c, login)) return refuse(c, 'too-many-attempts')
      const found = await findPersonByLogin(db, login)
      const { right, outdated } = await verifyPassword(password, found?.passwordHash ?? null)
      // One answer for an unknown login and a wrong password.
      if (!found || !right) return refuse(c, 'wrong-credentials')
      guard.signedIn(c, login)
      if (outdated) await updatePasswordHash(db, found.person.id, await hashPassword(password))
      return respond<'POST /api/sign-in'>(c, await startSession(c, deps, found.person.id))
    })
    .post('/api/demonstration/sign-in', body(demonstrationSignInBody), async c => {
      const edition = await getCurrentEdition(db)
      if (!edition?.demonstration) return refuse(c, 'not-found')
      const mandate = await findMandate(db, c.req.valid('json').mandate)
      const holds = mandate && activeMandates([mandate], clock()).length > 0
      if (!holds || mandate.edition !== edition.id) return refuse(c, 'not-found')
      return respond<'POST /api/demonstration/sign-in'>(c, await startSession(c, deps, mandate.person))
    })
    .post('/api/sign-out', requireReader(deps), async c => {
      const { session } = c.get('reader')
      await endSession(db, session.id, clock())
      clearSessionCookie(c, deps)
      await leaveRooms(deps, session)
      return respond<'POST /api/sign-out'>(c, { ok: true })
    })
    .get('/api/session', async c => {
      const asOf = events.now()
      const reader = await findReader(deps, readSessionCookie(c, deps))
      if (!reader) return refuse(c, 'not-signed-in')
      return respond<'GET /api/session'>(c, sessionView(reader, deps, asOf))
    })
    .put('/api/profile', requireReader(deps), body(profileBody), async c => {
      const reader = c.get('reader')
      const profile = c.req.valid('json')
      const asOf = events.now()
      await updateProfile(db, reader.person.id, profile)
      const person = { ...reader.person, ...profile }
      return respond<'PUT /api/profile'>(c, sessionView({ ...reader, person }, deps, asOf))
    })
    .put('/api/password', requireReader(deps), body(passwordBody), async c => {
      const { person, session } = c.get('reader')
      const { current, password } = c.req.valid('json')
      if (!isLongEnough(password)) return refuse(c, 'password-too-short')
      // The same counts as at the door: a session left open is no way to guess on.
      if (!guard.allowSignIn(c, person.login)) return refuse(c, 'too-many-attempts')
      const before = (await findPersonByLogin(db, person.login))?.passwordHash ?? null
      const { right } = await verifyPassword(current, before)
      if (before === null || !right) return refuse(c, 'wrong-password')
      const after = await hashPassword(password)
      const replaced = await db.transaction().execute(async trx => {
        // Somebody who knew the same password may have been quicker: then it is no longer the right one.
        if (!(await replacePasswordHash(trx, person.id, before, after))) return false
        await endSessionsOf(trx, person.id, clock(), session.id)
        return true
      })
      if (!replaced) return refuse(c, 'wrong-password')
      guard.signedIn(c, person.login)
      await leaveOtherRooms(deps, session)
      return respond<'PUT /api/password'>(c, { ok: true })
    })
}
