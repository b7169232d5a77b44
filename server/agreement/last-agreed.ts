/**
 * [C5] The text that the two sides last agreed on: of each unit the words to which both had consented at one time,
 * ad referendum or not; the last such words where there were several, whether the consents still stand or not. A unit
 * on which they never agreed is not in it.
 */
import { type BilingualText, SIDES, type Unit, unitOrder } from '../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import type { UnitWords } from '../../shared/model/proposal.ts'
import { allConsentsOf, type StoredConsent } from '../store/agreement.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { versionText } from './on-table.ts'
import { readTextOnTable } from './text-on-table.ts'

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
 * In the order of the text on the table; what is no longer in it follows the unit that it followed in the last version
 * that had it. `at`: when the last of it was agreed. Undefined while nothing was.
 */
export async function readLastAgreed(
  deps: Pick<TextDeps, 'db' | 'sync'>,
  situation: TextSituation,
): Promise<{ readonly text: BilingualText; readonly at: string } | undefined> {
  const agreed = lastAgreed(await allConsentsOf(deps.db, situation.text.id))
  if (agreed.size === 0) return undefined
  const orders: (readonly UnitId[])[] = []
  const table = await readTextOnTable(deps, situation)
  if (table) orders.push(unitOrder(table.text))
  for (const { id } of situation.versions.toReversed()) {
    if (isComplete(orders, agreed)) break
    orders.push(unitOrder(await versionText(deps.db, id)))
  }
  const units = inOrder(agreed, orders)
  return {
    text: {
      fr: units.flatMap(({ fr }) => fr),
      ja: units.flatMap(({ ja }) => ja),
    },
    at: [...agreed.values()]
      .map(({ at }) => at)
      .sort()
      .at(-1)!,
  }
}

function isComplete(
  orders: readonly (readonly UnitId[])[],
  agreed: ReadonlyMap<UnitId, AgreedUnit>,
): boolean {
  const placed = new Set(orders.flat())
  return [...agreed.keys()].every(unit => placed.has(unit))
}

/** Pure. `orders`: of texts that may have the units, the one that counts most first; what is in none comes last. */
export function inOrder(
  agreed: ReadonlyMap<UnitId, AgreedUnit>,
  orders: readonly (readonly UnitId[])[],
): readonly Unit[] {
  const placed: UnitId[] = []
  for (const order of orders)
    for (const [index, unit] of order.entries()) {
      if (!agreed.has(unit) || placed.includes(unit)) continue
      const before = order.slice(0, index).findLast(each => placed.includes(each))
      placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, unit)
    }
  const nowhere = [...agreed.keys()].filter(unit => !placed.includes(unit))
  return [...placed, ...nowhere].map(id => {
    const { words } = agreed.get(id)!
    const [fr, ja] = LANGUAGES.map(language => words[language].map(block => ({ ...block, unit: id })))
    return { id, fr: fr!, ja: ja! }
  })
}
