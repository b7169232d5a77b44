/** The answer that a draft has to decide on, as amendments, with what its side has decided so far. */
import { type AmendmentPlan, planAmendments } from '../../shared/compare/amendments.ts'
import type { Comparison } from '../../shared/compare/comparison.ts'
import type { AmendmentKey } from '../../shared/model/amendment.ts'
import { type FactValues, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { HashedText } from '../comparisons/comparison-cache.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { type Decision, decisionsOf } from '../store/decisions.ts'
import { findStoredVersion, type VersionRecord } from '../store/versions.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'

export type OpenAnswer = {
  readonly base: VersionRecord
  readonly answer: VersionRecord
  readonly texts: { readonly base: HashedText; readonly answer: HashedText }
  readonly comparison: Comparison
  /** The values that the facts had in each of the two. */
  readonly facts: { readonly base: FactValues; readonly answer: FactValues }
  readonly plan: AmendmentPlan
  /** Those that hold. */
  readonly decisions: readonly Decision[]
}

/**
 * The last version of the other side that came after the draft's base: the draft continues its own side's words,
 * so what the answer changed of them is to be decided. Undefined for a draft that continues the other side's
 * version, where their words stand already.
 */
export function answerTo(
  versions: readonly VersionRecord[],
  draft: Pick<Draft, 'base' | 'audience'>,
): VersionRecord | undefined {
  const base = versions.find(version => version.id === draft.base)
  if (!base || draft.audience === 'joint') return undefined
  return versions
    .filter(
      version =>
        version.origin === 'transmission' &&
        version.side !== null &&
        version.side !== draft.audience &&
        version.number > base.number,
    )
    .at(-1)
}

/** Null when there is nothing to decide; `too-large` when the two texts take too long to compare. */
export async function readOpenAnswer(
  { db, comparisons }: Pick<TextDeps, 'db' | 'comparisons'>,
  { versions }: Pick<TextSituation, 'versions'>,
  draft: Draft,
): Promise<OpenAnswer | null | Refusal> {
  const answer = answerTo(versions, draft)
  if (!answer) return null
  const [base, stored] = [await findStoredVersion(db, draft.base!), await findStoredVersion(db, answer.id)]
  const [from, to] = [parseCanonicalForm(base!.canonical), parseCanonicalForm(stored!.canonical)]
  const texts = {
    base: { text: from.text, sha256: base!.sha256 },
    answer: { text: to.text, sha256: stored!.sha256 },
  }
  const comparison = await comparisons.compare(texts.base, texts.answer)
  if (isRefusal(comparison)) return comparison
  return {
    base: versions.find(version => version.id === draft.base)!,
    answer,
    texts,
    comparison,
    facts: { base: from.facts, answer: to.facts },
    plan: planAmendments(comparison),
    decisions: await decisionsOf(db, draft.id, answer.id),
  }
}

/** The amendments whose words were taken into the draft, whole or changed. */
export function carriedOut(decisions: readonly Decision[]): Set<AmendmentKey> {
  return new Set(
    decisions
      .filter(({ outcome }) => outcome === 'accepted' || outcome === 'modified')
      .map(({ amendment }) => amendment),
  )
}
