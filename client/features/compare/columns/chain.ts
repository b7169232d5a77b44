/**
 * Comparisons of neighbours put in a row: what became of each unit through a chain of states. Pure.
 *
 * States are counted from 0, the oldest; step n leads from state n to state n + 1. A row holds every unit of every
 * state that hangs together by the comparisons: a unit that was split stands in one row with its parts, units that
 * were merged with what they became, an inserted one alone with nothing before it.
 */
import type { Comparison, ComparisonRow } from '../../../../shared/compare/comparison.ts'
import type { UnitId } from '../../../../shared/model/ids.ts'

export type ChainRow = {
  /** Unique among the rows: that of the newest unit, or of the last one there was. */
  readonly key: string
  /** Per state, its units in this row, in its reading order; none where the row had not begun or is gone. */
  readonly units: readonly (readonly UnitId[])[]
  /** Per step, the rows of its comparison: those with a new unit in reading order, then what was deleted. */
  readonly steps: readonly (readonly ComparisonRow[])[]
}

type Steps = readonly Pick<Comparison, 'rows' | 'slots'>[]

/** In the reading order of the newest state; what was deleted on the way stands after what it followed. */
export function chainRows(steps: Steps): ChainRow[] {
  const groups = groupsOf(steps)
  const found = new Map<string, { units: UnitId[][]; steps: ComparisonRow[][] }>()
  const rowOf = (group: string) => {
    const known = found.get(group)
    if (known) return known
    const made = { units: Array.from({ length: steps.length + 1 }, () => []), steps: steps.map(() => []) }
    found.set(group, made)
    return made
  }
  let order: string[] = []
  for (const [step, comparison] of steps.entries()) {
    const here = printedRows(comparison)
    for (const row of [...here.filter(isKept), ...here.filter(each => !isKept(each))]) {
      const group = groups.of(step, row)
      const chain = rowOf(group)
      chain.steps[step]!.push(row)
      // A unit that two rows come from is listed once.
      for (const unit of row.oldUnits) if (!chain.units[step]!.includes(unit)) chain.units[step]!.push(unit)
      if (row.newUnit !== null && !chain.units[step + 1]!.includes(row.newUnit))
        chain.units[step + 1]!.push(row.newUnit)
    }
    order = merged(
      here.map(row => groups.of(step, row)),
      order,
    )
  }
  return order.map(group => {
    const { units, steps: rows } = found.get(group)!
    return { key: keyOf(units), units, steps: rows }
  })
}

/** Whether anything of it changed on the way. */
export function isChanged(row: ChainRow): boolean {
  return row.steps.some(step => step.some(({ kinds }) => kinds.length > 0))
}

/** Where it stands in the newest state, from 0, or where it stood when it was deleted. */
export function placeOf(row: ChainRow): { readonly position: number; readonly gone: boolean } {
  for (const [back, step] of [...row.steps].reverse().entries())
    for (const { newPosition, oldPosition } of step) {
      if (newPosition !== null) return { position: newPosition, gone: back > 0 }
      if (oldPosition !== null) return { position: oldPosition, gone: true }
    }
  throw new Error('a row of a chain without a place')
}

/** The rows of a comparison in the order in which they are printed, each once. */
function printedRows({ rows, slots }: Steps[number]): ComparisonRow[] {
  return slots.flatMap(slot => (slot.place === 'here' ? [rows[slot.row]!] : []))
}

function isKept(row: ComparisonRow): boolean {
  return row.newUnit !== null
}

/** Units of neighbouring states that a comparison puts in one row belong together: a forest with its roots. */
function groupsOf(steps: Steps) {
  const parents = new Map<string, string>()
  const rootOf = (node: string): string => {
    let root = node
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    if (root !== node) parents.set(node, root)
    return root
  }
  const join = (a: string, b: string) => {
    const [from, to] = [rootOf(a), rootOf(b)]
    if (from !== to) parents.set(from, to)
  }
  const nodesOf = (step: number, row: ComparisonRow) => [
    ...row.oldUnits.map(unit => `${step} ${unit}`),
    ...(row.newUnit === null ? [] : [`${step + 1} ${row.newUnit}`]),
  ]
  for (const [step, { rows }] of steps.entries())
    for (const row of rows) {
      const [first, ...others] = nodesOf(step, row)
      for (const other of others) join(other, first!)
    }
  return { of: (step: number, row: ComparisonRow) => rootOf(nodesOf(step, row)[0]!) }
}

/** `now` in its order, and each of `before` that is not in it after what it stood behind. */
function merged(now: readonly string[], before: readonly string[]): string[] {
  const order = [...new Set(now)]
  const known = new Set(order)
  let at = 0
  for (const group of before) {
    if (known.has(group)) at = order.indexOf(group) + 1
    else {
      order.splice(at++, 0, group)
      known.add(group)
    }
  }
  return order
}

function keyOf(units: readonly (readonly UnitId[])[]): string {
  for (let state = units.length - 1; state >= 0; state--) {
    const [unit] = units[state]!
    if (unit !== undefined) return state === units.length - 1 ? unit : `${state}-${unit}`
  }
  throw new Error('a row of a chain without a unit')
}
