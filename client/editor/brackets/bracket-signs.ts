/**
 * [A5] The signs of brackets in one editor, [ ] and ［ ］ with the side that asks. The style sheet draws them before and
 * after the first and last words of a bracket: nothing stands between the words, where an input method writes [U5], and
 * nothing of it is text that could be selected or copied.
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
  /** A click on a sign: the id of its mark, and the words that it stands at. */
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
          const sign = signAt(event)
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
    // Of several around the same words the last one drawn is the outermost.
    for (const span of spansOf(block).toReversed())
      for (const edge of ['opens', 'closes'] as const) {
        const piece = pieceAt(block, span, edge)
        const [from, to] = [offset + 1 + piece.from, offset + 1 + piece.to]
        const asked = edge === 'opens' ? bracketSide(span.by, language) : ''
        // Within the sign: the side stands between it and the words.
        if (asked)
          found.push(
            Decoration.inline(from, to, { nodeName: 'span', class: 'bracket-asked', 'data-asked': asked }),
          )
        found.push(Decoration.inline(from, to, attributesOf(span, language, edge)))
      }
  })
  return found.length ? DecorationSet.create(doc, found) : DecorationSet.empty
}

/** The first or last child of the block that is in the span: an element of its own already, so that no text is cut. */
function pieceAt(block: Node, span: BracketSpan, edge: 'opens' | 'closes'): { from: number; to: number } {
  let piece = { from: span.from, to: span.to }
  block.forEach((child, start) => {
    const end = start + child.nodeSize
    if (edge === 'opens' && start === span.from) piece = { from: start, to: Math.min(end, span.to) }
    if (edge === 'closes' && end === span.to) piece = { from: Math.max(start, span.from), to: end }
  })
  return piece
}

function attributesOf({ id, by }: BracketSpan, language: Language, edge: 'opens' | 'closes') {
  const asked = edge === 'opens' ? bracketSide(by, language) : ''
  return {
    nodeName: 'span',
    class: 'bracket-sign',
    'data-bracket-sign': id,
    'data-edge': edge,
    'data-sign': BRACKET_SIGNS[language][edge],
    ...(asked ? { 'data-asked': asked } : {}),
  }
}

/** The innermost sign under the pointer: beside the words of its element, on their line. */
function signAt(event: MouseEvent): HTMLElement | undefined {
  let element =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-bracket-sign]') : null
  for (; element; element = element.parentElement?.closest<HTMLElement>('[data-bracket-sign]') ?? null) {
    const lines = linesOf(element)
    const line = element.dataset.edge === 'opens' ? lines[0] : lines.at(-1)
    if (!line || event.clientY < line.top || event.clientY > line.bottom) continue
    if (element.dataset.edge === 'opens' ? event.clientX < line.left : event.clientX > line.right)
      return element
  }
  return undefined
}

/** Where the words of an element stand, without what the style sheet draws around them. */
function linesOf(element: HTMLElement): DOMRect[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const lines: DOMRect[] = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(text)
    lines.push(...range.getClientRects())
  }
  return lines
}
