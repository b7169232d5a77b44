/** Several amendments ticked, to be decided at once; and the last such decision, which can be taken back as one. */
import { useCallback, useState } from 'react'
import type { AmendmentKey } from '../../../shared/model/amendment.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { AmendmentItem } from './amendment-desk.ts'
import type { BulkOutcome } from './bulk-preview.ts'
import type { Decisions } from './use-decisions.ts'

export type Bulk = {
  /** Items can be ticked. */
  readonly on: boolean
  readonly setOn: (on: boolean) => void
  /** The undecided items that are ticked, in reading order. */
  readonly ticked: readonly AmendmentItem[]
  readonly tick: (keys: readonly AmendmentKey[], on: boolean) => void
  /** Ticks these and no others. */
  readonly tickOnly: (items: readonly AmendmentItem[]) => void
  readonly asking: boolean
  readonly ask: (asking: boolean) => void
  /** False when it was refused. */
  readonly carryOut: (outcome: BulkOutcome, reason: BilingualLabel | undefined) => Promise<boolean>
  readonly last: LastBulk | null
  /** Takes the last one back, whole. */
  readonly undo: () => Promise<void>
  readonly forget: () => void
}

export type LastBulk = {
  readonly outcome: BulkOutcome
  readonly amendments: readonly AmendmentKey[]
  /** How many wait for a choice because the draft was edited at the same place. */
  readonly edited: number
  /** Taken back; `left` of them had been edited since, and their words remain. */
  readonly undone: { readonly left: number } | null
}

export function useBulk(items: readonly AmendmentItem[], decisions: Decisions): Bulk {
  const [on, setOn] = useState(false)
  const [keys, setKeys] = useState<ReadonlySet<AmendmentKey>>(new Set())
  const [asking, ask] = useState(false)
  const [last, setLast] = useState<LastBulk | null>(null)
  // What a colleague decides meanwhile is ticked no more.
  const ticked = items.filter(({ amendment, decision }) => decision === null && keys.has(amendment.key))

  const tick = useCallback<Bulk['tick']>(
    (changed, tickedNow) =>
      setKeys(before => {
        const next = new Set(before)
        for (const key of changed) {
          if (tickedNow) next.add(key)
          else next.delete(key)
        }
        return next
      }),
    [],
  )
  const carryOut: Bulk['carryOut'] = async (outcome, reason) => {
    const amendments = ticked.map(({ amendment }) => amendment.key)
    const made = await decisions.decide({ amendments, outcome, reason })
    if (!made) return false
    setLast({ outcome, amendments: made.decided, edited: made.edited.length, undone: null })
    setKeys(new Set())
    return true
  }
  const undo = async () => {
    if (!last) return
    const made = await decisions.withdraw(last.amendments)
    if (made) setLast({ ...last, undone: { left: made.edited.length } })
  }
  return {
    on,
    setOn: next => {
      setOn(next)
      setKeys(new Set())
    },
    ticked,
    tick,
    tickOnly: chosen => setKeys(new Set(chosen.map(({ amendment }) => amendment.key))),
    asking,
    ask,
    carryOut,
    last,
    undo,
    forget: () => setLast(null),
  }
}
