/**
 * [C5] The words that the two sides last agreed on: of each unit those to which both had consented at one time, ad
 * referendum or not; the last such words where there were several, whether the consents still stand or not.
 */
import {
  type BilingualText,
  SIDES,
  type Unit,
  unitOrder,
  unitsOf,
} from '../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import type { UnitWords } from '../../shared/model/proposal.ts'
import { allConsentsOf, type StoredConsent } from '../store/agreement.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { versionText } from './on-table.ts'

export type AgreedUnit = {
  readonly unit: UnitId
  readonly pair: string
  readonly words: UnitWords
  /** Since when both had consented, ISO 8601 UTC. */
  readonly at: string
}

/** Pure. `consents` are all that were given, the oldest first. One whose words were not kept counts for nothing. */
export function lastAgreed(consents: readonly StoredConsent[]): ReadonlyMap<UnitId, AgreedUnit> {
  const agreed = new Map<UnitId, AgreedUnit>()
  const [fra, jap] = SIDES.map(side => consents.filter(consent => consent.side === side))
  for (const ours of fra!)
    for (const theirs of jap!) {
      if (ours.unit !== theirs.unit || ours.pair !== theirs.pair) continue
      const at = [ours.at, theirs.at].sort()[1]!
      const words = ours.words ?? theirs.words
      if (!words || !countsAt(ours, at) || !countsAt(theirs, at)) continue
      const known = agreed.get(ours.unit)
      if (!known || known.at <= at) agreed.set(ours.unit, { unit: ours.unit, pair: ours.pair, words, at })
    }
  return agreed
}

function countsAt({ at, withdrawnAt }: StoredConsent, instant: string): boolean {
  return at <= instant && (withdrawnAt === null || withdrawnAt > instant)
}

/**
 * The version that stood when the sides last agreed on something, each unit with the words that they last agreed on: a
 * unit on which they never agreed as it stood then, one that was agreed and is not in that version after the unit that
 * it followed where it was. `at`: when they last agreed. Undefined while they never did.
 */
export async function readLastAgreed(
  { db }: Pick<TextDeps, 'db'>,
  situation: TextSituation,
): Promise<{ readonly text: BilingualText; readonly at: string } | undefined> {
  const agreed = lastAgreed(await allConsentsOf(db, situation.text.id))
  if (agreed.size === 0) return undefined
  const at = [...agreed.values()]
    .map(unit => unit.at)
    .sort()
    .at(-1)!
  const newestFirst = situation.versions.toReversed()
  const stood = newestFirst.find(({ madeAt }) => madeAt <= at)
  const base = stood ? await versionText(db, stood.id) : NO_TEXT
  const orders: (readonly UnitId[])[] = []
  for (const { id } of newestFirst) {
    const placed = new Set([...unitOrder(base), ...orders.flat()])
    if ([...agreed.keys()].every(unit => placed.has(unit))) break
    orders.push(unitOrder(await versionText(db, id)))
  }
  const units = withAgreedWords(unitsOf(base), agreed, orders)
  return { text: { fr: units.flatMap(({ fr }) => fr), ja: units.flatMap(({ ja }) => ja) }, at }
}

const NO_TEXT: BilingualText = { fr: [], ja: [] }

/** Pure. `orders`: of texts that may have units which `base` has not; what is in none comes last. */
export function withAgreedWords(
  base: readonly Unit[],
  agreed: ReadonlyMap<UnitId, AgreedUnit>,
  orders: readonly (readonly UnitId[])[],
): readonly Unit[] {
  const stood = new Map(base.map(unit => [unit.id, unit]))
  const placed = base.map(({ id }) => id)
  for (const order of orders)
    for (const [index, unit] of order.entries()) {
      if (!agreed.has(unit) || placed.includes(unit)) continue
      const before = order.slice(0, index).findLast(each => placed.includes(each))
      placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, unit)
    }
  const nowhere = [...agreed.keys()].filter(unit => !placed.includes(unit))
  return [...placed, ...nowhere].map(id => {
    const words = agreed.get(id)?.words
    if (!words) return stood.get(id)!
    const [fr, ja] = LANGUAGES.map(language => words[language].map(block => ({ ...block, unit: id })))
    return { id, fr: fr!, ja: ja! }
  })
}
