/** Kind and level of blocks. Where both languages of a unit agreed on the kind, they go on agreeing. */
import type { EditorView } from '@tiptap/pm/view'
import type { BlockKind, BlockLevel } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { EditorPair } from '../editor-pair.ts'
import { blocksOfUnit, type PlacedBlock, selectedBlocks } from './blocks-of.ts'

export type Shape = { readonly kind: BlockKind; readonly level: BlockLevel }

export const PARAGRAPH: Shape = { kind: 'paragraph', level: 1 }

/** Kinds that have three levels. */
export function hasLevels(kind: BlockKind): boolean {
  return kind === 'heading' || kind === 'bullet' || kind === 'number'
}

/** Gives the selected blocks a kind; when all of them have it already, makes them paragraphs again. */
export function toggleKind(pair: EditorPair, language: Language, shape: Shape): boolean {
  const blocks = selectedBlocks(pair.views[language].state)
  if (blocks.length === 0) return false
  const target = blocks.every(block => hasShape(block, shape)) ? PARAGRAPH : shape
  setShape(pair, language, blocks, () => target)
  return true
}

/** One level deeper or higher; false where no selected block can change. */
export function changeLevel(pair: EditorPair, language: Language, by: 1 | -1): boolean {
  const blocks = selectedBlocks(pair.views[language].state).filter(({ attributes: { kind, level } }) => {
    return hasLevels(kind) && level + by >= 1 && level + by <= 3
  })
  if (blocks.length === 0) return false
  setShape(pair, language, blocks, ({ kind, level }) => ({ kind, level: (level + by) as BlockLevel }))
  return true
}

export function setShape(
  pair: EditorPair,
  language: Language,
  blocks: readonly PlacedBlock[],
  shapeOf: (shape: Shape) => Shape,
): void {
  pair.undo.together(() => {
    const agreed = blocks.flatMap(block => agreeing(pair, language, block))
    reshape(pair.views[language], blocks, shapeOf)
    for (const other of LANGUAGES)
      if (other !== language) reshape(pair.views[other], distinct(agreed), shapeOf)
  })
}

/** The other language's blocks of the unit, if they all had the kind and level of `block`. */
function agreeing(pair: EditorPair, language: Language, block: PlacedBlock): PlacedBlock[] {
  const other = pair.views[language === 'fr' ? 'ja' : 'fr']
  const counterparts = blocksOfUnit(other.state.doc, block.attributes.unit)
  return counterparts.every(each => hasShape(each, block.attributes)) ? counterparts : []
}

function distinct(blocks: readonly PlacedBlock[]): PlacedBlock[] {
  return [...new Map(blocks.map(block => [block.from, block])).values()]
}

function reshape(view: EditorView, blocks: readonly PlacedBlock[], shapeOf: (shape: Shape) => Shape): void {
  const transaction = view.state.tr
  for (const { from, attributes } of blocks) {
    const shape = shapeOf(attributes)
    if (shape.kind !== attributes.kind) transaction.setNodeAttribute(from, 'kind', shape.kind)
    if (shape.level !== attributes.level) transaction.setNodeAttribute(from, 'level', shape.level)
  }
  if (transaction.docChanged) view.dispatch(transaction)
}

function hasShape(block: PlacedBlock, shape: Shape): boolean {
  return block.attributes.kind === shape.kind && block.attributes.level === shape.level
}
