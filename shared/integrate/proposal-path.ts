/** [A2] Where proposed units go, so that the same ones give the same text in whatever order they are accepted. */
import type { UnitId } from '../model/ids.ts'

/** A unit proposed for a place: what it would follow, null at the beginning, and what stands above that, nearest first. */
export type Placed = {
  readonly unit: UnitId
  readonly after: UnitId | null
  readonly above: readonly UnitId[]
}

/**
 * What the nth of `proposed` (in the order in which they were made) is to follow, the best first: those proposed before
 * it for its place, the place, and so on upwards, each unit after all that were proposed for its place.
 */
export function pathOf(proposed: readonly Placed[], nth: number): UnitId[] {
  const { after, above } = proposed[nth]!
  const at = (place: UnitId | null, among: readonly Placed[]) =>
    among.filter(each => each.after === place).map(({ unit }) => unit)
  const own = [...at(after, proposed.slice(0, nth)).toReversed(), ...(after === null ? [] : [after])]
  const higher = above.flatMap(place => [...at(place, proposed).toReversed(), place])
  return [...own, ...higher, ...(after === null ? [] : at(null, proposed).toReversed())]
}
