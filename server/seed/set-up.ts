/** The first organiser and the edition: what the page behind the set-up link makes. */
import type { MandateId } from '../../shared/model/ids.ts'
import type { Person } from '../../shared/model/mandate.ts'
import type { NewEdition, SetUpBody } from '../../shared/protocol/bodies.ts'
import type { EditionTemplate } from '../editions/edition-template.ts'
import { emptyEdition } from '../editions/empty.ts'
import { UPCOMING } from '../editions/upcoming.ts'
import type { NewId } from '../new-id.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { insertMandate, insertPerson } from '../store/people.ts'
import { makeDemonstration } from './make-demonstration.ts'
import { type MadeEdition, makeEdition, recordMaking } from './make-edition.ts'

const DECLARATION = { fr: 'Déclaration finale', ja: '最終宣言', en: 'Final declaration' }
const ORGANISER = { fr: 'Organisation', ja: '運営担当', en: 'Organiser' }

export type SetUp = {
  readonly person: Person
  readonly passwordHash: string
  readonly edition: SetUpBody['edition']
  readonly about?: NewEdition | undefined
}

/** Call it in a transaction, on a database without edition. */
export async function setUpRoom(db: Database, setUp: SetUp, newId: NewId, now: string): Promise<void> {
  const { person, passwordHash, edition: choice } = setUp
  await insertPerson(db, person, passwordHash, now)
  const made = await makeChosen(db, setUp, newId, now)
  const mandate = newId('mandate')
  await insertMandate(db, {
    id: mandate,
    edition: made.edition.id,
    person: person.id,
    role: 'organiser',
    side: null,
    organisation: null,
    workshop: null,
    title: ORGANISER,
    startsAt: now,
    endsAt: null,
  })
  if (choice !== 'demonstration') await recordMaking(db, made, mandate, now)
  await recordJoined(db, made, mandate, now)
}

function makeChosen(db: Database, setUp: SetUp, newId: NewId, now: string): Promise<MadeEdition> {
  switch (setUp.edition) {
    case 'template':
      return makeEdition(db, UPCOMING, DECLARATION, { newId, now })
    case 'empty':
      return makeEdition(db, blankEdition(setUp.about ?? unnamed(setUp.person.zone, now)), DECLARATION, {
        newId,
        now,
      })
    case 'demonstration':
      return makeDemonstration(db, newId)
  }
}

function blankEdition(about: NewEdition): EditionTemplate {
  const { place, startsOn } = about
  // Adoption names its version after the meeting, as the declarations of earlier ones are named.
  const adoptedLabel = `${place.fr || place.ja || about.name.fr || about.name.ja} ${startsOn.slice(0, 4)}`
  return emptyEdition(about, adoptedLabel.trim().slice(0, 40))
}

function unnamed(zone: string, now: string): NewEdition {
  const today = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(new Date(now))
  return {
    number: 1,
    name: { fr: 'Nouvelle édition', ja: '新しい開催回', en: 'New edition' },
    place: { fr: '', ja: '' },
    startsOn: today,
    endsOn: today,
    zone,
    penholder: 'jap',
  }
}

async function recordJoined(
  db: Database,
  { edition }: MadeEdition,
  mandate: MandateId,
  at: string,
): Promise<void> {
  await recordAct(db, {
    edition: edition.id,
    at,
    mandate,
    audience: 'joint',
    kind: 'joined',
    detail: labelDetail('title', ORGANISER),
  })
}
