/**
 * Undecided amendments over the text of one editor, as decorations: words that would go are struck, words that would
 * come stand beside them, underlined. Nothing of it is content: it cannot be edited, is not copied, and leaves no
 * trace in the document.
 */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import { INLINE_OBJECT } from '../../../shared/model/bilingual-text.ts'
import type { BlockId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { isRemote } from '../blocks/id-repair.ts'
import type { BlockMark, Marks, Piece } from './mark-store.ts'

const marksKey = new PluginKey<DecorationSet>('amendmentMarks')

/** `shown`: the marks that the editors show now. */
export const AmendmentMarks = Extension.create<{ language: Language; shown: () => Marks }>({
  name: 'amendmentMarks',
  addProseMirrorPlugins() {
    const { language, shown } = this.options
    return [amendmentMarks(language, shown)]
  },
})

/** Draws the marks again after `shown` changed. Not while something is being composed in the view. */
export function redrawMarks(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(marksKey, true))
}

function amendmentMarks(language: Language, shown: () => Marks): Plugin<DecorationSet> {
  const draw = ({ doc }: EditorState) => decorations(doc, language, shown())
  return new Plugin({
    key: marksKey,
    state: {
      init: (_config, state) => draw(state),
      apply: (transaction, previous, _old, state) => {
        // What others write replaces the document: positions cannot be followed through it.
        if (transaction.getMeta(marksKey) || isRemote(transaction)) return draw(state)
        // While one writes in a marked paragraph its marks go along; the next plan takes them away.
        return transaction.docChanged ? previous.map(transaction.mapping, transaction.doc) : previous
      },
    },
    props: { decorations: state => marksKey.getState(state) },
  })
}

function decorations(doc: Node, language: Language, { blocks, said }: Marks): DecorationSet {
  const marks = blocks[language]
  if (marks.size === 0) return DecorationSet.empty
  const found: Decoration[] = []
  doc.forEach((node, offset) => {
    const mark = marks.get(node.attrs.id as BlockId)
    // Edited since the marks were planned: their offsets mean nothing any more.
    if (!mark || wordsOf(node) !== mark.words) return
    found.push(...blockDecorations(mark, node, offset, said))
  })
  return DecorationSet.create(doc, found)
}

function blockDecorations(mark: BlockMark, node: Node, offset: number, said: Marks['said']): Decoration[] {
  const start = offset + 1
  const attributes: Record<string, string> = {}
  if (mark.caption) attributes['data-amendment-caption'] = mark.caption
  if (mark.struck) attributes['data-amendment-struck'] = ''
  return [
    ...(Object.keys(attributes).length ? [Decoration.node(offset, offset + node.nodeSize, attributes)] : []),
    ...mark.goes.map(({ from, to }) =>
      Decoration.inline(start + from, start + to, {
        nodeName: 'del',
        class: 'amendment-goes',
        'data-said': said.goes,
      }),
    ),
    ...mark.formatted.map(({ from, to }) =>
      Decoration.inline(start + from, start + to, { class: 'amendment-formatted' }),
    ),
    ...mark.comes.map(({ at, pieces }) =>
      Decoration.widget(start + at, () => comingElement(pieces, said.comes), {
        // Beside the words before it, where there are any: the caret then stands in them, and keys go there.
        side: at === 0 ? -1 : 1,
        ignoreSelection: true,
        key: `${mark.amendment} ${mark.block} ${at} ${said.comes} ${JSON.stringify(pieces)}`,
      }),
    ),
  ]
}

function comingElement(pieces: readonly Piece[], said: string): HTMLElement {
  const element = document.createElement('ins')
  element.className = 'amendment-comes'
  element.dataset.said = said
  for (const { text, marks } of pieces)
    element.append(marks.reduceRight<globalThis.Node>(wrapped, new Text(text)))
  return element
}

const TAGS: Partial<Record<Piece['marks'][number], string>> = { bold: 'strong', italic: 'em', underline: 'u' }

function wrapped(inner: globalThis.Node, mark: Piece['marks'][number]): globalThis.Node {
  const element = document.createElement(TAGS[mark] ?? 'span')
  if (mark === 'bracket') element.dataset.bracket = ''
  element.append(inner)
  return element
}

/** As `plainText` counts: one character for each inline object. */
function wordsOf(node: Node): string {
  return node.textBetween(0, node.content.size, null, INLINE_OBJECT)
}
