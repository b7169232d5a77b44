/** What the tools show of the editor in use. One object per state, compared by content: typing changes nothing here. */
import type { EditorState } from '@tiptap/pm/state'
import type { Language } from '../../../shared/model/language.ts'
import { selectedBlocks } from '../blocks/blocks-of.ts'
import { choiceOf, type KindChoice } from '../blocks/kind-choices.ts'
import type { EditorPair } from '../editor-pair.ts'
import { isAlone, linkable } from '../units/unit-commands.ts'

export type ToolbarState = {
  readonly language: Language
  /** Kind of the selected blocks, `mixed` when they differ, null in an empty text. */
  readonly kind: KindChoice['name'] | 'mixed' | null
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly link: boolean
  readonly ruby: boolean
  /** Some text is selected, inside one block. */
  readonly selection: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly canLink: boolean
  readonly canUnlink: boolean
  /** Unit of the caret. */
  readonly unit: string | null
  /** An editor has had the focus: before that no row is the one in use. */
  readonly begun: boolean
}

/** A getter for `useSyncExternalStore`. */
export function toolbarStateOf(pair: EditorPair): () => ToolbarState {
  let last: ToolbarState | undefined
  let written = ''
  return () => {
    const next = read(pair)
    const form = JSON.stringify(next)
    if (!last || form !== written) {
      last = next
      written = form
    }
    return last
  }
}

function read(pair: EditorPair): ToolbarState {
  const language = pair.active()
  const { state } = pair.views[language]
  const blocks = selectedBlocks(state)
  const choices = new Set(blocks.map(({ attributes }) => choiceOf(attributes.kind, attributes.level).name))
  const manager = pair.undo.managers[language]
  const unit = blocks[0]?.attributes.unit
  return {
    language,
    kind: choices.size > 1 ? 'mixed' : ([...choices][0] ?? null),
    bold: hasMark(state, 'bold'),
    italic: hasMark(state, 'italic'),
    underline: hasMark(state, 'underline'),
    link: hasMark(state, 'link'),
    ruby: hasMark(state, 'ruby'),
    selection: !state.selection.empty && state.selection.$from.sameParent(state.selection.$to),
    canUndo: manager.undoStack.length > 0,
    canRedo: manager.redoStack.length > 0,
    canLink: linkable(pair) !== undefined,
    canUnlink: unit !== undefined && !isAlone(pair, unit),
    unit: unit ?? null,
    begun: pair.begun(),
  }
}

function hasMark(state: EditorState, name: string): boolean {
  const mark = state.schema.marks[name]!
  const { from, to, empty, $from } = state.selection
  if (empty) return Boolean(mark.isInSet(state.storedMarks ?? $from.marks()))
  return state.doc.rangeHasMark(from, to, mark)
}
