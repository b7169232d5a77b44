/**
 * [A3] The one text that is on the table: consents are given there and nowhere else. What a side says of a unit takes
 * the place of what it said before, so a consent to words that were overtaken would undo one to those that stand.
 */
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import { draftPlace, type Place, versionPlace } from '../../shared/model/thread.ts'
import type { Database } from '../store/database.ts'
import { findStoredVersion, type VersionRecord } from '../store/versions.ts'
import type { TextSituation } from '../texts/text-situation.ts'

/** The joint draft that is open, else the last version; none while there is only a past edition's, or once adopted. */
export function placeOnTable({ openDrafts, versions }: TextSituation): Place | null {
  const last = versions.at(-1)
  if (last?.origin === 'adoption') return null
  const joint = openDrafts.find(({ audience }) => audience === 'joint')
  if (joint) return draftPlace(joint.id)
  return last?.origin === 'transmission' ? versionPlace(last.id) : null
}

/** Versions that were there before the place came on the table, the newest first. */
export function versionsBefore({ versions }: TextSituation, place: Place): readonly VersionRecord[] {
  const at = versions.findIndex(({ id }) => place === versionPlace(id))
  return (at === -1 ? versions : versions.slice(0, at)).toReversed()
}

/** Throws UnreadableForm. */
export async function versionText(db: Database, id: VersionRecord['id']): Promise<BilingualText> {
  const stored = await findStoredVersion(db, id)
  if (!stored) throw new Error(`no version ${id}`)
  return parseCanonicalForm(stored.canonical).text
}
