/**
 * [A5] The signs of brackets in one editor, [ ] and ［ ］ with the side that asks, as decorations: no part of the text,
 * not to be selected or copied, and drawn by the style sheet so that the words of the page stay the words of the text.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import { BRACKET_SIGNS, bracketSide } from '../../../shared/model/bracket-signs.ts'
import { type BracketSpan, bracketSpans } from '../../../shared/model/bracket-spans.ts'
import type { Language } from '../../../shared/model/language.ts'
import { bracketContent } from './bracket-text.ts'

export type BracketSignsOptions = {
  readonly language: Language
  /** A click on a sign: the id of its mark, and the sign itself. */
  readonly onSign: (id: string, sign: HTMLElement) => void
}

const signsKey = new PluginKey<DecorationSet>('bracketSigns')

export const BracketSigns = Extension.create<BracketSignsOptions>({
  name: 'bracketSigns',
  addProseMirrorPlugins() {
    return [bracketSigns(this.options)]
  },
})

function bracketSigns({ language, onSign }: BracketSignsOptions): Plugin<DecorationSet> {
  return new Plugin({
    key: signsKey,
    state: {
      init: (_config, { doc }) => signs(doc, language),
      apply: (transaction, previous) => {
        if (!transaction.docChanged) return previous
        // [U5] While something is being composed nothing is drawn anew around it: the signs go along.
        return transaction.getMeta('composition') === undefined
          ? signs(transaction.doc, language)
          : previous.map(transaction.mapping, transaction.doc)
      },
    },
    props: {
      decorations: state => signsKey.getState(state),
      handleDOMEvents: {
        mousedown: (_view, event) => {
          const sign =
            event.target instanceof Element && event.target.closest<HTMLElement>('[data-bracket-sign]')
          if (!sign) return false
          event.preventDefault()
          onSign(sign.dataset.bracketSign ?? '', sign)
          return true
        },
      },
    },
  })
}

const perBlock = new WeakMap<Node, readonly BracketSpan[]>()

function spansOf(block: Node): readonly BracketSpan[] {
  const found = perBlock.get(block)
  if (found) return found
  const spans = bracketSpans(bracketContent(block))
  perBlock.set(block, spans)
  return spans
}

function signs(doc: Node, language: Language): DecorationSet {
  const found: Decoration[] = []
  doc.forEach((block, offset) => {
    spansOf(block).forEach((span, depth) => {
      const at = (edge: 'opens' | 'closes') => offset + 1 + (edge === 'opens' ? span.from : span.to)
      // What is typed at an edge stands outside: before the sign that opens, behind the one that closes.
      found.push(signAt(at('opens'), span, language, 'opens', 1 + depth))
      found.push(signAt(at('closes'), span, language, 'closes', -1 - depth))
    })
  })
  return found.length ? DecorationSet.create(doc, found) : DecorationSet.empty
}

function signAt(
  position: number,
  { id, by }: BracketSpan,
  language: Language,
  edge: 'opens' | 'closes',
  side: number,
): Decoration {
  const sign = BRACKET_SIGNS[language][edge]
  const asked = edge === 'opens' ? bracketSide(by, language) : ''
  return Decoration.widget(
    position,
    () => {
      const element = document.createElement('span')
      element.className = 'bracket-sign'
      element.dataset.bracketSign = id
      element.dataset.edge = edge
      element.dataset.sign = sign
      if (asked) element.dataset.asked = asked
      return element
    },
    { side, marks: [], ignoreSelection: true, key: `${id} ${edge} ${by}` },
  )
}
