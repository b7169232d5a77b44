/** [A3] [A4] How far the sides agree on the units of a text, as it reads at one place. */
import { agreementState, type Consent, pairHashes } from '../../shared/model/agreement.ts'
import { type BilingualText, type Side, unitOrder } from '../../shared/model/bilingual-text.ts'
import type { Stage } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { AgreementView, UnitAgreementView } from '../../shared/protocol/agreement-views.ts'
import { mayConsentAt } from '../policies/agreement-policies.ts'
import type { PlaceFacts } from '../policies/thread-policies.ts'
import { consentsOf, type Reopening, reopeningsOf } from '../store/agreement.ts'
import type { Database } from '../store/database.ts'
import type { TextSituation } from '../texts/text-situation.ts'

/** [A4] Once a stage that confirms the essential content has ended. */
export function isEssentialConfirmed(stages: readonly Stage[]): boolean {
  return stages.some(({ confirmsEssential, state }) => confirmsEssential && state === 'done')
}

/** The reader must be one who may read the place, whose text is `text`. */
export async function readAgreement(
  db: Database,
  situation: TextSituation,
  mandates: readonly Mandate[],
  place: PlaceFacts,
  text: BilingualText,
): Promise<AgreementView> {
  const id = situation.text.id
  const [pairs, consents, reopenings] = [
    await pairHashes(text),
    await consentsOf(db, id),
    await reopeningsOf(db, id),
  ]
  const essentialConfirmed = isEssentialConfirmed(situation.stages)
  const sealed = 'version' in place && place.version.origin === 'adoption'
  return {
    units: unitOrder(text).map(unit =>
      unitAgreement(situation, {
        unit,
        pair: pairs.get(unit)!,
        consents: consents.filter(consent => consent.unit === unit),
        reopenings: reopenings.filter(reopening => reopening.unit === unit),
        essentialConfirmed,
        sealed,
      }),
    ),
    consentsFor: mayConsentAt(mandates, situation.text, place),
    essentialConfirmed,
  }
}

type Known = {
  readonly unit: UnitAgreementView['unit']
  readonly pair: string
  readonly consents: readonly Consent[]
  readonly reopenings: readonly Reopening[]
  readonly essentialConfirmed: boolean
  /** [S1] It is read in the adopted version. */
  readonly sealed: boolean
}

function unitAgreement(
  { mandates }: TextSituation,
  { unit, pair, consents, reopenings, essentialConfirmed, sealed }: Known,
): UnitAgreementView {
  const holding = consents.filter(consent => consent.pair === pair)
  const state = sealed ? 'sealed' : agreementState(holding)
  const title = (mandate: Consent['by']) => mandates.get(mandate)?.title ?? null
  const reopened: Side[] = consents.filter(consent => consent.pair !== pair).map(({ side }) => side)
  return {
    unit,
    pair,
    state,
    locked: sealed || (essentialConfirmed && state === 'agreed'),
    consents: holding.map(({ side, kind, by, at }) => ({ side, kind, by: title(by), at })),
    reopened,
    reopenings: reopenings.map(({ side, reason, by, at }) => ({ side, reason, by: title(by), at })),
  }
}
