/** [R5] Everything that leaves when a draft is transmitted, computed from the two texts and nothing else. */
import { type BilingualText, EMPTY_TEXT } from '../../shared/model/bilingual-text.ts'
import {
  canonicalForm,
  canonicalHash,
  type FactValues,
  parseCanonicalForm,
} from '../../shared/model/canonical-form.ts'
import type { Fact, Stage } from '../../shared/model/edition.ts'
import { factValues } from '../../shared/model/fact-values.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { withUniqueIds } from '../../shared/model/unique-ids.ts'
import type { AmendmentFates, TransmissionPreview } from '../../shared/protocol/views.ts'
import type { OpenAnswer } from '../amendments/open-answer.ts'
import { type LeavingDecisions, leavingDecisions } from '../amendments/transmitted-decisions.ts'
import type { ComparisonCache, HashedText } from '../comparisons/comparison-cache.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import type { WorkshopFindings } from '../integration/leaving-work.ts'
import type { StoredVersion } from '../store/versions.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { findingsOf } from './findings.ts'
import { nextVersion } from './version-label.ts'

/** The draft's text as it would be transmitted now. */
export type Departure = HashedText & { readonly facts: FactValues; readonly canonical: string }

export async function departureOf(text: BilingualText, facts: readonly Fact[]): Promise<Departure> {
  const values = factValues(text, facts)
  const canonical = canonicalForm(withUniqueIds(text), values)
  return {
    text: parseCanonicalForm(canonical).text,
    facts: values,
    canonical,
    sha256: await canonicalHash(canonical),
  }
}

export type PreviewInput = {
  readonly departure: Departure
  /** The version that the draft continues. */
  readonly base: StoredVersion | null
  /** The answer that the draft decides on. */
  readonly open: OpenAnswer | null
  readonly stage: Stage
  readonly situation: Pick<TextSituation, 'stages' | 'versions' | 'facts'>
  readonly comparisons: ComparisonCache
  /** What the departing text makes of the answer's amendments; null where nobody looks at it. */
  readonly fates: AmendmentFates | null
  readonly workshop: WorkshopFindings
  /** Server's clock, ISO 8601 UTC. */
  readonly now: string
}

export type Preview = Omit<TransmissionPreview, 'base' | 'decisions'> & {
  readonly decisions: LeavingDecisions | null
}

/** `too-large` when the two texts take too long to compare. */
export async function previewOf(input: PreviewInput): Promise<Preview | Refusal> {
  const { departure, base, open, stage, situation, comparisons, fates, workshop, now } = input
  const from = base
    ? { ...parseCanonicalForm(base.canonical), sha256: base.sha256 }
    : { text: EMPTY_TEXT, facts: {}, sha256: '' }
  const comparison = await comparisons.compare(from, departure)
  if (isRefusal(comparison)) return comparison
  const decisions = open && leavingDecisions(open)
  return {
    label: nextVersion(stage, situation.versions).label,
    sha256: departure.sha256,
    content: departure.text,
    facts: departure.facts,
    baseFacts: from.facts,
    comparison,
    due: stage.due,
    late: isLate(stage, now),
    nextStage: stageAfter(stage, situation.stages) ?? null,
    findings: findingsOf({
      text: departure.text,
      comparison: base ? comparison : null,
      facts: situation.facts,
      decisions: decisions && { undecided: decisions.undecided, differing: differingUnits(fates) },
      workshop,
    }),
    decisions,
  }
}

/** Where amendments stand, or would stand, of which the text says something else than the decision. */
function differingUnits(fates: AmendmentFates | null): UnitId[] {
  const differing = fates?.amendments.filter(({ differs }) => differs) ?? []
  return [...new Set(differing.flatMap(({ places }) => places.map(({ unit }) => unit)))]
}

/** [R7] Judged by the server's clock; at the very instant of the deadline it is not late. */
export function isLate(stage: Pick<Stage, 'due'>, now: string): boolean {
  return stage.due !== null && Date.parse(now) > Date.parse(stage.due.at)
}

/** The stage that opens when `stage` ends: the next of the plan, whatever its state. `stages` in order. */
export function stageAfter(stage: Stage, stages: readonly Stage[]): Stage | undefined {
  const index = stages.findIndex(each => each.id === stage.id)
  return index < 0 ? undefined : stages[index + 1]
}
