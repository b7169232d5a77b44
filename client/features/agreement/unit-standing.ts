/** [A3] How far the sides agree on the units of a text as it reads at this moment, from what the server knows of consents. */
import { type AgreementState, agreementState } from '../../../shared/model/agreement.ts'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type {
  AgreementView,
  ConsentView,
  EarlierConsentView,
  UnitAgreementView,
} from '../../../shared/protocol/agreement-views.ts'

/** As it is shown: a proposal says whose it is. */
export type ShownState = Exclude<AgreementState, 'proposed'> | `proposed-${Side}`

export type UnitStanding = {
  readonly unit: UnitId
  /** SHA-256 of the pair as it reads now. */
  readonly pair: string
  readonly state: ShownState
  readonly locked: boolean
  /** Consents that hold for these words. */
  readonly consents: readonly ConsentView[]
  /** Consents that count, but for other words. */
  readonly earlier: readonly EarlierConsentView[]
  /** It is not agreed, and was consented to in other words (`edited`) or reopened with a reason. */
  readonly reopened: 'edited' | 'reopened' | null
  readonly reopenings: UnitAgreementView['reopenings']
  readonly history: UnitAgreementView['history']
}

export type Standings = ReadonlyMap<UnitId, UnitStanding>

/**
 * `pairs` are those of the text as it reads now, in reading order; without them, the server's. A consent follows its
 * words: it counts wherever the pair reads so, at whatever moment the server was asked.
 */
export function standingsOf(view: AgreementView, pairs?: ReadonlyMap<UnitId, string>): Standings {
  const known = new Map(view.units.map(unit => [unit.unit, unit]))
  const gone = new Map(view.gone.map(unit => [unit.unit, unit]))
  const reads = pairs ?? new Map(view.units.map(({ unit, pair }) => [unit, pair]))
  return new Map(
    [...reads].map(([unit, pair]) => [
      unit,
      standingOf(known.get(unit) ?? { ...NOTHING, ...gone.get(unit), unit }, pair, view.essentialConfirmed),
    ]),
  )
}

const NOTHING = {
  ...{ pair: '', state: 'open', locked: false },
  ...{ consents: [], reopened: [], earlier: [], reopenings: [], history: [] },
} as const satisfies Omit<UnitAgreementView, 'unit'>

/** The last one of each unit: while somebody types, the signs of all other units stay the same objects. */
const remembered = new WeakMap<
  UnitAgreementView,
  { readonly confirmed: boolean; readonly of: UnitStanding }
>()

function standingOf(known: UnitAgreementView, pair: string, confirmed: boolean): UnitStanding {
  const last = remembered.get(known)
  if (last?.of.pair === pair && last.confirmed === confirmed) return last.of
  const of = countStanding(known, pair, confirmed)
  remembered.set(known, { confirmed, of })
  return of
}

function countStanding(known: UnitAgreementView, pair: string, essentialConfirmed: boolean): UnitStanding {
  const { unit, reopenings, history } = known
  const counting = [
    ...known.consents.map(consent => ({ ...consent, pair: known.pair, words: null })),
    ...known.earlier,
  ]
  const consents = counting.filter(consent => consent.pair === pair)
  const earlier = counting.filter(consent => consent.pair !== pair)
  const state = known.state === 'sealed' && known.pair === pair ? 'sealed' : agreementState(consents)
  const settled = state !== 'open' && state !== 'proposed'
  return {
    ...{ unit, pair, consents, earlier, reopenings, history },
    state: state === 'proposed' ? `proposed-${consents[0]!.side}` : state,
    locked: essentialConfirmed && state === 'agreed',
    reopened: settled ? null : earlier.length > 0 ? 'edited' : reopenings.length > 0 ? 'reopened' : null,
  }
}

/** What a reader may ask to see alone, in the order in which it is counted. */
export const AGREEMENT_FILTERS = [
  'agreed',
  'sealed',
  'ad-referendum',
  'proposed-fra',
  'proposed-jap',
  'open',
  'reopened',
  'locked',
  'ours',
] as const
export type AgreementFilter = (typeof AGREEMENT_FILTERS)[number]

/** `ours`: without the consent of `side` to these words; nobody's where the reader is of no side. */
export function passes(standing: UnitStanding, filter: AgreementFilter, side: Side | null): boolean {
  switch (filter) {
    case 'reopened':
      return standing.reopened !== null
    case 'locked':
      return standing.locked
    case 'ours':
      return side !== null && lacksConsentOf(standing, side)
    default:
      return standing.state === filter
  }
}

export function lacksConsentOf({ state, consents }: UnitStanding, side: Side): boolean {
  return state !== 'sealed' && !consents.some(consent => consent.side === side)
}

/** Those that any unit passes. */
export function countsOf(
  standings: Standings,
  side: Side | null,
): readonly (readonly [filter: AgreementFilter, count: number])[] {
  const all = [...standings.values()]
  return AGREEMENT_FILTERS.map(
    filter => [filter, all.filter(standing => passes(standing, filter, side)).length] as const,
  ).filter(([, count]) => count > 0)
}
