import type { NodeViewRenderer } from '@tiptap/react'

/** A note in the text: its mark is a counter of the style sheet; its words open by click or Enter. */
export function noteView(edit: (position: number) => void): NodeViewRenderer {
  return ({ node, getPos }) => {
    const dom = document.createElement('span')
    const show = (text: string) => {
      dom.dataset.note = text
      dom.title = text
    }
    show(String(node.attrs.text))
    dom.addEventListener('dblclick', () => {
      const position = getPos()
      if (position !== undefined) edit(position)
    })
    return {
      dom,
      update: next => {
        if (next.type !== node.type) return false
        show(String(next.attrs.text))
        return true
      },
      ignoreMutation: () => true,
    }
  }
}
