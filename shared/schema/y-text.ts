/**
 * Bilingual text ↔ Y.Doc. The document has two XML fragments, `fr` and `ja`; each child is an element
 * `block` (attributes kind, level, id, unit) whose children are text with formatting attributes and the
 * elements `fact`, `note`, `break`. This is the shape that the editor's binding reads and writes.
 * No ProseMirror schema is involved: reading never changes the document.
 */
import * as Y from 'yjs'
import type { BilingualText, Block, Inline, Mark } from '../model/bilingual-text.ts'
import { normalContent } from '../model/canonical-form.ts'
import type { BlockId, FactId, UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import { isBlockKind, isBlockLevel } from './block.ts'

/** A block, mark or inline object that this program's schema does not know; the document keeps it. */
export class UnreadableBlock extends Error {
  readonly language: Language
  /** Position among the children of the language's fragment, from 0. */
  readonly index: number
  constructor(language: Language, index: number, what: string) {
    super(`block ${index} of ${language} cannot be read: ${what}`)
    this.language = language
    this.index = index
  }
}

/** The text of a document, in normal form. Throws `UnreadableBlock`. */
export function readBilingualText(doc: Y.Doc): BilingualText {
  return { fr: readBlocks(doc, 'fr'), ja: readBlocks(doc, 'ja') }
}

/** Every place that `readBilingualText` would stumble over, one per block. */
export function findUnreadable(doc: Y.Doc): UnreadableBlock[] {
  return LANGUAGES.flatMap(language =>
    fragmentOf(doc, language)
      .toArray()
      .flatMap((child, index) => {
        try {
          readBlock(child, language, index)
          return []
        } catch (error) {
          if (error instanceof UnreadableBlock) return [error]
          throw error
        }
      }),
  )
}

export function fragmentOf(doc: Y.Doc, language: Language): Y.XmlFragment {
  return doc.getXmlFragment(language)
}

function readBlocks(doc: Y.Doc, language: Language): Block[] {
  return fragmentOf(doc, language)
    .toArray()
    .map((child, index) => readBlock(child, language, index))
}

function readBlock(child: unknown, language: Language, index: number): Block {
  if (!(child instanceof Y.XmlElement) || child.nodeName !== 'block')
    throw new UnreadableBlock(language, index, 'not a block')
  const { kind, level, id, unit } = child.getAttributes() as Record<string, unknown>
  if (!isBlockKind(kind) || !isBlockLevel(level))
    throw new UnreadableBlock(language, index, `kind ${kind} ${level}`)
  return {
    id: String(id ?? '') as BlockId,
    unit: String(unit ?? '') as UnitId,
    kind,
    level,
    content: normalContent(child.toArray().flatMap(part => readInline(part, language, index))),
  }
}

/** The normal content of one `block` element. */
export function readContent(element: Y.XmlElement): Inline[] {
  return normalContent(element.toArray().flatMap(part => readInline(part, 'fr', -1)))
}

function readInline(part: unknown, language: Language, index: number): Inline[] {
  if (part instanceof Y.XmlText)
    return (part.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).map(
      ({ insert, attributes }) => {
        if (typeof insert !== 'string') throw new UnreadableBlock(language, index, 'an embedded object')
        return {
          type: 'text',
          text: insert,
          marks: Object.entries(attributes ?? {}).map(([key, value]) =>
            readMark(key, value, language, index),
          ),
        }
      },
    )
  if (part instanceof Y.XmlElement) {
    if (part.nodeName === 'break') return [{ type: 'break' }]
    if (part.nodeName === 'fact')
      return [{ type: 'fact', fact: String(part.getAttribute('fact') ?? '') as FactId }]
    if (part.nodeName === 'note') return [{ type: 'note', text: String(part.getAttribute('text') ?? '') }]
  }
  throw new UnreadableBlock(
    language,
    index,
    part instanceof Y.XmlElement ? `<${part.nodeName}>` : String(part),
  )
}

function readMark(key: string, value: unknown, language: Language, index: number): Mark {
  const name = /^(.*?)(--[a-zA-Z0-9+/=]{8})?$/.exec(key)?.[1] ?? key
  const attributes = (value ?? {}) as Record<string, unknown>
  switch (name) {
    case 'bold':
    case 'italic':
    case 'underline':
      return { type: name }
    case 'link':
      return { type: 'link', href: String(attributes.href ?? '') }
    case 'ruby':
      return { type: 'ruby', rt: String(attributes.rt ?? '') }
    case 'bracket': {
      const by = attributes.by
      return {
        type: 'bracket',
        id: String(attributes.id ?? ''),
        by: by === 'fra' || by === 'jap' ? by : '',
      }
    }
    default:
      throw new UnreadableBlock(language, index, `mark ${key}`)
  }
}
