/** Who is matched with whom while blocks are being aligned. */
import { longestIncreasing } from './longest-increasing.ts'

/** Indexes of the old and new blocks that belong together: 1-1, 1-n (a split) or n-1 (a merge), each in order. */
export type Link = { readonly old: readonly number[]; readonly new: readonly number[] }

/** A block belongs to at most one link. */
export class Pairing {
  /** The (first) new block of each old one, -1 while it is free; and the reverse. */
  readonly newOf: Int32Array
  readonly oldOf: Int32Array
  private readonly groups: Link[] = []
  private readonly grouped = new Set<number>()

  constructor(oldCount: number, newCount: number) {
    this.newOf = new Int32Array(oldCount).fill(-1)
    this.oldOf = new Int32Array(newCount).fill(-1)
  }

  pair(i: number, j: number): void {
    this.newOf[i] = j
    this.oldOf[j] = i
  }

  unpair(i: number): void {
    const j = this.newOf[i]!
    this.newOf[i] = -1
    if (j >= 0) this.oldOf[j] = -1
  }

  /** Records a bead of any shape; blocks paired before may be among its members. */
  link(bead: Link): void {
    for (const i of bead.old) this.newOf[i] = bead.new[0]!
    for (const j of bead.new) this.oldOf[j] = bead.old[0]!
    if (bead.old.length === 1 && bead.new.length === 1) return
    this.groups.push(bead)
    for (const i of bead.old) this.grouped.add(i)
  }

  freeOld(): number[] {
    return free(this.newOf, 0, this.newOf.length)
  }

  freeNew(): number[] {
    return free(this.oldOf, 0, this.oldOf.length)
  }

  isGrouped(i: number): boolean {
    return this.grouped.has(i)
  }

  /** All links, in the order of their first old block. */
  links(): Link[] {
    const groups = new Map(this.groups.map(group => [group.old[0]!, group]))
    const links: Link[] = []
    this.newOf.forEach((j, i) => {
      const group = groups.get(i)
      if (group) links.push(group)
      else if (j >= 0 && !this.grouped.has(i)) links.push({ old: [i], new: [j] })
    })
    return links
  }

  /** The free blocks between the pairs that stayed in order, gap by gap; gaps with nothing on a side are left out. */
  gaps(): Link[] {
    const paired: number[] = []
    for (let i = 0; i < this.newOf.length; i++) if (this.newOf[i]! >= 0) paired.push(i)
    const stable = longestIncreasing(paired.map(i => this.newOf[i]!)).map(index => paired[index]!)
    const gaps: Link[] = []
    let [x, y] = [0, 0]
    for (const i of [...stable, this.newOf.length]) {
      const j = i < this.newOf.length ? this.newOf[i]! : this.oldOf.length
      const gap = { old: free(this.newOf, x, i), new: free(this.oldOf, y, j) }
      if (gap.old.length && gap.new.length) gaps.push(gap)
      ;[x, y] = [i + 1, j + 1]
    }
    return gaps
  }
}

function free(partner: Int32Array, from: number, to: number): number[] {
  const places: number[] = []
  for (let i = from; i < to; i++) if (partner[i] === -1) places.push(i)
  return places
}
