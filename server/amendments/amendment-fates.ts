/**
 * [C6] The amendments of an answer beside the text that followed it: the fate of each as the three texts show it, the
 * decision as recorded, and whether the two agree.
 */
import type { Amendment } from '../../shared/compare/amendments.ts'
import type { ComparisonRow } from '../../shared/compare/comparison.ts'
import type { AmendmentFate } from '../../shared/compare/fate.ts'
import { FATES, OUTCOMES, type TransmittedDecision } from '../../shared/model/amendment.ts'
import { unitOrder } from '../../shared/model/bilingual-text.ts'
import { countBy } from '../../shared/model/count-by.ts'
import { decisionDiffers } from '../../shared/model/decision-check.ts'
import type { AmendmentFates, AmendmentFateView, FateCounts } from '../../shared/protocol/views.ts'
import type { ThreeTexts } from '../comparisons/fate-cache.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import type { TextDeps } from '../texts/text-deps.ts'

/** `too-large` when the texts take too long to compare. */
export async function amendmentFates(
  deps: Pick<TextDeps, 'comparisons' | 'fates'>,
  texts: ThreeTexts,
  decisions: readonly TransmittedDecision[],
): Promise<AmendmentFates | Refusal> {
  const known = await deps.fates.fates(texts)
  if (isRefusal(known)) return known
  const since = await deps.comparisons.compare(texts.answer, texts.following)
  if (isRefusal(since)) return since
  const { comparison, amendments, fates } = known
  const rowOf = new Map(comparison.rows.map(row => [row.key, row]))
  const positionOf = new Map(unitOrder(texts.following.text).map((unit, position) => [unit, position]))
  const decisionOf = new Map(decisions.map(decision => [decision.amendment, decision]))

  const views = amendments.map((amendment, index): AmendmentFateView => {
    const fate = fates[index]!
    const decision = decisionOf.get(amendment.key)
    return {
      amendment: amendment.key,
      kinds: amendment.kinds,
      alarm: amendment.alarm,
      rows: amendment.rows.map(key => rowOf.get(key)!),
      fate: fate.fate,
      fr: fate.fr,
      ja: fate.ja,
      places: fate.in.map(unit => ({ unit, position: positionOf.get(unit)! })),
      now: since.rows.filter(standsInPlaceOf(amendment, fate)),
      decision: decision ? { outcome: decision.outcome, reason: decision.reason } : null,
      differs: decision !== undefined && decisionDiffers(decision.outcome, fate, texts.following.text),
    }
  })
  const keys = new Set(amendments.map(({ key }) => key))
  return {
    amendments: views,
    counts: countsOf(views),
    unplaced: decisions.filter(decision => !keys.has(decision.amendment)),
  }
}

/** Which rows, from the answer to the text that followed, show what stands in the amendment's place. */
function standsInPlaceOf(amendment: Amendment, { fate, in: places }: AmendmentFate) {
  const answered = new Set<string>(amendment.newUnits)
  const own = new Set<string>([...amendment.oldUnits, ...amendment.newUnits])
  const here = new Set<string>(places)
  // Put in by the answer and not taken, or deleted and gone: `places` only says beside what it would stand.
  const gone =
    (amendment.oldUnits.length === 0 && fate === 'not-taken') ||
    (amendment.newUnits.length === 0 && fate === 'taken')
  return ({ oldUnits, newUnit }: ComparisonRow): boolean =>
    oldUnits.some(unit => answered.has(unit)) ||
    (newUnit !== null && here.has(newUnit) && (!gone || own.has(newUnit)))
}

function countsOf(views: readonly AmendmentFateView[]): FateCounts {
  return {
    amendments: views.length,
    fates: countBy(FATES, views, ({ fate }) => fate),
    decisions: countBy(OUTCOMES, views, ({ decision }) => decision?.outcome ?? null),
    undecided: views.filter(({ decision }) => !decision).length,
    differing: views.filter(({ differs }) => differs).length,
  }
}
