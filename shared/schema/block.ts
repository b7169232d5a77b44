/**
 * The one block node of the texts. Kind and level are attributes, so that making a heading of a
 * paragraph changes an attribute in Yjs instead of deleting and re-creating the block: two people doing
 * it at once leave one block, and anchors and compositions survive.
 */
import { Node } from '@tiptap/core'
import { BLOCK_KINDS, type BlockKind, type BlockLevel } from '../model/bilingual-text.ts'

export type BlockAttributes = {
  readonly kind: BlockKind
  readonly level: BlockLevel
  /** Unique in the text; '' only between an insertion and the repair that follows it in the same dispatch. */
  readonly id: string
  /** Shared by the blocks of both languages that say the same; '' as for `id`. */
  readonly unit: string
}

export const Block = Node.create({
  name: 'block',
  group: 'block',
  content: 'inline*',
  priority: 1000,

  addAttributes() {
    return {
      kind: { default: 'paragraph' },
      level: { default: 1 },
      id: { default: '' },
      unit: { default: '' },
    }
  },

  parseHTML() {
    return [
      { tag: '[data-block]', priority: 100, getAttrs: element => ownAttributes(element) },
      { tag: 'h1', attrs: { kind: 'title' } },
      { tag: 'h2', attrs: { kind: 'heading', level: 1 } },
      { tag: 'h3', attrs: { kind: 'heading', level: 2 } },
      { tag: 'h4, h5, h6', attrs: { kind: 'heading', level: 3 } },
      { tag: 'ol > li', attrs: { kind: 'number' } },
      { tag: 'li', attrs: { kind: 'bullet' } },
      { tag: 'p' },
      { tag: 'div' },
    ]
  },

  renderHTML({ node }) {
    const { kind, level, id, unit } = node.attrs as BlockAttributes
    return [
      tagOf(kind, level),
      { 'data-block': id, 'data-unit': unit, 'data-kind': kind, 'data-level': String(level) },
      0,
    ]
  },
})

function ownAttributes(element: {
  readonly dataset: Readonly<Record<string, string | undefined>>
}): BlockAttributes | false {
  const kind = element.dataset.kind ?? 'paragraph'
  const level = Number(element.dataset.level ?? 1)
  if (!isBlockKind(kind) || !isBlockLevel(level)) return false
  return { kind, level, id: element.dataset.block ?? '', unit: element.dataset.unit ?? '' }
}

/** Headings are headings to a screen reader; every other kind is a paragraph with a `data-kind`. */
function tagOf(kind: BlockKind, level: BlockLevel): 'h1' | 'h2' | 'h3' | 'h4' | 'p' {
  if (kind === 'title') return 'h1'
  if (kind === 'heading') return (['h2', 'h3', 'h4'] as const)[level - 1] ?? 'h4'
  return 'p'
}

export function isBlockKind(value: unknown): value is BlockKind {
  return (BLOCK_KINDS as readonly unknown[]).includes(value)
}

export function isBlockLevel(value: unknown): value is BlockLevel {
  return value === 1 || value === 2 || value === 3
}
