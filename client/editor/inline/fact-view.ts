import type { NodeViewRenderer } from '@tiptap/react'
import type { Language } from '../../../shared/model/language.ts'
import { whenComposed } from '../composition/when-composed.ts'
import { type FactStore, readFact } from './fact-store.ts'

/** A fact in the text: its value in the language of the editor, following the edition's facts live. */
export function factView(language: Language, facts: FactStore): NodeViewRenderer {
  return ({ node, view }) => {
    let { fact } = node.attrs
    const dom = document.createElement('span')
    dom.dataset.fact = String(fact)
    const show = () => {
      const { text, label, state } = readFact(facts.get(), fact, language)
      if (dom.textContent !== text) dom.textContent = text
      dom.title = label
      dom.dataset.state = state
    }
    show()
    // [U5] Another value may come while one converts in this very block.
    const unsubscribe = facts.subscribe(() => whenComposed(view, show))
    return {
      dom,
      update: next => {
        if (next.type !== node.type) return false
        fact = next.attrs.fact
        dom.dataset.fact = String(fact)
        show()
        return true
      },
      ignoreMutation: () => true,
      destroy: unsubscribe,
    }
  }
}
