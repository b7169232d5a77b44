/**
 * Writing a bilingual text into a Y.Doc with the least change: blocks are matched by id, words inside a
 * block by comparison, so that anchors and authorship of what stays survive. Used for the first content of a
 * text, for the public state of a version, and wherever a state is restored as a new change.
 */
import * as Y from 'yjs'
import { longestIncreasing } from '../compare/longest-increasing.ts'
import type { BilingualText, Block } from '../model/bilingual-text.ts'
import { normalBlock } from '../model/canonical-form.ts'
import { LANGUAGES } from '../model/language.ts'
import { fragmentOf } from './y-text.ts'
import { newParts, updateContent } from './y-write-content.ts'

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
  updateContent(element, block.content)
}
