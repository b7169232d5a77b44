/** Before anybody has signed in: what the room says of itself, and its set-up. */
import { Hono } from 'hono'
import type { Mandate } from '../../shared/model/mandate.ts'
import { activeMandates } from '../../shared/model/mandate.ts'
import { setUpBody } from '../../shared/protocol/bodies.ts'
import type { WelcomeView } from '../../shared/protocol/views.ts'
import type { Deps } from '../app.ts'
import { hashPassword, isLongEnough } from '../http/passwords.ts'
import { body, refuse, respond } from '../http/respond.ts'
import type { SignInGuard } from '../http/sign-in-guard.ts'
import { startSession } from '../http/start-session.ts'
import { linkRefusal } from '../people/link-refusal.ts'
import { setUpRoom } from '../seed/set-up.ts'
import type { Database } from '../store/database.ts'
import { getCurrentEdition } from '../store/editions.ts'
import { findLinkByToken, spendLink } from '../store/links.ts'
import { listMandates, listPeople, normalLogin } from '../store/people.ts'

export function welcomeRoutes(deps: Deps, guard: SignInGuard): Hono {
  const { db, clock, newId } = deps
  return new Hono()
    .get('/api/welcome', async c => respond<'GET /api/welcome'>(c, await welcomeView(db, clock())))
    .post('/api/setup', body(setUpBody), async c => {
      if (!guard.allowLink(c)) return refuse(c, 'too-many-attempts')
      if (await getCurrentEdition(db)) return refuse(c, 'already-set-up')
      const { token, account, edition, about } = c.req.valid('json')
      const now = clock()
      const link = await findLinkByToken(db, token)
      if (link?.purpose !== 'setup') return refuse(c, 'link-unknown')
      const refusal = linkRefusal(link, now)
      if (refusal) return refuse(c, refusal)
      if (!isLongEnough(account.password)) return refuse(c, 'password-too-short')

      const { password, ...profile } = account
      const passwordHash = await hashPassword(password)
      const person = { id: newId('person'), ...profile, login: normalLogin(profile.login) }
      const done = await db.transaction().execute(async trx => {
        if (!(await spendLink(trx, link.id, now))) return false
        await setUpRoom(trx, { person, passwordHash, edition, about }, newId, now)
        return true
      })
      if (!done) return refuse(c, 'link-used')
      return respond<'POST /api/setup'>(c, await startSession(c, deps, person.id))
    })
}

async function welcomeView(db: Database, now: string): Promise<WelcomeView> {
  const edition = await getCurrentEdition(db)
  if (!edition) return { setUp: false, edition: null, demonstrationMandates: [] }
  const { id, name, place, startsOn, endsOn, demonstration } = edition
  const mandates = demonstration ? activeMandates(await listMandates(db, id), now) : []
  return {
    setUp: true,
    edition: { name, place, startsOn, endsOn, demonstration },
    demonstrationMandates: await demonstrationMandates(db, mandates),
  }
}

/** In the order of the demonstration's people: the mandates made first come first. */
async function demonstrationMandates(
  db: Database,
  mandates: readonly Mandate[],
): Promise<WelcomeView['demonstrationMandates']> {
  const names = new Map((await listPeople(db)).map(person => [person.id, person.name]))
  return mandates.map(({ id, person, title, role, side }) => ({
    mandate: id,
    name: names.get(person) ?? '',
    title,
    role,
    side,
  }))
}
