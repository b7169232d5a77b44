/** From an amendment to its place in the text. */
import type { EditorPair } from '../../editor/editor-pair.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { focusUnit, otherLanguage } from '../../editor/units/unit-commands.ts'
import type { AmendmentItem } from './amendment-desk.ts'

export type TextBeside = {
  readonly live: LiveText
  /** Null on a page for reading. */
  readonly pair: { readonly current: EditorPair | null }
}

/** How long the words of a decision are waited for: they come by the draft's own connection. In milliseconds. */
const PATIENCE = 10_000

/** Puts the caret into the amendment's unit; on a page for reading, and where it would only come, the focus. */
export function goToAmendment(pair: EditorPair | null, { amendment, units }: AmendmentItem): void {
  const unit = units[0]?.unit
  if (unit !== undefined && pair && writeIn(pair, unit)) return
  const place =
    (unit !== undefined && document.getElementById(`unit-${unit}`)) ||
    document.querySelector<HTMLElement>(`[data-ghost="${CSS.escape(amendment.key)}"]`)
  if (!place) return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'center' })
}

/** Puts the caret into the unit that the amendment leaves in the text, as soon as it is there. */
export function writeInAmendment({ live, pair }: TextBeside, { amendment }: AmendmentItem): void {
  const units = [...amendment.newUnits, ...amendment.oldUnits]
  const attempt = () => pair.current !== null && units.some(unit => writeIn(pair.current!, unit))
  if (attempt()) return
  const leave = live.subscribe(() => {
    if (attempt()) leave()
  })
  setTimeout(leave, PATIENCE)
}

/** In the language one writes in, else in the other; false when the unit is in neither. */
function writeIn(pair: EditorPair, unit: string): boolean {
  const language = pair.active()
  return focusUnit(pair, language, unit) || focusUnit(pair, otherLanguage(language), unit)
}
