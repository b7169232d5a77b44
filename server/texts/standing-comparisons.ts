/**
 * [C5] The comparisons that one always wants of a text, each as two references that can be sent to somebody else:
 * what changed since one's last visit, since the last version, since both sides last agreed, since one's own side's
 * last version, since the previous edition. Only of what the reader may read.
 */
import { UnreadableForm } from '../../shared/model/canonical-form.ts'
import type { TextId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { ComparisonRef, StandingComparison, StandingKind } from '../../shared/protocol/views.ts'
import { readLastAgreed } from '../agreement/last-agreed.ts'
import { isQuick } from '../comparisons/compare-beside.ts'
import { type ComparedText, findCompared } from '../comparisons/compared-text.ts'
import type { Readership } from '../http/reader.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { mayReadAgreement } from '../policies/agreement-policies.ts'
import { mayReadVersion } from '../policies/policies.ts'
import type { VersionRecord } from '../store/versions.ts'
import { lastVisit } from '../store/visits.ts'
import { stateRef, stateUntil } from './past-states.ts'
import type { TextDeps } from './text-deps.ts'
import { draftFor, draftsFor, type TextSituation, versionsFor } from './text-situation.ts'
import { unlessUnreadable } from './unless-unreadable.ts'

/** Of one person, when they last looked at a text: at it, a draft, a version or a comparison of it. */
export function textVisits(text: TextId): string {
  return `text:${text}`
}

/** In the order in which they are shown; two kinds that would compare the same show the first only. */
export async function standingComparisons(
  deps: TextDeps,
  reader: Readership,
  situation: TextSituation,
): Promise<StandingComparison[]> {
  const visit = await lastVisit(deps.db, reader.person.id, textVisits(situation.text.id), deps.clock())
  const pairs = [
    visit === null ? undefined : await sinceVisit(deps, reader.mandates, situation, visit),
    ...sinceVersions(reader.mandates, situation, await sinceAgreed(deps, reader.mandates, situation)),
  ].filter(pair => pair !== undefined)
  const distinct = pairs.filter(
    ({ from, to }, index) => pairs.findIndex(other => other.from === from && other.to === to) === index,
  )
  return countAll(deps, reader, distinct)
}

export type Pair = Omit<StandingComparison, 'changed'>

/** From what the reader could read at the instant to what the reader can read now; undefined when there was nothing. */
export async function sinceVisit(
  deps: TextDeps,
  mandates: readonly Mandate[],
  situation: TextSituation,
  at: string,
): Promise<Pair | undefined> {
  const [from, to] = [await readableAt(deps, mandates, situation, at), newest(mandates, situation)]
  return from && to ? { kind: 'last-visit', from, to, at } : undefined
}

/** The draft that the reader had then, in the last state that was there; else the last version of the time. */
async function readableAt(
  deps: TextDeps,
  mandates: readonly Mandate[],
  situation: TextSituation,
  at: string,
): Promise<ComparisonRef | undefined> {
  const draft = draftsFor(situation, mandates).find(
    ({ createdAt, closedAt }) => createdAt <= at && (closedAt === null || at < closedAt),
  )
  const state = draft && (await stateUntil(deps, draft, at))
  if (draft && state) return stateRef(draft, state.at)
  const version = situation.versions.findLast(version => {
    const openedToLargeCommittee = (situation.openings.get(version.id) ?? '9') <= at
    return version.madeAt <= at && mayReadVersion(mandates, { ...version, openedToLargeCommittee })
  })
  return version && versionRef(version)
}

async function sinceAgreed(
  deps: TextDeps,
  mandates: readonly Mandate[],
  situation: TextSituation,
): Promise<Pair | undefined> {
  const to = newest(mandates, situation)
  if (!to || !mayReadAgreement(mandates)) return undefined
  const agreed = await unlessUnreadable(readLastAgreed(deps, situation))
  return agreed ? { kind: 'last-agreed', from: `agreed:${situation.text.id}`, to, at: agreed.at } : undefined
}

function sinceVersions(
  mandates: readonly Mandate[],
  situation: TextSituation,
  agreed: Pair | undefined,
): (Pair | undefined)[] {
  const versions = versionsFor(situation, mandates)
  const [to, last, before] = [newest(mandates, situation), versions.at(-1), versions.at(-2)]
  const since = (kind: StandingKind, version: VersionRecord | undefined): Pair | undefined => {
    const from = version && versionRef(version)
    return from && to && from !== to ? { kind, from, to, at: version.madeAt } : undefined
  }
  const own = versions.findLast(
    ({ origin, side }) => origin === 'transmission' && mandates.some(mandate => mandate.side === side),
  )
  return [
    since('last-version', last && to === versionRef(last) ? before : last),
    agreed,
    since('last-own', own),
    since(
      'previous-edition',
      versions.findLast(({ origin }) => origin === 'import'),
    ),
  ]
}

/** What stands now: the reader's draft, else the last version. */
export function newest(mandates: readonly Mandate[], situation: TextSituation): ComparisonRef | undefined {
  const draft = draftFor(situation, mandates)
  if (draft) return `draft:${draft.id}`
  const last = versionsFor(situation, mandates).at(-1)
  return last && versionRef(last)
}

/** With the units that changed. One of which a text cannot be read is left out; long texts are not counted. */
async function countAll(
  deps: TextDeps,
  reader: Readership,
  pairs: readonly Pair[],
): Promise<StandingComparison[]> {
  const texts = new Map<ComparisonRef, ComparedText | Refusal>()
  for (const ref of new Set(pairs.flatMap(({ from, to }) => [from, to])))
    texts.set(ref, await readIfSound(deps, reader, ref))
  const counted: StandingComparison[] = []
  for (const pair of pairs) {
    const [from, to] = [texts.get(pair.from)!, texts.get(pair.to)!]
    if (isRefusal(from) || isRefusal(to)) continue
    const comparison = isQuick(from.text, to.text) ? await deps.comparisons.compare(from, to) : null
    if (!comparison || isRefusal(comparison)) counted.push({ ...pair, changed: null })
    else {
      const { rows, counts } = comparison
      const changedIn = (language: 'fr' | 'ja') => rows.filter(row => row[language].kinds.length > 0).length
      counted.push({
        ...pair,
        changed: { units: counts.changed, fr: changedIn('fr'), ja: changedIn('ja') },
      })
    }
  }
  return counted
}

/** A damaged version says so where it is asked for; it must not take the first page along. */
export async function readIfSound(
  deps: TextDeps,
  reader: Readership,
  ref: ComparisonRef,
): Promise<ComparedText | Refusal> {
  try {
    return await findCompared(deps, reader, ref)
  } catch (error) {
    if (error instanceof UnreadableForm) return { refusal: 'text-unreadable' }
    throw error
  }
}

export function versionRef({ id }: Pick<VersionRecord, 'id'>): ComparisonRef {
  return `version:${id}`
}
