/** [S1] What still stands between the joint draft and its adoption, computed from what the server knows now. */
import type { Comparison } from '../../shared/compare/comparison.ts'
import { type Obstacle, obstaclesOf } from '../../shared/model/adoption.ts'
import { agreementState, pairHashes } from '../../shared/model/agreement.ts'
import { type BilingualText, unitOrder } from '../../shared/model/bilingual-text.ts'
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Draft, Fact, Stage } from '../../shared/model/edition.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { unitChangeState } from '../../shared/model/unit-change.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { undecidedProposals } from '../integration/leaving-work.ts'
import { consentsOf } from '../store/agreement.ts'
import type { Database } from '../store/database.ts'
import { listFacts } from '../store/facts.ts'
import { listStages } from '../store/stages.ts'
import { unitChangeAnswersOf, unitChangesOf } from '../store/unit-changes.ts'
import { findStoredVersion, type StoredVersion } from '../store/versions.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { findingsOf } from '../transmission/findings.ts'
import { type Departure, departureOf } from '../transmission/preview.ts'

/** The draft as it reads, with all that takes time to compute of it. */
export type Sealable = {
  readonly draft: Draft
  readonly stage: Stage
  readonly departure: Departure
  /** The version that the draft continues. */
  readonly base: StoredVersion | null
  readonly comparison: Comparison | null
  /** SHA-256 of each unit's pair; see `pairForm`. */
  readonly pairs: ReadonlyMap<UnitId, string>
}

/** `too-large` when the text takes too long to compare with its base. */
export async function sealableOf(
  { db, comparisons }: Pick<TextDeps, 'db' | 'comparisons'>,
  { facts }: Pick<TextSituation, 'facts'>,
  { draft, stage, text }: { readonly draft: Draft; readonly stage: Stage; readonly text: BilingualText },
): Promise<Sealable | Refusal> {
  const departure = await departureOf(text, facts)
  const base = (draft.base && (await findStoredVersion(db, draft.base))) || null
  const comparison = base && (await comparisons.compare(hashed(base), departure))
  if (isRefusal(comparison)) return comparison
  return { draft, stage, departure, base, comparison, pairs: await pairHashes(departure.text) }
}

/** Looks up all that others may change meanwhile, and nothing else: to be asked again in the transaction that seals. */
export async function obstaclesNow(db: Database, sealable: Sealable): Promise<readonly Obstacle[]> {
  const { draft, stage, departure, comparison, pairs } = sealable
  const { text } = departure
  const facts = await listFacts(db, stage.edition)
  const consents = await consentsOf(db, draft.text)
  const workshop = { undecided: await undecidedProposals(db, draft), standing: [] }
  const changes = await unitChangesOf(db, draft.id)
  const answers = await unitChangeAnswersOf(db, draft.id)
  const now = (await listStages(db, stage.edition)).find(({ id }) => id === stage.id)
  return obstaclesOf({
    text,
    stageIsCurrent: now?.state === 'current' && now.adopts,
    // A joint draft decides no answer: what the two sides make of each other's words are their consents.
    findings: findingsOf({ text, comparison, facts, decisions: null, workshop }),
    openFacts: new Set(facts.filter(isOpen).map(({ id }) => id)),
    agreement: unitOrder(text).map(unit => ({
      unit,
      state: agreementState(
        consents.filter(consent => consent.unit === unit && consent.pair === pairs.get(unit)),
      ),
    })),
    openChanges: changes
      .filter(
        change =>
          unitChangeState(
            change,
            answers.filter(answer => answer.change === change.id),
            pairs.get(change.unit),
          ) === 'open',
      )
      .map(({ unit }) => unit),
  })
}

function hashed({ canonical, sha256 }: StoredVersion) {
  return { ...parseCanonicalForm(canonical), sha256 }
}

function isOpen({ status, value }: Fact): boolean {
  return status === 'open' || value === null
}
