/**
 * [A3] [A4] [D1] What awaits a chair on the text that is on the table: paragraphs that the other side proposes, one's
 * own consents ad referendum to be confirmed, and, for whoever drafts too, what the other side has reopened.
 */
import { agreementState, pairHashes } from '../../shared/model/agreement.ts'
import { SIDES, type Side } from '../../shared/model/bilingual-text.ts'
import type { AwaitingView } from '../../shared/protocol/news-views.ts'
import { readTextOnTable } from '../agreement/text-on-table.ts'
import type { Readership } from '../http/reader.ts'
import { has, otherSide } from '../policies/membership.ts'
import { consentsOf, reopeningsOf, type StoredConsent } from '../store/agreement.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'

export async function readAwaitingAgreement(
  deps: TextDeps,
  situation: TextSituation,
  { mandates }: Readership,
): Promise<AwaitingView[]> {
  const { text } = situation
  const side = SIDES.find(each => has(mandates, ['chair', 'drafter'], each))
  if (text.kind !== 'declaration' || !side) return []
  const consents = await consentsOf(deps.db, text.id)
  const table = consents.length > 0 ? await readTextOnTable(deps, situation) : undefined
  if (!table) return []
  const units = await openUnits(deps, situation, table.text, consents)
  const other = otherSide(side)
  const view = (kind: 'consents' | 'confirmations' | 'reopenings', instants: readonly string[]) =>
    instants.length === 0
      ? []
      : [
          {
            ...{ kind, text: text.id, place: table.place, side: other, units: instants.length },
            at: instants.toSorted()[0]!,
          },
        ]
  const chairs = has(mandates, ['chair'], side)
  return [
    ...view('consents', chairs ? units.flatMap(unit => proposedBy(other, unit)) : []),
    ...view('confirmations', chairs ? units.flatMap(unit => unconfirmedBy(side, unit)) : []),
    ...view(
      'reopenings',
      units.flatMap(({ reopened }) => (reopened && reopened.side === other ? [reopened.at] : [])),
    ),
  ]
}

type OpenUnit = {
  readonly holding: readonly StoredConsent[]
  /** The last reopening with a reason. */
  readonly reopened: { readonly side: Side; readonly at: string } | undefined
}

/** Those of the text that are not agreed. */
async function openUnits(
  { db }: TextDeps,
  situation: TextSituation,
  text: Parameters<typeof pairHashes>[0],
  consents: readonly StoredConsent[],
): Promise<OpenUnit[]> {
  const reopenings = await reopeningsOf(db, situation.text.id)
  return [...(await pairHashes(text))]
    .map(([unit, pair]) => ({
      holding: consents.filter(consent => consent.unit === unit && consent.pair === pair),
      reopened: reopenings.findLast(reopening => reopening.unit === unit),
    }))
    .filter(({ holding }) => agreementState(holding) !== 'agreed')
}

/** When it was proposed; not what one's own side has reopened since: that waits for other words. */
function proposedBy(other: Side, { holding, reopened }: OpenUnit): readonly string[] {
  const [only, ...more] = holding
  if (!only || more.length > 0 || only.side !== other) return []
  return reopened && reopened.side !== other && reopened.at >= only.at ? [] : [only.at]
}

function unconfirmedBy(side: Side, { holding }: OpenUnit): readonly string[] {
  return holding.flatMap(({ side: of, kind, at }) => (of === side && kind === 'ad-referendum' ? [at] : []))
}
