/**
 * A bilingual text as plain data: two lists of flat blocks, one per language.
 *
 * `unit` is the alignment: the French and Japanese blocks with the same unit say the same thing and
 * stand on one row. A unit may have several blocks in a language (N:M) or none (missing). `id` names
 * one block. Nothing here knows of editors, Yjs or storage.
 */
import type { BlockId, FactId, UnitId } from './ids.ts'
import type { Language } from './language.ts'

export const BLOCK_KINDS = [
  'title',
  'heading',
  'paragraph',
  'recital',
  'commitment',
  'bullet',
  'number',
  'signature',
] as const
/** `recital` is a considérant, `commitment` a numbered engagement, `bullet` and `number` are list items. */
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Depth of a heading or list item; 1 for every other kind. */
export type BlockLevel = 1 | 2 | 3

export type Mark =
  | { readonly type: 'bold' }
  | { readonly type: 'italic' }
  | { readonly type: 'underline' }
  | { readonly type: 'link'; readonly href: string }
  /** Reading shown over the base text; `rt` is the reading. */
  | { readonly type: 'ruby'; readonly rt: string }
  /** Text not agreed; `by` is the side that asks for it. */
  | { readonly type: 'bracket'; readonly id: string; readonly by: Side | '' }

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] }
  | { readonly type: 'break' }
  /** A value defined once per edition and rendered per language. */
  | { readonly type: 'fact'; readonly fact: FactId }
  /** A footnote; its text stands in the note itself. */
  | { readonly type: 'note'; readonly text: string }

export type Block = {
  readonly id: BlockId
  readonly unit: UnitId
  readonly kind: BlockKind
  readonly level: BlockLevel
  readonly content: readonly Inline[]
}

export type BilingualText = { readonly [L in Language]: readonly Block[] }

export type Side = 'fra' | 'jap'
export const SIDES: readonly Side[] = ['fra', 'jap']

/** Who may see a draft: one side, or both. */
export type Audience = Side | 'joint'

export const EMPTY_TEXT: BilingualText = { fr: [], ja: [] }

/** One inline object counts as one character of `plainText`, so offsets are ProseMirror's within the block. */
export const INLINE_OBJECT = '\uFFFC'

/**
 * The block's characters in UTF-16 code units, each break, fact and note standing as one U+FFFC.
 * Offsets into it equal offsets in the editor's block.
 */
export function plainText(block: Pick<Block, 'content'>): string {
  return block.content.map(inline => (inline.type === 'text' ? inline.text : INLINE_OBJECT)).join('')
}

export type Unit = { readonly id: UnitId; readonly fr: readonly Block[]; readonly ja: readonly Block[] }

/**
 * The units in reading order. French order leads; a unit that only Japanese has follows the unit
 * that stands before it in Japanese. Every block of both languages is in exactly one unit.
 */
export function unitsOf(text: BilingualText): Unit[] {
  const byUnit = new Map<UnitId, { fr: Block[]; ja: Block[] }>()
  for (const language of ['fr', 'ja'] as const)
    for (const block of text[language]) {
      const entry = byUnit.get(block.unit) ?? { fr: [], ja: [] }
      entry[language].push(block)
      byUnit.set(block.unit, entry)
    }
  return unitOrder(text).map(id => ({ id, ...byUnit.get(id)! }))
}

/** The ids of `unitsOf`, without the blocks. */
export function unitOrder(text: { readonly [L in Language]: readonly Pick<Block, 'unit'>[] }): UnitId[] {
  const french = new Set(text.fr.map(({ unit }) => unit))
  // The common case: nothing that only Japanese has.
  if (text.ja.every(({ unit }) => french.has(unit))) return [...french]
  const order: UnitId[] = []
  /** What stands right after a unit, or first (null); the last one met comes first. */
  const after = new Map<UnitId | null, UnitId[]>([[null, []]])
  let last: UnitId | null = null
  const place = (unit: UnitId, before: UnitId | null) => {
    if (after.has(unit)) return false
    after.set(unit, [])
    after.get(before)!.push(unit)
    return true
  }
  for (const { unit } of text.fr) if (place(unit, last)) last = unit
  let before: UnitId | null = null
  for (const { unit } of text.ja) {
    place(unit, before)
    before = unit
  }
  const waiting: (UnitId | null)[] = [null]
  while (waiting.length) {
    const unit = waiting.pop() as UnitId | null
    if (unit !== null) order.push(unit)
    waiting.push(...after.get(unit)!)
  }
  return order
}
