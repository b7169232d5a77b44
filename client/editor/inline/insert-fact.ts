/** [F1] A fact put into a paragraph; the paragraph of the other language is offered the same one. */
import { TextSelection } from '@tiptap/pm/state'
import type { Language } from '../../../shared/model/language.ts'
import { blocksOfUnit } from '../blocks/blocks-of.ts'
import type { EditorPair } from '../editor-pair.ts'
import { otherLanguage, unitAtCaret } from '../units/unit-commands.ts'

/** In place of the selection of that editor. Offers it to the other language where the unit has words without it. */
export function insertFact(pair: EditorPair, language: Language, fact: string): void {
  const view = pair.views[language]
  const { tr, schema, doc } = view.state
  view.dispatch(tr.replaceSelectionWith(schema.nodes.fact!.create({ fact }), true).scrollIntoView())
  // A locked paragraph takes nothing, and says so itself.
  if (view.state.doc === doc) return
  const unit = unitAtCaret(view)
  const into = otherLanguage(language)
  const lacks = unit !== undefined && lacksFact(pair, into, unit, fact)
  pair.notify(lacks ? { kind: 'fact-offer', fact, unit, into } : null)
}

/**
 * At the caret of that editor if it stands among the unit's words, else at the end of the unit's last block, before the sign that
 * ends its sentence. The caret goes there.
 */
export function insertFactInUnit(pair: EditorPair, language: Language, unit: string, fact: string): void {
  const view = pair.views[language]
  const last = blocksOfUnit(view.state.doc, unit).at(-1)
  pair.notify(null)
  if (!last) return
  const { $head } = view.state.selection
  const end = last.to - 1 - (/[。、．，.,;:]$/.test(last.node.textContent) && endsInText(last.node) ? 1 : 0)
  // At the very start of a block nobody has put it there.
  const isPlaced = unitAtCaret(view) === unit && $head.parentOffset > 0
  const at = isPlaced ? $head.pos : end
  const transaction = view.state.tr.insert(at, view.state.schema.nodes.fact!.create({ fact }))
  transaction.setSelection(TextSelection.create(transaction.doc, at + 1))
  pair.activate(language)
  view.dispatch(transaction.scrollIntoView())
  view.focus()
}

function endsInText(node: { readonly lastChild: { readonly isText: boolean } | null }): boolean {
  return node.lastChild?.isText === true
}

/** The unit has blocks in that language, and none of them has the fact. */
function lacksFact(pair: EditorPair, language: Language, unit: string, fact: string): boolean {
  const blocks = blocksOfUnit(pair.views[language].state.doc, unit)
  let found = false
  for (const { node } of blocks)
    node.descendants(each => {
      if (each.type.name === 'fact' && each.attrs.fact === fact) found = true
    })
  return blocks.length > 0 && !found
}
