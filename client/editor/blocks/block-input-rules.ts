/** Signs typed at the start of a block and a space make its kind: `# `, `## `, `- `, `1. `, `> `, `§ `. */

import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import type { Language } from '../../../shared/model/language.ts'
import { whenComposed } from '../composition/when-composed.ts'
import type { EditorPair } from '../editor-pair.ts'
import { blockAtHead } from './blocks-of.ts'
import { PARAGRAPH, type Shape, setShape } from './set-kind.ts'

/** Full-width forms are what a Japanese keyboard gives. */
const SIGNS: readonly (readonly [RegExp, Shape])[] = [
  [/^[#＃]$/, { kind: 'title', level: 1 }],
  [/^[#＃]{2}$/, { kind: 'heading', level: 1 }],
  [/^[#＃]{3}$/, { kind: 'heading', level: 2 }],
  [/^[#＃]{4}$/, { kind: 'heading', level: 3 }],
  [/^[-*–・]$/, { kind: 'bullet', level: 1 }],
  [/^[1１][.)．）]$/, { kind: 'number', level: 1 }],
  [/^[>＞]$/, { kind: 'recital', level: 1 }],
  [/^§$/, { kind: 'commitment', level: 1 }],
]

/** The kind that signs at the start of a paragraph ask for. */
export function shapeOfSigns(signs: string): Shape | undefined {
  return SIGNS.find(([pattern]) => pattern.test(signs))?.[1]
}

export const BlockInputRules = Extension.create<{ language: Language; pair: EditorPair }>({
  name: 'blockInputRules',
  addProseMirrorPlugins() {
    const { language, pair } = this.options
    return [
      new Plugin({
        props: {
          handleTextInput: (view, from, to, text) => {
            if (view.composing || (text !== ' ' && text !== '\u3000')) return false
            const block = blockAtHead(view.state)
            if (!block || from !== to || !shapeOfSigns(textBefore(view, block.from + 1, from))) return false
            // The space is typed first: one undo gives back exactly what was typed.
            view.dispatch(view.state.tr.insertText(text, from, to))
            return applySigns(pair, language)
          },
          handleDOMEvents: {
            // A full-width space typed through the input method arrives by composition.
            compositionend: view => {
              setTimeout(() => whenComposed(view, () => applySigns(pair, language)), 0)
              return false
            },
          },
        },
      }),
    ]
  },
})

/** Turns signs and a space before the caret, at the start of a paragraph, into its kind. */
export function applySigns(pair: EditorPair, language: Language): boolean {
  const view = pair.views[language]
  const block = blockAtHead(view.state)
  if (!block || !view.state.selection.empty || block.attributes.kind !== PARAGRAPH.kind) return false
  const typed = textBefore(view, block.from + 1, view.state.selection.from)
  const shape = /^.+[ \u3000]$/.test(typed) ? shapeOfSigns(typed.slice(0, -1)) : undefined
  if (!shape) return false
  pair.undo.together(() => {
    view.dispatch(view.state.tr.delete(block.from + 1, block.from + 1 + typed.length))
    const bare = blockAtHead(view.state)
    if (bare) setShape(pair, language, [bare], () => shape)
  })
  return true
}

function textBefore(view: EditorView, from: number, to: number): string {
  return view.state.doc.textBetween(from, to, '\n', '\ufffc')
}
