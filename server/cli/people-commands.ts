/** Inviting people, listing them, ending mandates: beside the open room, which notices within seconds. */
import type { Side } from '../../shared/model/bilingual-text.ts'
import { activeMandates, ROLES, ROLES_WITHOUT_SIDE, type Role } from '../../shared/model/mandate.ts'
import { suggestedTitle } from '../../shared/model/suggested-title.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { MaintenanceRefused } from '../maintenance/backup.ts'
import { newId } from '../new-id.ts'
import { type Acting, endOfMandate, invite, signInLink } from '../people/invite.ts'
import { databaseFile } from '../store/data-directory.ts'
import { type Database, openSqlite } from '../store/database.ts'
import { getCurrentEdition, listOrganisations, listWorkshops } from '../store/editions.ts'
import { assertUpToDate } from '../store/migrations/migrator.ts'
import { findPerson, findPersonByLogin, listMandates, listPeople } from '../store/people.ts'
import { type Command, type Invocation, UsageFault } from './command.ts'

const TEXT = { type: 'string' } as const

export const PEOPLE_COMMANDS: readonly Command[] = [
  {
    name: 'invite',
    usage:
      'invite --role ROLE [--side fra|jap] [--title-fr WORDS] [--title-ja WORDS] [--organisation NAME] [--workshop NUMBER] [--person LOGIN]',
    meaning: `Makes an invitation and prints its link, which works once. ROLE: ${ROLES.join(', ')}.`,
    options: {
      role: TEXT,
      side: TEXT,
      'title-fr': TEXT,
      'title-ja': TEXT,
      organisation: TEXT,
      workshop: TEXT,
      person: TEXT,
    },
    operands: [],
    needsDatabase: true,
    run: runInvite,
  },
  {
    name: 'people',
    usage: 'people',
    meaning: 'Lists everybody with their mandates and the ids of these.',
    options: {},
    operands: [],
    needsDatabase: true,
    run: runPeople,
  },
  {
    name: 'end-mandate',
    usage: 'end-mandate MANDATE',
    meaning: 'Ends a mandate, named by its id. What it had open closes within seconds; authorship stays.',
    options: {},
    operands: ['the id of a mandate'],
    needsDatabase: true,
    run: runEndMandate,
  },
  {
    name: 'sign-in-link',
    usage: 'sign-in-link LOGIN',
    meaning: 'Prints a link that signs a person in once, for instance to choose a new password.',
    options: {},
    operands: ['a login'],
    needsDatabase: true,
    run: runSignInLink,
  },
]

async function runInvite({ data, origin, values }: Invocation): Promise<number> {
  const role = values.role as Role
  if (!ROLES.includes(role)) throw new UsageFault(`--role is one of ${ROLES.join(', ')}.`)
  const side = (values.side ?? null) as Side | null
  if (side !== null && side !== 'fra' && side !== 'jap') throw new UsageFault('--side is fra or jap.')
  if (side === null && !ROLES_WITHOUT_SIDE.includes(role)) throw new UsageFault(`A ${role} has a --side.`)
  return withRoom(data, async (db, acting) => {
    const edition = acting.edition.id
    const number = values.workshop === undefined ? null : Number(values.workshop)
    const workshop =
      number === null ? null : (await listWorkshops(db, edition)).find(each => each.number === number)
    if (workshop === undefined) throw new MaintenanceRefused(`There is no workshop ${number}.`)
    const organisation = await findOrganisation(db, acting, values.organisation)
    const login = values.person as string | undefined
    const person = login === undefined ? null : await findPersonByLogin(db, login)
    if (person === undefined) throw new MaintenanceRefused(`Nobody signs in as ${login}.`)
    const title = suggestedTitle(side, role, number)
    const made = await db.transaction().execute(trx =>
      invite(
        trx,
        {
          role,
          side,
          organisation,
          workshop: workshop?.id ?? null,
          title: {
            ...title,
            ...(values['title-fr'] === undefined ? {} : { fr: String(values['title-fr']), en: undefined }),
            ...(values['title-ja'] === undefined ? {} : { ja: String(values['title-ja']), en: undefined }),
          },
          person: person?.person.id ?? null,
        },
        acting,
      ),
    )
    if (isRefusal(made)) throw refused(made)
    console.log(`${origin}/join#${made.token}\n\nWorks once, until ${made.link.expiresAt}.`)
    return 0
  })
}

/** By a part of the name in either language; null when none was asked for. */
async function findOrganisation(db: Database, { edition }: Acting, wanted: unknown): Promise<string | null> {
  if (wanted === undefined) return null
  const part = String(wanted).toLowerCase()
  const found = (await listOrganisations(db, edition.id)).filter(
    ({ name }) => name.fr.toLowerCase().includes(part) || name.ja.includes(part),
  )
  if (found.length !== 1)
    throw new MaintenanceRefused(
      found.length
        ? `Several organisations are called so: ${found.map(each => each.name.fr).join(', ')}.`
        : `There is no organisation called ${String(wanted)}.`,
    )
  return found[0]!.id
}

function runPeople({ data }: Invocation): Promise<number> {
  return withRoom(data, async (db, { edition, now }) => {
    const mandates = await listMandates(db, edition.id)
    for (const { id, name, login } of await listPeople(db)) {
      console.log(`${name}  <${login}>`)
      for (const mandate of mandates.filter(each => each.person === id)) {
        const over = activeMandates([mandate], now).length ? '' : `  (ended ${mandate.endsAt})`
        const { role, side, title } = mandate
        console.log(`  ${mandate.id}  ${role}${side ? ` ${side}` : ''}  ${title.fr || title.ja}${over}`)
      }
    }
    return 0
  })
}

function runEndMandate({ data, operands: [id = ''] }: Invocation): Promise<number> {
  return withRoom(data, async (db, acting) => {
    const ended = await db.transaction().execute(trx => endOfMandate(trx, id, acting))
    if (isRefusal(ended)) throw refused(ended)
    console.log(`Ended: ${ended.title.fr || ended.title.ja}.`)
    return 0
  })
}

function runSignInLink({ data, origin, operands: [login = ''] }: Invocation): Promise<number> {
  return withRoom(data, async (db, acting) => {
    const person = (await findPersonByLogin(db, login))?.person ?? (await findPerson(db, login))
    if (!person) throw new MaintenanceRefused(`Nobody signs in as ${login}.`)
    const made = await db.transaction().execute(trx => signInLink(trx, person.id, acting))
    if (isRefusal(made)) throw refused(made)
    console.log(`${origin}/join#${made.token}\n\nWorks once, until ${made.link.expiresAt}.`)
    return 0
  })
}

async function withRoom(
  data: string,
  act: (db: Database, acting: Acting) => Promise<number>,
): Promise<number> {
  const db = openSqlite(databaseFile(data))
  try {
    await assertUpToDate(db)
    const edition = await getCurrentEdition(db)
    if (!edition)
      throw new MaintenanceRefused('This room is not set up: open the set-up link that npm start prints.')
    return await act(db, { edition, by: null, now: new Date().toISOString(), newId })
  } finally {
    await db.destroy()
  }
}

const REFUSAL_WORDS: Readonly<Record<string, string>> = {
  'not-found': 'There is no such thing, or it has ended already.',
  'last-organiser': 'That is the last organiser: invite another one first.',
}

function refused({ refusal, detail }: Refusal): MaintenanceRefused {
  return new MaintenanceRefused(
    REFUSAL_WORDS[refusal] ?? `Refused: ${refusal}${detail ? ` (${detail})` : ''}.`,
  )
}
