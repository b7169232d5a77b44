/**
 * Writing a bilingual text into a Y.Doc with the least change: blocks are matched by id, words inside a
 * block by comparison, so that anchors and authorship of what stays survive. Used for the first content of a
 * text, for the public state of a version, and wherever a state is restored as a new change.
 */
import { diffArrays } from 'diff'
import * as Y from 'yjs'
import type { BilingualText, Block, Inline, Mark } from '../model/bilingual-text.ts'
import { canonicalJson, normalBlock } from '../model/canonical-form.ts'
import { LANGUAGES } from '../model/language.ts'
import { fragmentOf, readContent } from './y-text.ts'

/** Above this many edits the words of a block are replaced between their common head and tail. */
const MAX_EDITS = 1200

/** Makes the document read as `target`, in one transaction with `origin`. */
export function applyBilingualText(doc: Y.Doc, target: BilingualText, origin: unknown = null): void {
  doc.transact(() => {
    for (const language of LANGUAGES)
      applyBlocks(fragmentOf(doc, language), target[language].map(normalBlock))
  }, origin)
}

/** A new document that reads as `text`, as one Yjs update. */
export function newDocumentState(text: BilingualText): Uint8Array {
  return publicState(null, text)
}

/**
 * The state of a version as the other side may have it: the state of its base plus one change, made by a
 * client id that belongs to nobody. Nothing of a private draft's working history is in its bytes: it never
 * sees the draft's document, only what it finally says.
 */
export function publicState(base: Uint8Array | null, target: BilingualText): Uint8Array {
  const doc = new Y.Doc({ gc: true })
  try {
    if (base) Y.applyUpdate(doc, base)
    applyBilingualText(doc, target)
    return Y.encodeStateAsUpdate(doc)
  } finally {
    doc.destroy()
  }
}

/** One empty paragraph per language, in one unit: the first content of a text begun from nothing. */
export function blankText(newId: () => string): BilingualText {
  const unit = newId() as Block['unit']
  const block = (): Block => ({ id: newId() as Block['id'], unit, kind: 'paragraph', level: 1, content: [] })
  return { fr: [block()], ja: [block()] }
}

function applyBlocks(fragment: Y.XmlFragment, target: readonly Block[]): void {
  const kept = keptElements(fragment, target)
  const children = fragment.toArray()
  for (let index = children.length - 1; index >= 0; index--)
    if (!kept.has(children[index] as Y.XmlElement)) fragment.delete(index, 1)

  const elementOf = new Map([...kept].map(([element, block]) => [block, element]))
  target.forEach((block, index) => {
    const element = elementOf.get(block)
    if (element) updateElement(element, block)
    else fragment.insert(index, [newElement(block)])
  })
}

/**
 * The elements that stay in place, each with its block of the target: matched by id, in an order that both
 * lists share (the longest one); a block that moved is inserted anew.
 */
function keptElements(fragment: Y.XmlFragment, target: readonly Block[]): Map<Y.XmlElement, Block> {
  const positionOf = new Map<string, number>()
  target.forEach((block, index) => {
    if (!positionOf.has(block.id)) positionOf.set(block.id, index)
  })
  const candidates: { element: Y.XmlElement; position: number }[] = []
  const seen = new Set<number>()
  for (const child of fragment.toArray()) {
    if (!(child instanceof Y.XmlElement) || child.nodeName !== 'block') continue
    const position = positionOf.get(String(child.getAttribute('id')))
    if (position === undefined || seen.has(position)) continue
    seen.add(position)
    candidates.push({ element: child, position })
  }
  return new Map(
    longestIncreasing(candidates.map(candidate => candidate.position)).map(index => {
      const { element, position } = candidates[index]!
      return [element, target[position]!]
    }),
  )
}

/** Indices of a longest strictly increasing subsequence (patience sorting with back links). */
function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
  })
  const result: number[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) result.unshift(index)
  return result
}

function newElement(block: Block): Y.XmlElement {
  const element = new Y.XmlElement('block')
  setAttributes(element, block)
  element.insert(0, newParts(block.content))
  return element
}

function setAttributes(element: Y.XmlElement, block: Block): void {
  for (const key of ['kind', 'level', 'id', 'unit'] as const)
    if ((element.doc ? element.getAttribute(key) : undefined) !== block[key])
      // Attribute values of XML elements are typed as strings, but hold any JSON; the binding stores numbers too.
      element.setAttribute(key, block[key] as string)
}

function updateElement(element: Y.XmlElement, block: Block): void {
  setAttributes(element, block)
  if (canonicalJson(readContent(element)) === canonicalJson(block.content)) return
  const parts = element.toArray()
  const target = partsOf(block.content)
  const sameShape =
    parts.length === target.length &&
    parts.every((part, index) => partKey(part) === targetKey(target[index]!))
  if (sameShape) {
    parts.forEach((part, index) => {
      if (part instanceof Y.XmlText) updateText(part, target[index] as TextPart)
    })
    return
  }
  const textOnly = (part: unknown) => part instanceof Y.XmlText
  if (parts.length === 1 && textOnly(parts[0]) && target.length === 0) {
    element.delete(0, 1)
    return
  }
  replaceParts(element, block)
}

