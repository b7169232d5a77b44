/** Beginning a thread from an editor: on the selected words, or on the unit of the caret. */
import type * as Y from 'yjs'
import { anchorOfUnit } from '../../../shared/model/anchor-in-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Anchor } from '../../../shared/model/thread.ts'
import type { EditorPair } from '../editor-pair.ts'
import { unitAtCaret } from '../units/unit-commands.ts'
import { anchorAt } from './anchor-now.ts'
import { type Docs, flatText, type Place, textOfDocs } from './passage-places.ts'

/** Of the selected words; undefined when none are, or an input method still holds them. */
export function anchorOfSelection(pair: EditorPair, doc: Y.Doc, language: Language): Anchor | undefined {
  const view = pair.views[language]
  if (view.composing || view.state.selection.empty) return undefined
  const place = wordsIn(pair, language)
  return place && anchorAt(language, place, doc, docsOf(pair))
}

export function anchorOfUnitAtCaret(pair: EditorPair, language: Language): Anchor | undefined {
  const unit = unitAtCaret(pair.views[language])
  return unit === undefined ? undefined : anchorOfWholeUnit(pair, unit)
}

export function anchorOfWholeUnit(pair: EditorPair, unit: string): Anchor | undefined {
  return anchorOfUnit(textOfDocs(docsOf(pair)), unit as UnitId)
}

function docsOf({ views }: EditorPair): Docs {
  return { fr: views.fr.state.doc, ja: views.ja.state.doc }
}

/** The selection without the blanks at its ends. */
function wordsIn(pair: EditorPair, language: Language): Place | undefined {
  const { doc, selection } = pair.views[language].state
  const flat = flatText(doc)
  const [from, to] = [flat.at(selection.from), flat.at(selection.to)]
  const words = flat.text.slice(from, to)
  if (!words.trim()) return undefined
  const begins = from + words.length - words.trimStart().length
  return flat.place(begins, to - (words.length - words.trimEnd().length))
}
