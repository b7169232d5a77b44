import type { EditorState } from '@tiptap/pm/state'

export type MarkedRange = { readonly from: number; readonly to: number; readonly value: string }

/** The link or reading at the selection's start, over its whole length, with its address or reading. */
export function markRange(state: EditorState, name: 'link' | 'ruby'): MarkedRange | undefined {
  const { $from } = state.selection
  const type = state.schema.marks[name]!
  const parent = $from.parent
  let range: MarkedRange | undefined
  let at = $from.start()
  parent.forEach(node => {
    const mark = type.isInSet(node.marks)
    const value = mark ? String(name === 'link' ? mark.attrs.href : mark.attrs.rt) : undefined
    const end = at + node.nodeSize
    if (value !== undefined) {
      const joins = range?.to === at && range.value === value
      const next = { from: joins ? range!.from : at, to: end, value }
      // Keep growing a range that holds the caret; forget one that ended before it.
      if (!range || joins || range.to < $from.pos) range = next
    }
    at = end
  })
  return range && range.from <= $from.pos && $from.pos <= range.to ? range : undefined
}
