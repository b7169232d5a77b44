/** From the links of both languages to rows: which units belong together, which moved, in what order they stand. */
import { type BilingualText, type Block, unitOrder } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import { heaviestIncreasing } from './longest-increasing.ts'
import type { Link } from './pairing.ts'

export type LinksPerLanguage = { readonly [L in Language]: readonly Link[] }

/** A row before its words are compared. */
export type RowPlan = {
  readonly key: string
  readonly oldUnits: readonly UnitId[]
  readonly newUnit: UnitId | null
  readonly oldPosition: number | null
  readonly newPosition: number | null
}

export type SlotPlan = { readonly row: RowPlan; readonly place: 'here' | 'left' }

export type Plan = {
  /** Where rows are shown, in order; see `Slot`. */
  readonly slots: readonly SlotPlan[]
  /** Rows that stand at another place than before, by key. */
  readonly moved: ReadonlySet<string>
  readonly rowOfOld: (unit: UnitId) => RowPlan
  readonly rowOfNew: (unit: UnitId) => RowPlan
}

export function planRows(
  a: BilingualText,
  b: BilingualText,
  links: LinksPerLanguage,
  weights: () => ReadonlyMap<UnitId, number>,
): Plan {
  const [oldOrder, newOrder] = [unitOrder(a), unitOrder(b)]
  const [oldPlace, newPlace] = [placesOf(oldOrder), placesOf(newOrder)]
  const bonds = bondsOf(a, b, links)
  const kept = newOrder.map((newUnit, newPosition): RowPlan => {
    const isOld = oldPlace.has(newUnit)
    const others = bonds.new.get(newUnit)
    const oldUnits = others
      ? [...others.keys(), ...(isOld ? [newUnit] : [])].sort((x, y) => oldPlace.get(x)! - oldPlace.get(y)!)
      : isOld
        ? [newUnit]
        : []
    const main = isOld ? newUnit : strongest(others)
    const oldPosition = main === undefined ? null : oldPlace.get(main)!
    return { key: newUnit, oldUnits, newUnit, oldPosition, newPosition }
  })
  const gone: RowPlan[] = []
  const rowOfGone = new Map<UnitId, RowPlan>()
  oldOrder.forEach((unit, oldPosition) => {
    if (newPlace.has(unit)) return
    const partner = strongest(bonds.old.get(unit))
    const row =
      partner === undefined
        ? { key: `-${unit}`, oldUnits: [unit], newUnit: null, oldPosition, newPosition: null }
        : kept[newPlace.get(partner)!]!
    if (partner === undefined) gone.push(row)
    rowOfGone.set(unit, row)
  })
  const stable = stableRows(kept, weights)
  return {
    slots: slotsOf(kept, gone, stable),
    moved: new Set(kept.filter(row => row.oldPosition !== null && !stable.has(row)).map(row => row.key)),
    rowOfOld: unit => rowOfGone.get(unit) ?? kept[newPlace.get(unit)!]!,
    rowOfNew: unit => kept[newPlace.get(unit)!]!,
  }
}

/** The links of one language, in order of their old blocks, that stand at another place among the others than before. */
export function movedLinks(
  links: readonly Link[],
  blocks: readonly Block[],
  plan: Plan,
  weights: () => ReadonlyMap<UnitId, number>,
): ReadonlySet<Link> {
  if (links.every((link, index) => index === 0 || link.new[0]! > links[index - 1]!.new[0]!)) return new Set()
  const inNewOrder = [...links].sort((x, y) => x.new[0]! - y.new[0]!)
  const weight = (link: Link) => {
    const { unit } = blocks[link.new[0]!]!
    // What stays in its row's place stays in both languages: the choice between two swapped rows is made once.
    return (weights().get(unit) ?? 1) + (plan.moved.has(unit) ? 0 : 1e9)
  }
  const stable = heaviestIncreasing(
    inNewOrder.map(link => link.old[0]!),
    inNewOrder.map(weight),
  )
  const moved = new Set(inNewOrder)
  for (const index of stable) moved.delete(inNewOrder[index]!)
  return moved
}

