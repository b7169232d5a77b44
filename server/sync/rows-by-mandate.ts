/** Rows of the log from a tick's contributions: few and compact, so that little is written to disk. */
import type { DraftId, MandateId } from '../../shared/model/ids.ts'
import { mergeUpdates } from './merge-updates.ts'
import type { Contribution } from './room.ts'
import type { Purpose } from './sittings.ts'
import type { LoggedUpdate } from './update-log.ts'

/**
 * One row per mandate, in the order of their first contribution; empty contributions make none. Updates that
 * Yjs does not merge stay rows of their own. What the server itself wrote follows, each piece a row of its own
 * and a millisecond later than what came before it: the states before and after it have instants of their own.
 */
export function rowsByMandate(
  draft: DraftId,
  at: string,
  contributions: readonly Contribution[],
): LoggedUpdate[] {
  const typed = new Map<MandateId, Uint8Array[]>()
  const written: { mandate: MandateId; purpose: Purpose; bytes: Uint8Array }[] = []
  for (const { mandate, purpose, bytes } of contributions) {
    if (!bytes) continue
    const own = typed.get(mandate)
    if (purpose !== null) written.push({ mandate, purpose, bytes })
    else if (own) own.push(bytes)
    else typed.set(mandate, [bytes])
  }
  const rows = [...typed].flatMap(([mandate, updates]) =>
    mergedIfPossible(updates).map(bytes => ({ draft, mandate, at, purpose: null, bytes })),
  )
  const first = Date.parse(at) + (rows.length > 0 ? 1 : 0)
  return [
    ...rows,
    ...written.map((each, index) => ({ draft, at: new Date(first + index).toISOString(), ...each })),
  ]
}

function mergedIfPossible(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  if (updates.length === 1) return updates
  try {
    return [mergeUpdates(updates)]
  } catch {
    // Each was decoded before it was taken in, so each can be stored and judged alone.
    return updates
  }
}
