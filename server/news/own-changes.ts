/**
 * What the reader wrote is no news to the reader. Whose a change is, the logs of the drafts say that lie between the
 * two texts compared; where words of the other side came in between, nobody can say, and everything is shown.
 */
import type { ComparisonRow } from '../../shared/compare/comparison.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { MandateId, UnitId } from '../../shared/model/ids.ts'
import type { ComparisonRef } from '../../shared/protocol/views.ts'
import type { Readership } from '../http/reader.ts'
import { isRefusal } from '../http/respond.ts'
import { readLogEntries } from '../store/draft-log.ts'
import { readHistory } from '../texts/draft-history.ts'
import { type Pair, versionRef } from '../texts/standing-comparisons.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { draftsFor, type TextSituation, versionOfDraft } from '../texts/text-situation.ts'

type Between = {
  readonly situation: TextSituation
  readonly own: ReadonlySet<MandateId>
  readonly pair: Pair
}

const NONE = () => false

/** Tells of a row whether all who changed it since are the reader. */
export async function ownChanges(
  deps: TextDeps,
  reader: Readership,
  { situation, own, pair }: Between,
): Promise<(row: ComparisonRow) => boolean> {
  const drafts = draftsBetween(situation, reader, pair)
  if (!drafts) return NONE
  const since = instantOf(pair.from)
  const wrote = await Promise.all(drafts.map(draft => hasWritten(deps, draft, own, since)))
  // The history is long to compute: who has written nothing is not kept waiting for it.
  if (!wrote.includes(true)) return NONE
  const authors = new Map<UnitId, Set<string>>()
  for (const draft of drafts) {
    const sittings = await readHistory(deps, draft)
    if (isRefusal(sittings)) return NONE
    for (const { to, units, people } of sittings) {
      if (to <= since) continue
      if (!units) return NONE
      for (const { mandate, units: touched } of people)
        for (const index of [...touched.fr, ...touched.ja]) add(authors, units[index]!.id, mandate)
    }
  }
  return ({ oldUnits, newUnit }) => {
    const who = [...oldUnits, ...(newUnit ? [newUnit] : [])].flatMap(unit => [...(authors.get(unit) ?? [])])
    return who.length > 0 && who.every(mandate => own.has(mandate as MandateId))
  }
}

/** The reader's drafts whose work leads from the one text to the other; undefined when other words came in between. */
function draftsBetween(
  situation: TextSituation,
  { mandates }: Readership,
  { from, to }: Pair,
): Draft[] | undefined {
  const drafts = draftsFor(situation, mandates)
  const draftBehind = (version: Draft['base']) =>
    drafts.find(draft => version !== null && versionOfDraft(situation, draft)?.id === version)
  const found: Draft[] = []
  let at =
    drafts.find(draft => to === `draft:${draft.id}`) ??
    draftBehind(situation.versions.find(version => versionRef(version) === to)?.id ?? null)
  while (at) {
    found.push(at)
    if (from.startsWith(`state:${at.id}@`) || from === (at.base && versionRef({ id: at.base }))) return found
    at = draftBehind(at.base)
  }
  return undefined
}

/** Of a state, the instant; all there is counts after a version. */
function instantOf(ref: ComparisonRef): string {
  return ref.split('@')[1] ?? ''
}

async function hasWritten(
  { db }: TextDeps,
  draft: Draft,
  own: ReadonlySet<MandateId>,
  since: string,
): Promise<boolean> {
  const entries = await readLogEntries(db, draft.id)
  return entries.some(({ mandate, to }) => own.has(mandate as MandateId) && to > since)
}

function add(authors: Map<UnitId, Set<string>>, unit: UnitId, mandate: string): void {
  const known = authors.get(unit)
  if (known) known.add(mandate)
  else authors.set(unit, new Set([mandate]))
}
