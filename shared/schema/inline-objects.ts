/** Inline nodes that hold no text of their own: each counts as one character of its block. */
import { Node } from '@tiptap/core'

/** A line break inside a block (Shift+Enter). */
export const Break = Node.create({
  name: 'break',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
})

/** A value of the edition, by the id of its fact. What it reads as is decided where it is shown. */
export const Fact = Node.create({
  name: 'fact',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return { fact: { default: '' } }
  },
  parseHTML() {
    return [{ tag: 'span[data-fact]', getAttrs: element => ({ fact: element.dataset.fact ?? '' }) }]
  },
  renderHTML({ node }) {
    return ['span', { 'data-fact': String(node.attrs.fact) }]
  },
})

/** A footnote; its words are an attribute, so that a note is one character to comparisons and anchors. */
export const Note = Node.create({
  name: 'note',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return { text: { default: '' } }
  },
  parseHTML() {
    return [{ tag: 'span[data-note]', getAttrs: element => ({ text: element.dataset.note ?? '' }) }]
  },
  renderHTML({ node }) {
    return ['span', { 'data-note': String(node.attrs.text) }]
  },
})