/** How much text a unit has, both languages together: of two swapped units the lighter one moved. */
export function unitWeights(text: BilingualText): Map<UnitId, number> {
  const weights = new Map<UnitId, number>()
  for (const language of LANGUAGES)
    for (const { unit, content } of text[language]) {
      const length = content.reduce(
        (sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 1),
        1,
      )
      weights.set(unit, (weights.get(unit) ?? 0) + (language === 'fr' ? length : 2 * length))
    }
  return weights
}

type Bonds = Map<UnitId, Map<UnitId, number>>

/** How many characters of each old unit ended up in each new one of another id, and the reverse. */
function bondsOf(
  a: BilingualText,
  b: BilingualText,
  links: LinksPerLanguage,
): { readonly old: Bonds; readonly new: Bonds } {
  const bonds = { old: new Map() as Bonds, new: new Map() as Bonds }
  const add = (to: Bonds, key: UnitId, other: UnitId, weight: number) => {
    const known = to.get(key) ?? new Map<UnitId, number>()
    known.set(other, (known.get(other) ?? 0) + weight)
    to.set(key, known)
  }
  for (const language of LANGUAGES)
    for (const link of links[language])
      for (const i of link.old)
        for (const j of link.new) {
          const [old, now] = [a[language][i]!, b[language][j]!]
          if (old.unit === now.unit) continue
          const weight = Math.min(lengthOf(old), lengthOf(now)) * (language === 'fr' ? 1 : 2)
          add(bonds.old, old.unit, now.unit, weight)
          add(bonds.new, now.unit, old.unit, weight)
        }
  return bonds
}

function lengthOf({ content }: Block): number {
  return content.reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 1), 1)
}

function strongest(bonds: ReadonlyMap<UnitId, number> | undefined): UnitId | undefined {
  let best: UnitId | undefined
  let most = 0
  for (const [unit, weight] of bonds ?? []) if (weight > most) [best, most] = [unit, weight]
  return best
}

function placesOf(order: readonly UnitId[]): Map<UnitId, number> {
  const places = new Map<UnitId, number>()
  for (let place = 0; place < order.length; place++) places.set(order[place]!, place)
  return places
}

/** The heaviest rows that kept their order. Rows split off one unit are in order as they stand. */
function stableRows(
  kept: readonly RowPlan[],
  weights: () => ReadonlyMap<UnitId, number>,
): ReadonlySet<RowPlan> {
  const both = kept.filter(row => row.oldPosition !== null)
  if (both.every((row, index) => index === 0 || row.oldPosition! >= both[index - 1]!.oldPosition!))
    return new Set(both)
  const byOld = [...both.keys()].sort((x, y) => both[x]!.oldPosition! - both[y]!.oldPosition! || x - y)
  const rank = new Int32Array(both.length)
  byOld.forEach((index, place) => {
    rank[index] = place
  })
  const indexes = heaviestIncreasing(
    [...rank],
    both.map(row => weights().get(row.newUnit!) ?? 1),
  )
  return new Set(indexes.map(index => both[index]!))
}

/**
 * Every kept row in the new order; deleted rows, and pointers to moved ones, right after the row that stood
 * before them and did not move.
 */
function slotsOf(
  kept: readonly RowPlan[],
  gone: readonly RowPlan[],
  stable: ReadonlySet<RowPlan>,
): SlotPlan[] {
  const left = kept.filter(row => row.oldPosition !== null && !stable.has(row))
  const old: SlotPlan[] = [
    ...gone.map(row => ({ row, place: 'here' as const })),
    ...left.map(row => ({ row, place: 'left' as const })),
  ].sort((x, y) => x.row.oldPosition! - y.row.oldPosition!)
  const slots: SlotPlan[] = []
  let next = 0
  const addOld = (until: number) => {
    while (next < old.length && old[next]!.row.oldPosition! < until) slots.push(old[next++]!)
  }
  const ends = kept.filter(row => stable.has(row)).map(row => row.oldPosition!)
  let passed = 0
  addOld(ends[0] ?? Number.POSITIVE_INFINITY)
  for (const row of kept) {
    slots.push({ row, place: 'here' })
    if (stable.has(row)) addOld(ends[++passed] ?? Number.POSITIVE_INFINITY)
  }
  return slots
}
