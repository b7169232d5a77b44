/**
 * Backspace at the start of a block, Delete at its end. A block that is not a paragraph first becomes one.
 * When a join leaves the other language's paragraph alone, the page offers to join it too.
 */
import { TextSelection } from '@tiptap/pm/state'
import type { Language } from '../../../shared/model/language.ts'
import type { EditorPair } from '../editor-pair.ts'
import { blockAtHead, blocksOf, blocksOfUnit, type PlacedBlock } from './blocks-of.ts'
import { changeLevel, PARAGRAPH, setShape } from './set-kind.ts'

/** False when there is nothing to join and the key should do what it usually does. */
export function joinBackward(pair: EditorPair, language: Language): boolean {
  const { state } = pair.views[language]
  const block = blockAtHead(state)
  if (!block || !state.selection.empty || state.selection.$head.parentOffset > 0) return false
  const previous = blocksOf(state.doc)[block.index - 1]
  const { kind, level, unit } = block.attributes
  const wasSplit = previous?.attributes.unit === unit && previous.attributes.kind === kind
  if (kind !== 'paragraph' && !wasSplit) {
    if (level > 1 && kind !== 'heading' && changeLevel(pair, language, -1)) return true
    setShape(pair, language, [block], () => PARAGRAPH)
    return true
  }
  if (previous) join(pair, language, previous, block)
  return true
}

export function joinForward(pair: EditorPair, language: Language): boolean {
  const { state } = pair.views[language]
  const block = blockAtHead(state)
  if (!block || !state.selection.empty || state.selection.$head.parentOffset < block.node.content.size)
    return false
  const next = blocksOf(state.doc)[block.index + 1]
  if (next) join(pair, language, block, next)
  return true
}

/** Makes all blocks of unit `lost` blocks of unit `kept`, in both languages. No words are joined. */
export function mergeUnits(pair: EditorPair, kept: string, lost: string): void {
  pair.undo.together(() => {
    for (const view of [pair.views.fr, pair.views.ja]) {
      const transaction = view.state.tr
      for (const block of blocksOfUnit(view.state.doc, lost))
        transaction.setNodeAttribute(block.from, 'unit', kept)
      if (transaction.docChanged) view.dispatch(transaction)
    }
  })
  pair.notify(null)
}

/** The words of `second` follow those of `first`. An empty block gives way to the one that has words. */
function join(pair: EditorPair, language: Language, first: PlacedBlock, second: PlacedBlock): void {
  const view = pair.views[language]
  pair.undo.closeStep(language)
  const transaction = view.state.tr
  const keepsSecond = first.node.childCount === 0
  if (keepsSecond) {
    transaction.delete(first.from, first.to)
    transaction.setSelection(TextSelection.create(transaction.doc, first.from + 1))
  } else if (second.node.childCount === 0) {
    transaction.delete(second.from, second.to)
    transaction.setSelection(TextSelection.create(transaction.doc, first.to - 1))
  } else {
    transaction.join(second.from)
    transaction.setSelection(TextSelection.create(transaction.doc, first.to - 1))
  }
  view.dispatch(transaction.scrollIntoView())
  const [kept, lost] = keepsSecond ? [second, first] : [first, second]
  offerMerge(pair, language, kept.attributes.unit, lost.attributes.unit)
}

function offerMerge(pair: EditorPair, language: Language, kept: string, lost: string): void {
  const left: Language = language === 'fr' ? 'ja' : 'fr'
  const alone =
    kept !== lost &&
    blocksOfUnit(pair.views[language].state.doc, lost).length === 0 &&
    blocksOfUnit(pair.views[left].state.doc, lost).length > 0
  pair.notify(alone ? { kind: 'merge-offer', kept, lost, left } : null)
}
