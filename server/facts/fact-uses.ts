/**
 * [F1] [M3] Where facts stand: in the open drafts that a reader may read, and in the last version of each text. What
 * stands in another's draft is neither named nor counted.
 */
import { type BilingualText, unitsOf } from '../../shared/model/bilingual-text.ts'
import { type FactValues, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Edition } from '../../shared/model/edition.ts'
import { factsUsed, factValues } from '../../shared/model/fact-values.ts'
import { firstWords } from '../../shared/model/first-words.ts'
import type { FactId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { asPlainWords } from '../../shared/model/plain-words.ts'
import type { FactUse, FactUseUnit } from '../../shared/protocol/fact-views.ts'
import type { Deps } from '../app.ts'
import { isRefusal } from '../http/respond.ts'
import { mayReadDraft, mayReadText } from '../policies/policies.ts'
import { draftHasContent } from '../store/drafts.ts'
import { textsOfEdition } from '../store/texts.ts'
import { findStoredVersion } from '../store/versions.ts'
import { readDraft } from '../texts/read-draft.ts'
import { readTextSituation, versionsFor } from '../texts/text-situation.ts'

/** As long as a line of the page. */
const SHOWN_WORDS = 90

export type FactUses = ReadonlyMap<FactId, readonly FactUse[]>

/** By fact, drafts before the version they continue; a draft that cannot be read is passed over. */
export async function readFactUses(
  { db, sync }: Pick<Deps, 'db' | 'sync'>,
  edition: Edition,
  mandates: readonly Mandate[],
): Promise<FactUses> {
  const uses = new Map<FactId, FactUse[]>()
  const add = (place: Omit<FactUse, 'units'>, text: BilingualText, values: FactValues) => {
    for (const [fact, units] of unitsByFact(text, values))
      uses.set(fact, [...(uses.get(fact) ?? []), { ...place, units }])
  }
  for (const text of await textsOfEdition(db, edition.id)) {
    if (!mayReadText(mandates, text)) continue
    const situation = await readTextSituation(db, edition, text)
    const named = { id: text.id, title: text.title }
    for (const { id, audience } of situation.openDrafts.filter(draft =>
      mayReadDraft(mandates, text, draft),
    )) {
      const words = (await draftHasContent(db, id)) ? await readDraft(sync, id) : null
      if (words && !isRefusal(words))
        add(
          { text: named, place: { kind: 'draft', id, audience } },
          words,
          factValues(words, situation.facts),
        )
    }
    const last = versionsFor(situation, mandates).at(-1)
    const stored = last && (await findStoredVersion(db, last.id))
    if (!stored) continue
    const version = parseCanonicalForm(stored.canonical)
    add(
      { text: named, place: { kind: 'version', id: stored.id, label: stored.label } },
      version.text,
      version.facts,
    )
  }
  return uses
}

/** The units in which each fact stands, in reading order; `values` are what the facts of the text read as. */
export function unitsByFact(
  text: BilingualText,
  values: FactValues,
): ReadonlyMap<FactId, readonly FactUseUnit[]> {
  const found = new Map<FactId, FactUseUnit[]>()
  const plain = new Map(unitsOf(asPlainWords(text, values)).map(unit => [unit.id, unit]))
  for (const [index, unit] of unitsOf(text).entries()) {
    const [french, japanese] = [factsUsed({ fr: unit.fr, ja: [] }), factsUsed({ fr: [], ja: unit.ja })]
    const both = unit.fr.length > 0 && unit.ja.length > 0
    for (const fact of new Set([...french, ...japanese])) {
      const only: Language | null = japanese.has(fact) ? (french.has(fact) ? null : 'ja') : 'fr'
      const said = plain.get(unit.id)
      const words = {
        fr: firstWords(said?.fr[0] ?? null, SHOWN_WORDS),
        ja: firstWords(said?.ja[0] ?? null, SHOWN_WORDS),
      }
      const entry = { unit: unit.id, number: index + 1, only: both ? only : null, words }
      found.set(fact, [...(found.get(fact) ?? []), entry])
    }
  }
  return found
}
