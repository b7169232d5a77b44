/** [A3] [A4] How far the sides agree on the units of a text, as it reads at one place. */
import { agreementState, pairHashes } from '../../shared/model/agreement.ts'
import { type BilingualText, SIDES, unitOrder } from '../../shared/model/bilingual-text.ts'
import type { Stage } from '../../shared/model/edition.ts'
import type { MandateId, UnitId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { Place } from '../../shared/model/thread.ts'
import type { AgreementView, ConsentView, UnitAgreementView } from '../../shared/protocol/agreement-views.ts'
import { mayConsentAt } from '../policies/agreement-policies.ts'
import { isMemberOf } from '../policies/membership.ts'
import type { PlaceFacts } from '../policies/thread-policies.ts'
import { allConsentsOf, type Reopening, reopeningsOf, type StoredConsent } from '../store/agreement.ts'
import type { Database } from '../store/database.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { placeOnTable, versionsBefore, versionText } from './on-table.ts'

/** [A4] Once a stage that confirms the essential content has ended. */
export function isEssentialConfirmed(stages: readonly Stage[]): boolean {
  return stages.some(({ confirmsEssential, state }) => confirmsEssential && state === 'done')
}

/** Where it is read, for a chair who may consent there. `since`: a version before it; the last one where it is none. */
export type ConsentingAt = { readonly place: Place; readonly since?: string | undefined }

/** The reader must be one who may read the place, whose text is `text`. Without `at` nobody is told to consent. */
export async function readAgreement(
  db: Database,
  situation: TextSituation,
  mandates: readonly Mandate[],
  facts: PlaceFacts,
  text: BilingualText,
  at?: ConsentingAt,
): Promise<AgreementView> {
  const pairs = await pairHashes(text)
  const known: Known = {
    situation,
    consents: groupedByUnit(await allConsentsOf(db, situation.text.id)),
    reopenings: groupedByUnit(await reopeningsOf(db, situation.text.id)),
    essentialConfirmed: isEssentialConfirmed(situation.stages),
    adopted: 'version' in facts && facts.version.origin === 'adoption',
  }
  const onTable = at !== undefined && placeOnTable(situation) === at.place
  const consentsFor = onTable ? mayConsentAt(mandates, situation.text, facts) : null
  return {
    units: unitOrder(text).map(unit => unitAgreement(known, unit, pairs.get(unit)!)),
    gone: [...known.consents.keys()]
      .filter(unit => !pairs.has(unit))
      .map(unit => {
        const { earlier, history, reopenings } = unitAgreement(known, unit, '')
        return { unit, earlier, history, reopenings }
      })
      .filter(({ earlier }) => earlier.length > 0),
    consentsFor,
    sides: SIDES.filter(side => isMemberOf(mandates, side)),
    essentialConfirmed: known.essentialConfirmed,
    unchanged: at && consentsFor ? await unchangedSince(db, situation, at, pairs) : null,
  }
}

async function unchangedSince(
  db: Database,
  situation: TextSituation,
  at: ConsentingAt,
  pairs: ReadonlyMap<UnitId, string>,
): Promise<AgreementView['unchanged']> {
  const before = versionsBefore(situation, at.place)
  const since = before.find(({ id }) => id === at.since) ?? before[0]
  if (!since) return null
  const were = await pairHashes(await versionText(db, since.id))
  return {
    since: { id: since.id, label: since.label },
    units: [...pairs].filter(([unit, pair]) => were.get(unit) === pair).map(([unit]) => unit),
  }
}

type Known = {
  readonly situation: TextSituation
  readonly consents: ReadonlyMap<UnitId, readonly StoredConsent[]>
  readonly reopenings: ReadonlyMap<UnitId, readonly Reopening[]>
  readonly essentialConfirmed: boolean
  /** The place is the adopted version: what stands in it is sealed. */
  readonly adopted: boolean
}

function unitAgreement(
  { situation, consents, reopenings, essentialConfirmed, adopted }: Known,
  unit: UnitId,
  pair: string,
): UnitAgreementView {
  const title = (mandate: MandateId) => situation.mandates.get(mandate)?.title ?? null
  const view = ({ side, kind, by, at, unchangedSince }: StoredConsent): ConsentView => ({
    ...{ side, kind, by: title(by), at },
    unchangedSince: situation.versions.find(({ id }) => id === unchangedSince)?.label ?? null,
  })
  const all = consents.get(unit) ?? []
  const standing = all.filter(({ withdrawnAt }) => withdrawnAt === null)
  const holding = standing.filter(consent => consent.pair === pair)
  const earlier = standing.filter(consent => consent.pair !== pair)
  const state = adopted ? 'sealed' : agreementState(holding)
  return {
    unit,
    pair,
    state,
    locked: essentialConfirmed && state === 'agreed',
    consents: holding.map(view),
    reopened: SIDES.filter(side => earlier.some(consent => consent.side === side)),
    earlier: earlier.map(consent => ({ ...view(consent), pair: consent.pair, words: consent.words })),
    reopenings: (reopenings.get(unit) ?? []).map(({ side, reason, by, at }) => ({
      ...{ side, reason, by: title(by), at },
    })),
    history: all.map(consent => ({
      ...view(consent),
      here: consent.pair === pair,
      withdrawnAt: consent.withdrawnAt,
    })),
  }
}

function groupedByUnit<T extends { readonly unit: UnitId }>(rows: readonly T[]): Map<UnitId, T[]> {
  const byUnit = new Map<UnitId, T[]>()
  for (const row of rows) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row])
  return byUnit
}
