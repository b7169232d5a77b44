/** Commands on whole units: both languages together, one step of undo. */
import { type Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { BlockAttributes } from '../../../shared/schema/block.ts'
import { blockAtHead, blocksOf, blocksOfUnit } from '../blocks/blocks-of.ts'
import { mergeUnits } from '../blocks/join-blocks.ts'
import type { EditorPair } from '../editor-pair.ts'
import type { Row } from '../rows/row-layout.ts'
import { blocksBefore, rowOfCaret } from './row-blocks.ts'

export function otherLanguage(language: Language): Language {
  return language === 'fr' ? 'ja' : 'fr'
}

/** The unit the caret of an editor is in. */
export function unitAtCaret(view: EditorView): string | undefined {
  return blockAtHead(view.state)?.attributes.unit
}

/** A new unit after the row of the caret, with an empty paragraph in each language. */
export function insertUnitBelow(pair: EditorPair, language: Language): boolean {
  const at = rowOfCaret(pair, language)
  if (!at) return false
  const unit = pair.newId()
  pair.undo.together(() => {
    for (const each of LANGUAGES)
      insertBlock(pair.views[each], endOfRow(pair, each, at.index), {
        kind: 'paragraph',
        level: 1,
        id: pair.newId(),
        unit,
      })
  })
  focusUnit(pair, language, unit)
  return true
}

/**
 * Writes the language that is missing in a row: an empty block with the unit's id, of the kind its counterpart
 * has, in the place where the row stands.
 */
export function writeMissing(pair: EditorPair, language: Language, row: Row): void {
  const index = pair.rows.get().layout.rows.findIndex(each => each.unit === row.unit && !each.again)
  const counterpart = row[otherLanguage(language)]
  const first = counterpart.state === 'here' ? counterpart.blocks[0] : undefined
  pair.undo.together(() =>
    insertBlock(pair.views[language], endOfRow(pair, language, index), {
      kind: first?.kind ?? 'paragraph',
      level: first?.level ?? 1,
      id: pair.newId(),
      unit: row.unit,
    }),
  )
  focusUnit(pair, language, row.unit)
}

/** Splits the unit at the caret: what follows is a new unit, in the other language from its own caret if that is in the unit. */
export function splitUnit(pair: EditorPair, language: Language): boolean {
  const unit = unitAtCaret(pair.views[language])
  if (!unit) return false
  const next = pair.newId()
  const other = otherLanguage(language)
  const alsoOther = unitAtCaret(pair.views[other]) === unit && splitsSomething(pair.views[other], unit)
  pair.undo.together(() => {
    splitOneSide(pair, language, unit, next)
    if (alsoOther) splitOneSide(pair, other, unit, next)
  })
  return true
}

/** Joins the unit of the caret with the one above it: their blocks stay as they are and stand in one row. */
export function mergeWithAbove(pair: EditorPair, language: Language): boolean {
  const at = rowOfCaret(pair, language)
  const above = at && pair.rows.get().layout.rows[at.index - 1]
  if (!above || above.unit === at.row.unit) return false
  mergeUnits(pair, above.unit, at.row.unit)
  return true
}

/** Takes the caret's block out of its unit: it says something that the other language does not say yet. */
export function unlink(pair: EditorPair, language: Language): boolean {
  const view = pair.views[language]
  const block = blockAtHead(view.state)
  if (!block || isAlone(pair, block.attributes.unit)) return false
  pair.undo.together(() => view.dispatch(view.state.tr.setNodeAttribute(block.from, 'unit', pair.newId())))
  return true
}

/** The paragraph of one caret and that of the other language's caret say the same: one unit. */
export function linkCarets(pair: EditorPair): boolean {
  const units = linkable(pair)
  if (!units) return false
  mergeUnits(pair, units.fr, units.ja)
  return true
}

/** The units of both carets, when they differ. */
export function linkable(pair: EditorPair): { readonly fr: string; readonly ja: string } | undefined {
  const [fr, ja] = [unitAtCaret(pair.views.fr), unitAtCaret(pair.views.ja)]
  return fr && ja && fr !== ja ? { fr, ja } : undefined
}

/** Deletes the unit of the caret in both languages. */
export function deleteUnit(pair: EditorPair, language: Language): boolean {
  const unit = unitAtCaret(pair.views[language])
  if (!unit) return false
  pair.undo.together(() => {
    for (const view of [pair.views.fr, pair.views.ja]) {
      const transaction = view.state.tr
      for (const block of blocksOfUnit(view.state.doc, unit).reverse())
        transaction.delete(block.from, block.to)
      if (transaction.docChanged) view.dispatch(transaction)
    }
  })
  return true
}

/** Puts the caret at the start of the unit in a language and brings it into view. False when it is missing there. */
export function focusUnit(pair: EditorPair, language: Language, unit: string): boolean {
  const view = pair.views[language]
  const block = blocksOfUnit(view.state.doc, unit)[0]
  if (!block) return false
  pair.activate(language)
  view.focus()
  const inside = block.from + 1
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, inside)).scrollIntoView())
  return true
}

/** Nothing else belongs to the unit: taking the block out would change nothing. */
export function isAlone(pair: EditorPair, unit: string): boolean {
  return LANGUAGES.reduce((sum, each) => sum + blocksOfUnit(pair.views[each].state.doc, unit).length, 0) <= 1
}

/** Position after the last block of `language` that stands in row `index` or above it. */
function endOfRow(pair: EditorPair, language: Language, index: number): number {
  const before = blocksBefore(pair.rows.get().layout.rows, index + 1, language)
  return blocksOf(pair.views[language].state.doc)[before - 1]?.to ?? 0
}

function insertBlock(view: EditorView, position: number, attributes: BlockAttributes): void {
  view.dispatch(view.state.tr.insert(position, view.state.schema.nodes.block!.create(attributes)))
}

function splitsSomething(view: EditorView, unit: string): boolean {
  const { $head } = view.state.selection
  const block = blockAtHead(view.state)
  return $head.parentOffset > 0 || blocksOfUnit(view.state.doc, unit)[0]?.from !== block?.from
}

/** From the caret on, the blocks of `unit` become blocks of `next`; a block the caret is inside of is split. */
function splitOneSide(pair: EditorPair, language: Language, unit: string, next: string): void {
  const view = pair.views[language]
  const { state } = view
  const block = blockAtHead(state)
  if (!block) return
  const transaction = state.tr
  const selection: Selection = state.selection
  const inside = selection.$head.parentOffset > 0
  for (const each of blocksOfUnit(state.doc, unit))
    if (each.index > block.index || (each.index === block.index && !inside))
      transaction.setNodeAttribute(each.from, 'unit', next)
  if (inside)
    transaction.split(selection.head, 1, [
      { type: state.schema.nodes.block!, attrs: { ...block.attributes, id: pair.newId(), unit: next } },
    ])
  view.dispatch(transaction)
}
