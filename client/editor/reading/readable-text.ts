/**
 * A draft as it can be read whatever is in it: a block that this program's schema does not know is shown
 * with its words and a note, and nothing is ever written. The editor is not opened on such a text, because
 * its binding deletes what it cannot read.
 */
import * as Y from 'yjs'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { isBlockKind, isBlockLevel } from '../../../shared/schema/block.ts'
import { fragmentOf, readContent, UnreadableBlock } from '../../../shared/schema/y-text.ts'

export type ReadableText = { readonly text: BilingualText; readonly unreadable: number }

/** `notice` is said in a note of each block that could not be read. */
export function readableText(doc: Y.Doc, notice: string): ReadableText {
  let unreadable = 0
  const blocks = (language: Language) =>
    fragmentOf(doc, language)
      .toArray()
      .map((child, index): Block => {
        const block = readBlock(child)
        if (block) return block
        unreadable++
        return asWords(child, language, index, notice)
      })
  return { text: { fr: blocks('fr'), ja: blocks('ja') }, unreadable }
}

/** True when a remote transaction brought something that the editor could not keep. */
export function bringsUnreadable(transaction: Y.Transaction, doc: Y.Doc): boolean {
  const touched = new Set<unknown>()
  for (const type of transaction.changed.keys())
    for (const language of LANGUAGES) {
      const fragment = fragmentOf(doc, language)
      if ((type as unknown) === fragment) for (const child of fragment.toArray()) touched.add(child)
      else {
        const child = childAbove(type as unknown as Y.AbstractType<unknown>, fragment)
        if (child) touched.add(child)
      }
    }
  return [...touched].some(child => !isDeleted(child) && readBlock(child) === undefined)
}

/** The block, or undefined when the schema does not know something of it. */
export function readBlock(child: unknown): Block | undefined {
  if (!(child instanceof Y.XmlElement) || child.nodeName !== 'block') return undefined
  const { kind, level, id, unit } = child.getAttributes() as Record<string, unknown>
  if (!isBlockKind(kind) || !isBlockLevel(level)) return undefined
  try {
    return {
      id: String(id) as BlockId,
      unit: String(unit) as UnitId,
      kind,
      level,
      content: readContent(child),
    }
  } catch (error) {
    if (error instanceof UnreadableBlock) return undefined
    throw error
  }
}

function asWords(child: unknown, language: Language, index: number, notice: string): Block {
  const attributes = child instanceof Y.XmlElement ? (child.getAttributes() as Record<string, unknown>) : {}
  const words = wordsIn(child)
  return {
    id: `unreadable-${language}-${index}` as BlockId,
    unit: String(attributes.unit ?? `unreadable-${index}`) as UnitId,
    kind: 'paragraph',
    level: 1,
    content: [...(words ? [{ type: 'text', text: words } as const] : []), { type: 'note', text: notice }],
  }
}

function wordsIn(part: unknown): string {
  if (part instanceof Y.XmlText)
    return (part.toDelta() as { insert: unknown }[])
      .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
      .join('')
  return part instanceof Y.XmlElement ? part.toArray().map(wordsIn).join('') : ''
}

/** The child of the fragment that `type` is, or is in; undefined when it is in none. */
export function childAbove(type: Y.AbstractType<unknown>, fragment: Y.XmlFragment): object | undefined {
  for (let each: Y.AbstractType<unknown> | null = type; each?._item; ) {
    const parent = each._item.parent as Y.AbstractType<unknown> | null
    if ((parent as unknown) === fragment) return each
    each = parent
  }
  return undefined
}

function isDeleted(child: unknown): boolean {
  return child instanceof Y.AbstractType && (child._item?.deleted ?? false)
}
