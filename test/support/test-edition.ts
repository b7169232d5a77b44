/** An edition from a template with one person per mandate, as rows, each signed in. */

import type { EditionTemplate } from '../../server/editions/edition-template.ts'
import { emptyEdition } from '../../server/editions/empty.ts'
import { newId } from '../../server/new-id.ts'
import { type MadeEdition, makeEdition, recordMaking } from '../../server/seed/make-edition.ts'
import type { Database } from '../../server/store/database.ts'
import { insertMandate, insertPerson } from '../../server/store/people.ts'
import { openSession } from '../../server/store/sessions.ts'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { Mandate, Person, Role } from '../../shared/model/mandate.ts'

/** Who is who in tests: a role and a side each. `stranger` has an account and no mandate. */
export const ACTORS = {
  organiser: ['organiser', null],
  fraChair: ['chair', 'fra'],
  fraDrafter: ['drafter', 'fra'],
  fraReviewer: ['reviewer', 'fra'],
  fraLead: ['lead', 'fra'],
  japChair: ['chair', 'jap'],
  japDrafter: ['drafter', 'jap'],
  japReviewer: ['reviewer', 'jap'],
  japLead: ['lead', 'jap'],
  observer: ['observer', null],
  stranger: [null, null],
} as const satisfies Record<string, readonly [Role | null, Side | null]>
export type Actor = keyof typeof ACTORS

/** The organiser and everyone of one side, for loops over who must not. */
export const FRENCH: readonly Actor[] = ['fraChair', 'fraDrafter', 'fraReviewer', 'fraLead']
export const JAPANESE: readonly Actor[] = ['japChair', 'japDrafter', 'japReviewer', 'japLead']

export type TestPerson = {
  readonly person: Person
  /** Null for the stranger. */
  readonly mandate: Mandate | null
  /** Value of the session's cookie. */
  readonly token: string
}

export type TestEdition = MadeEdition & { readonly people: Readonly<Record<Actor, TestPerson>> }

/** The generic plan: JAP proposes, FRA answers, twice; the leads; then two joint stages. */
export const TEST_TEMPLATE: EditionTemplate = emptyEdition(
  {
    number: 3,
    name: { fr: 'Rencontres d’essai', ja: '試験会議', en: 'Test meeting' },
    place: { fr: 'Ville hôte', ja: '開催都市', en: 'Host city' },
    startsOn: '2031-10-21',
    endsOn: '2031-10-24',
    zone: 'Europe/Paris',
    penholder: 'jap',
  },
  'Adoptée',
)

export async function makeTestEdition(
  db: Database,
  now: string,
  template: EditionTemplate = TEST_TEMPLATE,
): Promise<TestEdition> {
  const title = { fr: 'Déclaration finale', ja: '最終宣言' }
  const made = await makeEdition(db, template, title, { newId, now })
  const people: Partial<Record<Actor, TestPerson>> = {}
  for (const actor of Object.keys(ACTORS) as Actor[]) people[actor] = await makePerson(db, made, actor, now)
  await recordMaking(db, made, people.organiser!.mandate!.id, now)
  return { ...made, people: people as Record<Actor, TestPerson> }
}

async function makePerson(db: Database, made: MadeEdition, actor: Actor, now: string): Promise<TestPerson> {
  const [role, side] = ACTORS[actor]
  const person: Person = {
    id: newId('person'),
    name: actor,
    login: actor.toLowerCase(),
    language: side === 'jap' ? 'ja' : 'fr',
    zone: side === 'jap' ? 'Asia/Tokyo' : 'Europe/Paris',
  }
  await insertPerson(db, person, null, now)
  const mandate: Mandate | null = role && {
    id: newId('mandate'),
    edition: made.edition.id,
    person: person.id,
    role,
    side,
    organisation: null,
    workshop: role === 'lead' ? (made.workshops.get(1) ?? null) : null,
    title: { fr: `Mandat ${actor}`, ja: `担当 ${actor}` },
    startsAt: now,
    endsAt: null,
  }
  if (mandate) await insertMandate(db, mandate)
  const { token } = await openSession(db, { id: newId('session'), person: person.id }, now)
  return { person, mandate, token }
}
