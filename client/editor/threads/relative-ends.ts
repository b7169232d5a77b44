/**
 * The ends of a passage bound to its words in the Y.Doc: the start to the character that follows it, the end to the
 * one before it, so that what is written at either edge stays outside. (The binding's own helpers bind both ends to
 * what precedes them, and fail where nothing does.)
 */
import * as Y from 'yjs'
import type { RelativeEnds } from '../../../shared/model/thread.ts'
import { childAbove } from '../reading/readable-text.ts'

/** A block by its number in its language, from 0, and a character of it; each object in the line counts as one. */
export type YPlace = { readonly index: number; readonly offset: number }

/** Null when there are no such blocks. */
export function relativeEnds(fragment: Y.XmlFragment, start: YPlace, end: YPlace): RelativeEnds | null {
  const [first, last] = [fragment.get(start.index), fragment.get(end.index)]
  if (!(first instanceof Y.XmlElement) || !(last instanceof Y.XmlElement)) return null
  return {
    start: Y.relativePositionToJSON(relativeAt(first, start.offset, 0)),
    end: Y.relativePositionToJSON(relativeAt(last, end.offset, -1)),
  }
}

/**
 * Where the ends are now; they may have met, when all between them was deleted. `lost` when what an end was bound to
 * went with its block, `not-yet` when it has not arrived here.
 */
export function placesOfEnds(
  doc: Y.Doc,
  fragment: Y.XmlFragment,
  ends: RelativeEnds,
): { readonly start: YPlace; readonly end: YPlace } | 'lost' | 'not-yet' {
  const [start, end] = [ends.start, ends.end].map(position => placeOf(doc, fragment, position))
  if (start === 'not-yet' || end === 'not-yet') return 'not-yet'
  return typeof start === 'object' && typeof end === 'object' ? { start, end } : 'lost'
}

/** What is left of a passage of several blocks when one of its ends went with its block, or stands before the other. */
export function whatIsLeft(doc: Y.Doc, fragment: Y.XmlFragment, ends: RelativeEnds) {
  const [start, end] = [ends.start, ends.end].map(position => placeOf(doc, fragment, position))
  if (typeof start === 'object') {
    const block = fragment.get(start.index) as Y.XmlElement
    return { start, end: { index: start.index, offset: lengthBefore(block.toArray(), block.length) } }
  }
  return typeof end === 'object' ? { start: { index: end.index, offset: 0 }, end } : undefined
}

/** `assoc` as Yjs has it: 0 binds to what follows, -1 to what precedes. */
function relativeAt(block: Y.XmlElement, offset: number, assoc: 0 | -1): Y.RelativePosition {
  const parts = block.toArray()
  let before = 0
  for (const [index, part] of parts.entries()) {
    const length = lengthOf(part)
    const here = offset - before
    if (assoc === 0 ? here < length : here <= length)
      return part instanceof Y.XmlText
        ? Y.createRelativePositionFromTypeIndex(part, here, assoc)
        : Y.createRelativePositionFromTypeIndex(block, index + here, assoc)
    before += length
  }
  return Y.createRelativePositionFromTypeIndex(block, parts.length, assoc)
}

function placeOf(doc: Y.Doc, fragment: Y.XmlFragment, json: unknown): YPlace | 'lost' | 'not-yet' {
  const position = readPosition(json)
  if (!position) return 'lost'
  for (const id of [position.item, position.type])
    if (id && Y.getState(doc.store, id.client) <= id.clock) return 'not-yet'
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc)
  if (!found || found.type._item?.deleted) return 'lost'
  const block = childAbove(found.type as Y.AbstractType<unknown>, fragment)
  if (!(block instanceof Y.XmlElement) || block._item?.deleted) return 'lost'
  const index = fragment.toArray().indexOf(block)
  if (index < 0) return 'lost'
  const parts = block.toArray()
  if ((found.type as unknown) === block) return { index, offset: lengthBefore(parts, found.index) }
  const part = parts.indexOf(found.type as Y.XmlText)
  return part < 0 ? 'lost' : { index, offset: lengthBefore(parts, part) + found.index }
}

function lengthBefore(parts: readonly unknown[], index: number): number {
  return parts.slice(0, index).reduce<number>((sum, part) => sum + lengthOf(part), 0)
}

/** As `plainText` counts: the characters of a text, one for an object. */
function lengthOf(part: unknown): number {
  return part instanceof Y.XmlText ? part.length : 1
}

/** A position from a malformed or newer client is no position. */
function readPosition(json: unknown): Y.RelativePosition | undefined {
  try {
    return Y.createRelativePositionFromJSON(json)
  } catch {
    return undefined
  }
}
