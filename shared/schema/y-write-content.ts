/**
 * The content of one `block` element, brought to say something else with the least change. Its parts are
 * those of the editor's binding: adjacent texts in one XmlText, each break, fact and note an element.
 */
import { diffArrays } from 'diff'
import * as Y from 'yjs'
import type { Inline, Mark } from '../model/bilingual-text.ts'
import { canonicalJson } from '../model/canonical-form.ts'
import { readContent } from './y-text.ts'

/** The parts of an element that is not in a document yet. `content` in normal form. */
export function newParts(content: readonly Inline[]): (Y.XmlText | Y.XmlElement)[] {
  return partsOf(content).map(newPart)
}

/** Makes the element, which is in a document, say `content` (in normal form). */
export function updateContent(element: Y.XmlElement, content: readonly Inline[]): void {
  if (canonicalJson(readContent(element)) === canonicalJson(content)) return
  const parts = element.toArray()
  const target = partsOf(content)
  const sameShape =
    parts.length === target.length &&
    parts.every((part, index) => partKey(part) === targetKey(target[index]!))
  if (sameShape) {
    parts.forEach((part, index) => {
      if (part instanceof Y.XmlText) updateText(part, target[index] as TextPart)
    })
    return
  }
  replaceParts(element, target)
}

/** Keeps the parts that both begin and end with, and replaces those between. */
function replaceParts(element: Y.XmlElement, target: readonly Part[]): void {
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

/** Above this many edits what stands between the common head and tail is replaced as a whole. */
const MAX_EDITS = 1200

type TextEdit = { readonly added: boolean; readonly removed: boolean; readonly value: string }

/** Edits from `old` to `next`: words of letters and digits, every other character by itself, kana and kanji too. */
function textEdits(old: string, next: string): TextEdit[] {
  const [a, b] = [tokens(old), tokens(next)]
  const edits = diffArrays(a, b, { maxEditLength: MAX_EDITS })
  if (edits) return edits.map(({ added, removed, value }) => ({ added, removed, value: value.join('') }))
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const kept = { added: false, removed: false, value: a.slice(0, head).join('') }
  return [
    kept,
    { added: false, removed: true, value: a.slice(head, a.length - tail).join('') },
    { added: true, removed: false, value: b.slice(head, b.length - tail).join('') },
  ]
}

function tokens(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{N}\p{M}]+|\P{M}\p{M}*|\p{M}/gu) ?? []
}
