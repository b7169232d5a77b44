/** Which unit of a text somebody is in, by its number: asked often, by everyone of a circle at once. */
import { type BilingualText, unitsOf } from '../../shared/model/bilingual-text.ts'
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import type { Deps } from '../app.ts'
import { createRecent } from '../comparisons/recent.ts'
import { isRefusal } from '../http/respond.ts'
import { findStoredVersion } from '../store/versions.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { FoundPlace } from './find-place.ts'

type Numbers = ReadonlyMap<string, number>

/** Texts whose numbers are kept. */
const MOST_KEPT = 16
/** How old the numbers of a draft may be, in milliseconds. */
const FRESH = 2_000

const NONE: Numbers = new Map()

export type UnitNumbers = (
  place: FoundPlace,
  unit: string,
) => Promise<{ readonly id: UnitId; readonly number: number } | null>

export function createUnitNumbers(deps: Pick<Deps, 'db' | 'sync' | 'clock'>): UnitNumbers {
  const kept = createRecent<{ readonly at: number; readonly numbers: Promise<Numbers> }>(MOST_KEPT)
  return async (place, unit) => {
    if (place.kind === 'text') return null
    const key = place.kind === 'draft' ? place.draft.id : place.version.id
    const now = Date.parse(deps.clock())
    const before = kept.get(key)
    const holds = before && (place.kind === 'version' || Math.abs(now - before.at) < FRESH)
    const entry = holds ? before : { at: now, numbers: numbersAt(deps, place) }
    if (!holds) kept.set(key, entry)
    const number = (await entry.numbers).get(unit)
    return number === undefined ? null : { id: unit as UnitId, number }
  }
}

async function numbersAt(
  { db, sync }: Pick<Deps, 'db' | 'sync'>,
  place: Exclude<FoundPlace, { kind: 'text' }>,
): Promise<Numbers> {
  if (place.kind === 'version') {
    const stored = await findStoredVersion(db, place.version.id)
    return stored ? numbersOf(parseCanonicalForm(stored.canonical).text) : NONE
  }
  // A closed draft has no room; nobody writes in it any more.
  if (place.draft.closedAt !== null) return NONE
  // A number is a courtesy: who is here is told without it when the draft cannot be read now.
  const text = await readDraft(sync, place.draft.id).catch(() => null)
  return text === null || isRefusal(text) ? NONE : numbersOf(text)
}

function numbersOf(text: BilingualText): Numbers {
  return new Map(unitsOf(text).map(({ id }, index) => [id, index + 1]))
}
