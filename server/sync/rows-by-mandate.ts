/** Rows of the log from a tick's contributions: few and compact, so that little is written to disk. */
import type { DraftId, MandateId } from '../../shared/model/ids.ts'
import { mergeUpdates } from './merge-updates.ts'
import type { Contribution } from './room.ts'
import type { LoggedUpdate } from './update-log.ts'

/**
 * One row per mandate, in the order of their first contribution; empty contributions make none. Updates that
 * Yjs does not merge stay rows of their own.
 */
export function rowsByMandate(
  draft: DraftId,
  at: string,
  contributions: readonly Contribution[],
): LoggedUpdate[] {
  const parts = new Map<MandateId, Uint8Array[]>()
  for (const { mandate, bytes } of contributions) {
    if (!bytes) continue
    const own = parts.get(mandate)
    if (own) own.push(bytes)
    else parts.set(mandate, [bytes])
  }
  return [...parts].flatMap(([mandate, updates]) =>
    mergedIfPossible(updates).map(bytes => ({ draft, mandate, at, bytes })),
  )
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
