/** A comment that is being written, kept on this device until the server has it. */
import type { Audience } from '../../../shared/model/bilingual-text.ts'
import type { Anchor } from '../../../shared/model/thread.ts'
import { readKeptEntry } from '../../kept-on-device.ts'

export type KeptComment = {
  /** With tokens for those who are called: names depend on the language of the interface. */
  readonly body: string
  /** Of a new thread: for whom it is meant, and where it is to hang. */
  readonly audience: Audience | null
  readonly anchor: Anchor | null
}

export function readKeptComment(storage: Storage, key: string): KeptComment | undefined {
  const kept = readKeptEntry(storage, key)
  if (typeof kept !== 'object' || kept === null || !('body' in kept)) return undefined
  const { body, audience, anchor } = kept as { body: unknown; audience?: unknown; anchor?: unknown }
  if (typeof body !== 'string' || !body.trim()) return undefined
  return {
    body,
    audience: audience === 'fra' || audience === 'jap' || audience === 'joint' ? audience : null,
    anchor: isAnchor(anchor) ? anchor : null,
  }
}

/** Written by us: the shape tells it from what an older program kept. */
function isAnchor(value: unknown): value is Anchor {
  return (
    typeof value === 'object' &&
    value !== null &&
    'unit' in value &&
    typeof value.unit === 'string' &&
    'blocks' in value &&
    Array.isArray(value.blocks) &&
    'passage' in value
  )
}
