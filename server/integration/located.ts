/** [W3] Where provenances stand in a state of the declaration, and what their sources say since. */
import { followAll, locateAll, type Origin } from '../../shared/integrate/locate-words.ts'
import { hasWords, wordsOfUnits } from '../../shared/integrate/unit-words.ts'
import type { UnitId, VersionId } from '../../shared/model/ids.ts'
import type { Provenance, SourceDismissal, UnitWords } from '../../shared/model/proposal.ts'
import type { VersionRecord } from '../store/versions.ts'
import { type TextSituation, versionOfDraft } from '../texts/text-situation.ts'
import { hashOfWords, type Integration, summaryOf } from './integration-facts.ts'
import { isKnown, type Place, type Viewpoint, visibleProvenances } from './viewpoint.ts'

export type LocatedProvenance = {
  readonly provenance: Provenance
  /** In the order of the text; never empty. */
  readonly places: readonly UnitId[]
  readonly now: SourceNow
}

/** What the source says in the version accepted last. */
export type SourceNow = {
  /** The units in which it says it. */
  readonly units: readonly UnitId[]
  /** Null while it says what was taken over. */
  readonly change: {
    readonly version: VersionId
    /** Null when it does not say it any more. */
    readonly words: UnitWords | null
    readonly sha256: string
    readonly dismissed: SourceDismissal | null
  } | null
}

/** Those that stand in the text of `place`, as far as `viewpoint` may know. */
export async function locatedProvenances(
  integration: Integration,
  viewpoint: Viewpoint,
  place: Place,
): Promise<LocatedProvenance[]> {
  const provenances = visibleProvenances(integration, viewpoint)
  const places = await placesOf(integration, viewpoint, place, provenances)
  const located: LocatedProvenance[] = []
  for (const [index, provenance] of provenances.entries()) {
    const units = places[index]!
    if (units.length === 0) continue
    located.push({ provenance, places: units, now: await sourceNow(integration, viewpoint, provenance) })
  }
  return withoutEchoes(located)
}

/** Taken out and put in again: words found by what they say belong to the one whose unit it is. */
function withoutEchoes(located: readonly LocatedProvenance[]): LocatedProvenance[] {
  const isOwn = ({ provenance, places }: LocatedProvenance) => places.includes(provenance.unit)
  const key = ({ provenance: { source }, places }: LocatedProvenance) =>
    JSON.stringify([source.units.toSorted(), places])
  const kept = new Map<string, LocatedProvenance>()
  for (const each of located) {
    const before = kept.get(key(each))
    if (!before || isOwn(each) || !isOwn(before)) kept.set(key(each), each)
  }
  return located.filter(each => kept.get(key(each)) === each)
}

/** Each is followed through the versions made since, up to the place; those of one beginning together. */
async function placesOf(
  integration: Integration,
  { versions }: Viewpoint,
  place: Place,
  provenances: readonly Provenance[],
): Promise<UnitId[][]> {
  const { declaration } = integration
  const through = versions.filter(({ number }) => !place.version || number < place.version.number)
  const places: UnitId[][] = provenances.map(() => [])
  const groups = Map.groupBy(provenances.keys(), index => {
    const { at } = provenances[index]!
    if (place.version && place.version.madeAt < at) return null
    return through.findIndex(({ madeAt }) => madeAt >= at)
  })
  for (const [start, indices] of groups) {
    if (start === null) continue
    const later: readonly VersionRecord[] = start < 0 ? [] : through.slice(start)
    const texts = [
      ...(await Promise.all(later.map(async ({ id }) => (await integration.textOf(id)).text))),
      place.text,
    ]
    const origins = indices.map(index => originOf(provenances[index]!))
    const found = followAll(texts, origins)
    // What had been taken out again before its draft was transmitted has left no trace.
    const inFirst = later.length ? locateAll(texts[0]!, origins) : null
    for (const [at, index] of indices.entries()) {
      const gone =
        inFirst !== null &&
        inFirst[at]!.length === 0 &&
        became(declaration, provenances[index]!) === later[0]!.id
      places[index] = gone ? [] : found[at]!
    }
  }
  return places
}

/** The version that the draft in which it was made became. */
function became(declaration: TextSituation, { draft: id }: Provenance): VersionId | undefined {
  const draft = declaration.closedDrafts.find(each => each.id === id)
  return draft && versionOfDraft(declaration, draft)?.id
}

function originOf({ unit, words }: Provenance): Origin {
  return { units: [unit], words }
}

/** The source in the version of its summary that was accepted last. */
export async function sourceNow(
  integration: Integration,
  viewpoint: Viewpoint,
  { id, source }: Provenance,
): Promise<SourceNow> {
  const { situation, accepted } = summaryOf(integration, source.version)
  const taken = situation.versions.find(version => version.id === source.version)!
  if (!accepted || accepted.number <= taken.number) return { units: source.units, change: null }
  const then = wordsOfUnits((await integration.textOf(source.version)).text, source.units)
  const { text } = await integration.textOf(accepted.id)
  const units = locateAll(text, [{ units: source.units, words: then }])[0]!
  const words = wordsOfUnits(text, units)
  const sha256 = hashOfWords(words)
  if (sha256 === source.sha256) return { units, change: null }
  const dismissed = integration.dismissals.findLast(
    each =>
      each.provenance === id &&
      each.sha256 === sha256 &&
      isKnown(integration.declaration, viewpoint, each.draft),
  )
  return {
    units: units.length ? units : source.units,
    change: {
      version: accepted.id,
      words: hasWords(words) ? words : null,
      sha256,
      dismissed: dismissed ?? null,
    },
  }
}
