/** Threads where they hang in one text, in reading order; and how many of them each unit has. */
import { type BilingualText, type Block, unitOrder } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { locateThread, type ThreadLocation } from '../../../shared/model/locate-thread.ts'
import type { ThreadView } from '../../../shared/protocol/thread-views.ts'

export type HungThread = {
  readonly thread: ThreadView
  readonly location: ThreadLocation
  /** The unit that it is shown beside; null for one that is detached. */
  readonly unit: UnitId | null
  /** Number of the unit in the text, from 1. */
  readonly number: number | null
  /** It hangs on words that only the old text of a comparison has. */
  readonly old?: true
}

/** In the order of the text, those of a whole unit before those of its passages; the detached ones last. */
export function hangThreads(threads: readonly ThreadView[], text: BilingualText): HungThread[] {
  const located = threads.map(thread => ({ thread, location: locateThread(thread.anchor, text) }))
  return placedInOrder(located, text)
}

type Located = Pick<HungThread, 'thread' | 'location' | 'old'>

export function placedInOrder(located: readonly Located[], text: BilingualText): HungThread[] {
  const order = new Map(unitOrder(text).map((unit, index) => [unit, index]))
  const blocks = new Map(
    LANGUAGES.flatMap(language => text[language]).map((block: Block, index) => [block.id, index]),
  )
  const rank = ({ thread, location, unit }: HungThread): readonly (number | string)[] => [
    unit === null ? Number.POSITIVE_INFINITY : (order.get(unit) ?? order.size),
    location.state === 'passage' ? (blocks.get(location.start.block) ?? blocks.size) : -1,
    location.state === 'passage' ? location.start.offset : -1,
    thread.createdAt,
    thread.id,
  ]
  return located
    .map((each): HungThread => {
      const unit = each.location.state === 'detached' ? null : each.location.unit
      const index = unit === null ? undefined : order.get(unit)
      return { ...each, unit, number: index === undefined ? null : index + 1 }
    })
    .map(hung => ({ hung, rank: rank(hung) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ hung }) => hung)
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1
}

/** What the margin says of a unit's threads. */
export type UnitThreads = {
  readonly open: number
  readonly resolved: number
  /** Of the open ones. */
  readonly internal: number
  readonly shared: number
  readonly unread: boolean
  readonly callsMe: boolean
}

export function threadsByUnit(hung: readonly HungThread[]): ReadonlyMap<UnitId, UnitThreads> {
  const counts = new Map<UnitId, UnitThreads>()
  for (const { thread, unit } of hung) {
    if (unit === null) continue
    const { open, resolved, internal, shared, unread, callsMe } = counts.get(unit) ?? NONE
    const isOpen = thread.resolved ? 0 : 1
    const isShared = thread.audience === 'joint' ? isOpen : 0
    counts.set(unit, {
      open: open + isOpen,
      resolved: resolved + 1 - isOpen,
      internal: internal + isOpen - isShared,
      shared: shared + isShared,
      unread: unread || thread.unread,
      callsMe: callsMe || (thread.callsMe && !thread.resolved),
    })
  }
  return counts
}

const NONE: UnitThreads = {
  open: 0,
  resolved: 0,
  internal: 0,
  shared: 0,
  unread: false,
  callsMe: false,
}
