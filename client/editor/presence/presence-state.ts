/**
 * What travels about presence: where one's caret is, as positions in the Y.Doc. Who one is, the server
 * writes. Nothing of the text is in it.
 */
import * as Y from 'yjs'
import type { Language } from '../../../shared/model/language.ts'
import type { PresenceUser } from '../../../shared/protocol/sync-protocol.ts'

/** Set by us under the key `cursor`; null when no editor has the focus. */
export type PresenceCursor = {
  readonly language: Language
  /** Y.RelativePosition as JSON. */
  readonly anchor: unknown
  readonly head: unknown
}

export type Presence = {
  readonly client: number
  readonly user: PresenceUser
  readonly cursor: PresenceCursor | null
}

/** Reads one awareness state; anything that does not have its shape is not shown. */
export function readPresence(client: number, state: unknown): Presence | undefined {
  const { user, cursor } = (state ?? {}) as { user?: unknown; cursor?: unknown }
  const { mandate, name, colour } = (user ?? {}) as Record<string, unknown>
  if (typeof name !== 'string' || typeof mandate !== 'string' || typeof colour !== 'number') return undefined
  return {
    client,
    user: { mandate, name, colour: Math.abs(Math.trunc(colour)) % 12 },
    cursor: readCursor(cursor),
  }
}

/** A cursor of any shape as one of ours, or null. */
export function readCursor(cursor: unknown): PresenceCursor | null {
  const { language, anchor, head } = (cursor ?? {}) as Record<string, unknown>
  return (language === 'fr' || language === 'ja') && anchor && head ? { language, anchor, head } : null
}

/** The unit a cursor is in, found in the Y.Doc. */
export function unitOfCursor(doc: Y.Doc, cursor: PresenceCursor): string | undefined {
  const position = positionOf(cursor.head, doc)
  let type: Y.AbstractType<unknown> | null = position?.type ?? null
  while (type) {
    if (type instanceof Y.XmlElement && type.nodeName === 'block')
      return String(type.getAttribute('unit') ?? '')
    type = (type._item?.parent as Y.AbstractType<unknown> | undefined) ?? null
  }
  return undefined
}

function positionOf(json: unknown, doc: Y.Doc) {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), doc)
  } catch {
    // A position from a malformed or newer client is no position.
    return null
  }
}
