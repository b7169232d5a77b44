/** Passages between three ways of naming a place: in an editor's document, in a block, in the text as one string. */
import type { Node } from '@tiptap/pm/model'
import { type BilingualText, type Block, INLINE_OBJECT } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { BlockPosition } from '../../../shared/model/thread.ts'
import type { BlockAttributes } from '../../../shared/schema/block.ts'
import type { YPlace } from './relative-ends.ts'

/** Positions in the ProseMirror document of one language. */
export type Place = { readonly from: number; readonly to: number }
/** What the two editors show. */
export type Docs = { readonly [L in Language]: Node }

const known = new WeakMap<Node, Block>()

/** The text as threads see it: the words of the blocks, without formatting, in normal form (NFC). */
export function textOfDocs(docs: Docs): BilingualText {
  return { fr: blocksOfDoc(docs.fr), ja: blocksOfDoc(docs.ja) }
}

function blocksOfDoc(doc: Node): Block[] {
  return Array.from({ length: doc.childCount }, (_, index) => {
    const node = doc.child(index)
    const found = known.get(node)
    if (found) return found
    const { id, unit, kind, level } = node.attrs as BlockAttributes
    const text = rawWords(node).normalize('NFC')
    const content: Block['content'] = text ? [{ type: 'text', text, marks: [] }] : []
    const block = { id, unit, kind, level, content } as Block
    known.set(node, block)
    return block
  })
}

export type PlacedPassage = {
  /** Of its first block. */
  readonly unit: UnitId
  readonly start: BlockPosition
  readonly end: BlockPosition
  /** The same in the Y.Doc. */
  readonly ends: { readonly start: YPlace; readonly end: YPlace }
}

/** The blocks and characters of a place; undefined when there are none between its ends. */
export function passageAt(doc: Node, { from, to }: Place): PlacedPassage | undefined {
  const start = edgeAt(doc, from, 'start')
  const end = edgeAt(doc, to, 'end')
  if (!start || !end) return undefined
  if (end.index < start.index || (end.index === start.index && end.offset <= start.offset)) return undefined
  const named = ({ index, offset }: YPlace): BlockPosition => {
    const node = doc.child(index)
    return { block: (node.attrs as BlockAttributes).id, offset: normalOffset(node, offset) } as BlockPosition
  }
  const { unit } = doc.child(start.index).attrs as BlockAttributes
  return { unit: unit as UnitId, start: named(start), end: named(end), ends: { start, end } }
}

/** Where a passage of blocks stands; undefined when its blocks do not, or nothing is between its ends. */
export function placeOfPassage(doc: Node, start: BlockPosition, end: BlockPosition): Place | undefined {
  const [from, to] = [start, end].map(({ block, offset }) => {
    let at: number | undefined
    doc.forEach((node, position) => {
      if (at === undefined && node.attrs.id === block) at = position + 1 + rawOffset(node, offset)
    })
    return at
  })
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined
}

export function placeOfEnds(doc: Node, start: YPlace, end: YPlace): Place | undefined {
  if (start.index >= doc.childCount || end.index >= doc.childCount) return undefined
  const at = ({ index, offset }: YPlace) =>
    startOf(doc, index) + Math.min(offset, doc.child(index).content.size)
  const [from, to] = [at(start), at(end)]
  return from < to ? { from, to } : undefined
}

/** The text of one language as one string; nothing stands between two blocks. */
export type Flat = {
  readonly text: string
  /** Of a position in the document, the number of characters before it. */
  at(position: number): number
  /** At the seam of two blocks a start belongs to the second, an end to the first. */
  place(from: number, to: number): Place
}

const flats = new WeakMap<Node, Flat>()

export function flatText(doc: Node): Flat {
  const found = flats.get(doc)
  if (found) return found
  const blocks: { readonly begins: number; readonly from: number; readonly length: number }[] = []
  let text = ''
  doc.forEach((node, offset) => {
    blocks.push({ begins: text.length, from: offset + 1, length: node.content.size })
    text += rawWords(node)
  })
  const position = (at: number, edge: 'start' | 'end') => {
    const block =
      blocks.findLast(({ begins, length }) =>
        edge === 'start' ? begins <= at && length > 0 : begins < at,
      ) ?? blocks[0]!
    return block.from + at - block.begins
  }
  const flat: Flat = {
    text,
    at(place) {
      const block = blocks.findLast(({ from }) => from <= place)
      return block ? block.begins + Math.min(place - block.from, block.length) : 0
    },
    place: (from, to) => ({ from: position(from, 'start'), to: position(to, 'end') }),
  }
  flats.set(doc, flat)
  return flat
}

/** As `plainText` counts, but as the words were typed: an accent may be a character of its own. */
export function rawWords(node: Node): string {
  return node.textBetween(0, node.content.size, null, INLINE_OBJECT)
}

/** A position that a deletion has left between two blocks belongs to the one whose words it bounds. */
function edgeAt(doc: Node, position: number, edge: 'start' | 'end'): YPlace | undefined {
  const $position = doc.resolve(Math.min(Math.max(position, 0), doc.content.size))
  const index = $position.index(0)
  if ($position.depth > 0) return { index, offset: $position.parentOffset }
  if (edge === 'start') return index < doc.childCount ? { index, offset: 0 } : undefined
  return index > 0 ? { index: index - 1, offset: doc.child(index - 1).content.size } : undefined
}

function startOf(doc: Node, index: number): number {
  let at = 1
  for (let before = 0; before < index; before++) at += doc.child(before).nodeSize
  return at
}

function normalOffset(node: Node, raw: number): number {
  const words = rawWords(node)
  return words.normalize('NFC') === words ? raw : words.slice(0, raw).normalize('NFC').length
}

function rawOffset(node: Node, normal: number): number {
  const words = rawWords(node)
  if (words.normalize('NFC') === words) return Math.min(normal, words.length)
  let raw = 0
  while (raw < words.length && words.slice(0, raw).normalize('NFC').length < normal) raw++
  return raw
}
