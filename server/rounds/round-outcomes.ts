/** [A1] [C6] The amendments of a round's answer with what was decided of them, and what the third text makes of them. */
import { type AmendmentPlan, planAmendments } from '../../shared/compare/amendments.ts'
import type { Comparison } from '../../shared/compare/comparison.ts'
import type { TransmittedDecision } from '../../shared/model/amendment.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { type FactValues, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { VersionId } from '../../shared/model/ids.ts'
import type { AmendmentFates } from '../../shared/protocol/views.ts'
import { amendmentFates } from '../amendments/amendment-fates.ts'
import { leavingDecisions } from '../amendments/transmitted-decisions.ts'
import type { HashedText } from '../comparisons/comparison-cache.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { decisionsOf } from '../store/decisions.ts'
import { findStoredVersion } from '../store/versions.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { departureOf } from '../transmission/preview.ts'
import type { Round } from './find-round.ts'

export type RoundOutcomes = {
  /** From the base to the answer. */
  readonly comparison: Comparison
  readonly amendments: AmendmentPlan['amendments']
  readonly decisions: readonly TransmittedDecision[]
  /** Null without a third text, or where they take too long to compute. */
  readonly fates: AmendmentFates | null
  readonly texts: {
    readonly base: TextOfRound
    readonly answer: TextOfRound
    readonly end: TextOfRound | null
  }
}
export type TextOfRound = { readonly text: BilingualText; readonly facts: FactValues }

/** `too-large` when base and answer take too long to compare. */
export async function readRoundOutcomes(
  deps: Pick<TextDeps, 'db' | 'sync' | 'comparisons' | 'fates'>,
  situation: TextSituation,
  round: Round,
): Promise<RoundOutcomes | Refusal> {
  const [base, answer] = [await readVersion(deps, round.base.id), await readVersion(deps, round.answer.id)]
  const comparison = await deps.comparisons.compare(base, answer)
  if (isRefusal(comparison)) return comparison
  const plan = planAmendments(comparison)
  const { end, decisions } = await readEnd(deps, situation, round, plan)
  const fates = end && (await amendmentFates(deps, { base, answer, following: end }, decisions))
  return {
    comparison,
    amendments: plan.amendments,
    decisions,
    fates: isRefusal(fates) ? null : fates,
    texts: { base, answer, end },
  }
}

type ReadText = HashedText & TextOfRound

async function readVersion({ db }: Pick<TextDeps, 'db'>, id: VersionId): Promise<ReadText> {
  const { canonical, sha256 } = (await findStoredVersion(db, id))!
  return { ...parseCanonicalForm(canonical), sha256 }
}

async function readEnd(
  deps: Pick<TextDeps, 'db' | 'sync'>,
  situation: TextSituation,
  { answer, end }: Round,
  plan: AmendmentPlan,
): Promise<{ readonly end: ReadText | null; readonly decisions: readonly TransmittedDecision[] }> {
  if (end.state === 'transmitted') {
    const content = situation.decisions.get(end.version.id)?.content
    return {
      end: await readVersion(deps, end.version.id),
      decisions: content?.answer === answer.id ? content.decisions : [],
    }
  }
  if (end.state !== 'draft') return { end: null, decisions: [] }
  const decided = await decisionsOf(deps.db, end.draft.id, answer.id)
  const { content } = leavingDecisions({ answer, plan, decisions: decided })
  const words = await readDraft(deps.sync, end.draft.id)
  return {
    end: isRefusal(words) ? null : await departureOf(words, situation.facts),
    decisions: content.decisions,
  }
}
