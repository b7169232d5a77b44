/** The board as one reader may see it. */
import type { PersonId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { PersonHere, PlaceHere, PresenceView } from '../../shared/protocol/presence-views.ts'
import type { Deps } from '../app.ts'
import type { Reader } from '../http/reader.ts'
import { mandateInCircle, mandateInDraft, maySeeHere, maySeeInDraft } from '../policies/presence-policies.ts'
import { listHidden, listPeople } from '../store/people.ts'
import { type FoundPlace, findPlace } from './find-place.ts'
import type { Present } from './presence-board.ts'
import type { UnitNumbers } from './unit-numbers.ts'

export async function readPresence(
  { db, presence }: Pick<Deps, 'db' | 'presence'>,
  reader: Reader,
  unitNumbers: UnitNumbers,
): Promise<PresenceView> {
  const hidden = await listHidden(db)
  const names = new Map((await listPeople(db)).map(person => [person.id, person.name]))
  const others = presence.present().filter(({ person }) => person !== reader.person.id && !hidden.has(person))
  const places = placesFor(db, reader)

  const ofCircle = others.filter(({ mandates }) => maySeeHere(reader.mandates, mandates))
  const here = await Promise.all(
    ofCircle.map(async (present): Promise<PersonHere> => {
      const found = present.place === null ? undefined : await places(present.place)
      const mandate = mandateInCircle(reader.mandates, present.mandates)!
      return shown(mandate, names.get(present.person) ?? null, await placeHere(found, present, unitNumbers))
    }),
  )
  const own = presence.whereIs(reader.person.id).place
  const ownDraft = own === null ? undefined : await places(own)
  const beside = await peopleBeside(reader, own, ownDraft, others, unitNumbers)
  return { here: [...here, ...beside].sort(inOrder) }
}

/** Those of the other side who are in the joint draft that the reader is in: by mandate, without their names. */
async function peopleBeside(
  reader: Reader,
  place: string | null,
  found: FoundPlace | undefined,
  others: readonly Present[],
  unitNumbers: UnitNumbers,
): Promise<PersonHere[]> {
  if (found?.kind !== 'draft') return []
  const { text, draft } = found
  const beside = others.filter(
    other =>
      other.place === place &&
      !maySeeHere(reader.mandates, other.mandates) &&
      maySeeInDraft(reader.mandates, other.mandates, text, draft),
  )
  return Promise.all(
    beside.map(async other => {
      const mandate = mandateInDraft(other.mandates, text, draft)!
      return shown(mandate, null, await placeHere(found, other, unitNumbers))
    }),
  )
}

/** Each place is looked for once. */
function placesFor(db: Deps['db'], reader: Reader): (place: string) => Promise<FoundPlace | undefined> {
  const asked = new Map<string, Promise<FoundPlace | undefined>>()
  return place => {
    const found = asked.get(place) ?? findPlace(db, reader, place)
    asked.set(place, found)
    return found
  }
}

async function placeHere(
  found: FoundPlace | undefined,
  { unit }: Present,
  unitNumbers: UnitNumbers,
): Promise<PlaceHere | null> {
  if (!found) return null
  const { id, title } = found.text
  return {
    text: id,
    title,
    at: atOf(found),
    unit: unit === null ? null : await unitNumbers(found, unit),
  }
}

function atOf(found: FoundPlace): PlaceHere['at'] {
  if (found.kind === 'draft') return { kind: 'draft', id: found.draft.id, audience: found.draft.audience }
  if (found.kind === 'version') return { kind: 'version', id: found.version.id, label: found.version.label }
  return { kind: 'text' }
}

function shown({ id, title, side }: Mandate, name: string | null, place: PlaceHere | null): PersonHere {
  return { mandate: id, title, side, name, place }
}

const collator = new Intl.Collator('fr')

function inOrder(a: PersonHere, b: PersonHere): number {
  return (
    Number(a.place === null) - Number(b.place === null) ||
    collator.compare(a.name ?? a.title.fr ?? '', b.name ?? b.title.fr ?? '')
  )
}

/** What the board keeps of a reader. */
export function visitorOf({ person, mandates, showsPresence }: Reader): {
  readonly person: PersonId
  readonly mandates: readonly Mandate[]
  readonly shows: boolean
} {
  return { person: person.id, mandates, shows: showsPresence }
}
