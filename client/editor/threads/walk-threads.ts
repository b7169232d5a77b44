/** From the caret to threads: the next, the one before, the one it stands in. */
import { TextSelection } from '@tiptap/pm/state'
import type { ThreadId } from '../../../shared/model/ids.ts'
import { blocksOfUnit } from '../blocks/blocks-of.ts'
import type { EditorPair } from '../editor-pair.ts'
import { focusUnit, otherLanguage, unitAtCaret } from '../units/unit-commands.ts'
import type { EditorThreads } from './editor-threads.ts'
import { threadsAt } from './thread-marks.ts'

/** Goes to the next or previous open thread of the text, in reading order, and marks it. False when there is none. */
export function stepToThread(pair: EditorPair, threads: EditorThreads, by: 1 | -1): boolean {
  const { inOrder } = threads
  if (inOrder.length === 0) return false
  const at = threadAtCaret(pair, threads)
  const here = at === undefined ? -1 : inOrder.indexOf(at)
  const next =
    here >= 0 ? here + by : by === 1 ? firstAfterCaret(pair, threads) : firstAfterCaret(pair, threads) - 1
  const thread = inOrder[Math.max(0, Math.min(inOrder.length - 1, next))]!
  toPassage(pair, threads, thread)
  threads.choose(thread)
  return true
}

/** Puts the caret where a thread hangs, in either language. False when that is nowhere. */
export function toPassage(
  pair: EditorPair,
  threads: Pick<EditorThreads, 'tracker'>,
  thread: ThreadId,
): boolean {
  const placed = threads.tracker.placeOf(thread)
  if (!placed) {
    const location = threads.tracker.get().get(thread)
    if (!location || location.state === 'detached') return false
    const language = pair.active()
    return focusUnit(pair, language, location.unit) || focusUnit(pair, otherLanguage(language), location.unit)
  }
  const { language, place } = placed
  const view = pair.views[language]
  pair.activate(language)
  view.focus()
  const { head } = view.state.selection
  // Whoever is in the passage already stays there.
  const at = place.from <= head && head <= place.to ? head : place.from
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)).scrollIntoView())
  return true
}

/** The thread whose passage the caret is in, the chosen one first; else the first that hangs on its unit. */
export function threadAtCaret(
  pair: EditorPair,
  { inOrder, tracker, byUnit }: EditorThreads,
): ThreadId | undefined {
  const view = pair.views[pair.active()]
  const open = new Set(inOrder)
  const here = threadsAt(view, view.state.selection.head).filter(id => open.has(id))
  const chosen = tracker.chosen()
  if (chosen !== null && (here.includes(chosen) || isOnUnitAtCaret(pair, tracker, chosen))) return chosen
  const unit = unitAtCaret(view)
  return here[0] ?? (unit === undefined ? undefined : byUnit.get(unit as never)?.first)
}

function isOnUnitAtCaret(pair: EditorPair, tracker: EditorThreads['tracker'], id: ThreadId): boolean {
  const place = tracker.get().get(id)
  return place?.state === 'unit' && place.unit === unitAtCaret(pair.views[pair.active()])
}

/** Index in `inOrder` of the first thread that hangs after the caret. */
function firstAfterCaret(pair: EditorPair, { inOrder, tracker }: EditorThreads): number {
  const language = pair.active()
  const view = pair.views[language]
  const { head } = view.state.selection
  const index = inOrder.findIndex(id => {
    const placed = tracker.placeOf(id)
    if (placed?.language === language) return placed.place.from > head
    const location = tracker.get().get(id)
    const block =
      location && location.state !== 'detached' ? blocksOfUnit(view.state.doc, location.unit)[0] : undefined
    return block !== undefined && block.from > head
  })
  return index < 0 ? inOrder.length : index
}
