/**
 * The one schema of the texts, as headless TipTap extensions: what the editor edits, what the server may
 * store, what versions hold. A change here raises SCHEMA_VERSION in protocol/sync-protocol.ts, because
 * opening a text with a schema that lacks a node or mark deletes it for everyone.
 */
import { type Extensions, getSchema, Node } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Italic } from '@tiptap/extension-italic'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { Block } from './block.ts'
import { Break, Fact, Note } from './inline-objects.ts'
import { Bracket, Link, Ruby } from './marks.ts'

/** Content is loose (`block*`): Yjs may pass through states that a strict schema would "repair" by deleting. */
const Document = Node.create({ name: 'doc', topNode: true, content: 'block*' })

export const textExtensions: Extensions = [
  Document,
  Block,
  Text,
  Break,
  Fact,
  Note,
  Bold,
  Italic,
  Underline,
  Link,
  Ruby,
  Bracket,
]

export const textSchema = getSchema(textExtensions)

/** What a draft's Y.Doc may hold; the sync server refuses every update that brings anything else. */
export const Y_SCHEMA = {
  roots: ['fr', 'ja'],
  elements: {
    block: ['kind', 'level', 'id', 'unit'],
    fact: ['fact'],
    note: ['text'],
    break: [],
  },
  /** Format keys; an overlapping mark carries a suffix: `bracket--` and eight base64 characters. */
  marks: ['bold', 'italic', 'underline', 'link', 'ruby', 'bracket'],
} as const
