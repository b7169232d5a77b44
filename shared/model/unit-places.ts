/**
 * [A4] How units stand in one language of a text, apart from their words: what a lock keeps besides the pair. Used by
 * the server on elements of a document and by the editor on its own nodes.
 */
import type { UnitId } from './ids.ts'

export type PlacedInUnit = { readonly id: string; readonly unit: string }

export type UnitPlace<B> = {
  /** Reading order. */
  readonly blocks: readonly B[]
  /** How many rows the blocks make: one, unless a block of another unit stands between them. */
  readonly runs: number
  /** How many blocks of the text have the id of one of `blocks`, these included: more than they are means a double. */
  readonly copies: number
}

/** The places of the units that are asked for; one without a block in this language has none. */
export function unitPlaces<B extends PlacedInUnit>(
  blocks: readonly B[],
  units: { has(unit: UnitId): boolean },
): ReadonlyMap<UnitId, UnitPlace<B>> {
  const found = new Map<UnitId, { blocks: B[]; runs: number }>()
  const perId = new Map<string, number>()
  let last: string | undefined
  for (const block of blocks) {
    if (block.id) perId.set(block.id, (perId.get(block.id) ?? 0) + 1)
    const unit = block.unit as UnitId
    if (units.has(unit)) {
      const place = found.get(unit) ?? { blocks: [], runs: 0 }
      found.set(unit, place)
      place.blocks.push(block)
      if (last !== unit) place.runs++
    }
    last = unit
  }
  return new Map(
    [...found].map(([unit, place]) => {
      const ids = new Set(place.blocks.map(({ id }) => id).filter(Boolean))
      const copies = [...ids].reduce((sum, id) => sum + perId.get(id)!, 0)
      return [unit, { ...place, copies }]
    }),
  )
}

/**
 * Whether a unit stands in a language as it did: the same blocks in the same order, however far from where they were,
 * not torn apart, and no other block calling itself one of them. `same` compares what two blocks say.
 */
export function standsAsBefore<B extends PlacedInUnit>(
  before: UnitPlace<B> | undefined,
  now: UnitPlace<B> | undefined,
  same: (before: B, now: B) => boolean,
): boolean {
  if (!before || !now) return before === now
  return (
    before.blocks.length === now.blocks.length &&
    before.blocks.every((block, index) => {
      const other = now.blocks[index]!
      return block.id === other.id && same(block, other)
    }) &&
    now.runs <= before.runs &&
    now.copies <= before.copies
  )
}