/** Keeps the parts that both begin and end with, and replaces those between. */
function replaceParts(element: Y.XmlElement, block: Block): void {
  const target = partsOf(block.content)
  const parts = element.toArray()
  const same = (part: unknown, wanted: Part | undefined) =>
    wanted !== undefined && fullKey(part) === wantedKey(wanted)
  let head = 0
  while (head < parts.length && head < target.length && same(parts[head], target[head])) head++
  let tail = 0
  while (
    tail < parts.length - head &&
    tail < target.length - head &&
    same(parts[parts.length - 1 - tail], target[target.length - 1 - tail])
  )
    tail++
  element.delete(head, parts.length - head - tail)
  element.insert(
    head,
    target.slice(head, target.length - tail).map(part => newPart(part)),
  )
}

type TextPart = { readonly type: 'texts'; readonly texts: readonly Extract<Inline, { type: 'text' }>[] }
type Part = TextPart | Exclude<Inline, { type: 'text' }>

/** Adjacent texts make one XmlText, as the editor's binding has it. */
function partsOf(content: readonly Inline[]): Part[] {
  const parts: Part[] = []
  for (const inline of content) {
    const last = parts.at(-1)
    if (inline.type !== 'text') parts.push(inline)
    else if (last?.type === 'texts')
      parts[parts.length - 1] = { type: 'texts', texts: [...last.texts, inline] }
    else parts.push({ type: 'texts', texts: [inline] })
  }
  return parts
}

function partKey(part: unknown): string {
  return part instanceof Y.XmlText ? 'texts' : fullKey(part)
}
function targetKey(part: Part): string {
  return part.type === 'texts' ? 'texts' : wantedKey(part)
}
function fullKey(part: unknown): string {
  if (part instanceof Y.XmlText) return canonicalJson(part.toDelta())
  return part instanceof Y.XmlElement ? canonicalJson([part.nodeName, part.getAttributes()]) : 'unknown'
}
function wantedKey(part: Part): string {
  if (part.type === 'texts') return canonicalJson(deltaOf(part))
  if (part.type === 'fact') return canonicalJson(['fact', { fact: part.fact }])
  if (part.type === 'note') return canonicalJson(['note', { text: part.text }])
  return canonicalJson(['break', {}])
}

function newParts(content: readonly Inline[]): (Y.XmlText | Y.XmlElement)[] {
  return partsOf(content).map(newPart)
}

function newPart(part: Part): Y.XmlText | Y.XmlElement {
  if (part.type === 'texts') {
    const text = new Y.XmlText()
    text.applyDelta(deltaOf(part))
    return text
  }
  const element = new Y.XmlElement(part.type)
  if (part.type === 'fact') element.setAttribute('fact', part.fact)
  if (part.type === 'note') element.setAttribute('text', part.text)
  return element
}

type Delta = { insert: string; attributes?: Record<string, unknown> }[]

function deltaOf(part: TextPart): Delta {
  return part.texts.map(({ text, marks }) =>
    marks?.length ? { insert: text, attributes: attributesOf(marks) } : { insert: text },
  )
}

function attributesOf(marks: readonly Mark[]): Record<string, unknown> {
  return Object.fromEntries(
    marks.map(mark => {
      const { type, ...attributes } = mark
      return [type === 'bracket' ? `bracket--${overlapSuffix(canonicalJson(mark))}` : type, attributes]
    }),
  )
}

/** Eight base64 characters that tell overlapping marks of one kind apart; the binding accepts any. */
function overlapSuffix(key: string): string {
  let hash = 0xcbf29ce484222325n
  for (const unit of new TextEncoder().encode(key))
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit)) * 0x100000001b3n)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return Array.from({ length: 8 }, (_, index) => alphabet[Number((hash >> BigInt(index * 6)) & 63n)]).join('')
}

function updateText(text: Y.XmlText, target: TextPart): void {
  const wanted = deltaOf(target)
  const old = (text.toDelta() as Delta).map(run => run.insert).join('')
  const next = wanted.map(run => run.insert).join('')
  let at = 0
  for (const { added, removed, value } of textEdits(old, next)) {
    if (removed) text.delete(at, value.length)
    else {
      if (added) text.insert(at, value, {})
      at += value.length
    }
  }
  const delta = text.toDelta() as Delta
  if (canonicalJson(delta) === canonicalJson(wanted)) return
  const cleared = Object.fromEntries(
    delta.flatMap(run => Object.keys(run.attributes ?? {})).map(key => [key, null]),
  )
  text.applyDelta(
    wanted.map(run => ({ retain: run.insert.length, attributes: { ...cleared, ...run.attributes } })),
  )
}

/** Edits from `old` to `next`: words of letters and digits, every other character by itself, kana and kanji too. */
function textEdits(old: string, next: string): { added: boolean; removed: boolean; value: string }[] {
  const edits = diffArrays(tokens(old), tokens(next), { maxEditLength: MAX_EDITS })
  if (edits)
    return edits.map(edit => ({ added: edit.added, removed: edit.removed, value: edit.value.join('') }))
  return [
    { added: false, removed: true, value: old },
    { added: true, removed: false, value: next },
  ]
}

function tokens(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{N}\p{M}]+|\P{M}\p{M}*|\p{M}/gu) ?? []
}
