/**
 * The clipboard of an editor. What comes in gets new ids; only what was cut from the same text in the same
 * language, and is in it no more, keeps its ids and units. Too much is refused whole, with a message.
 */

import { DOMSerializer, Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import type { Language } from '../../../shared/model/language.ts'
import { textSchema } from '../../../shared/schema/text-extensions.ts'
import { blocksOf } from '../blocks/blocks-of.ts'
import { REPAIR_LATER } from '../blocks/id-repair.ts'
import type { EditorPair } from '../editor-pair.ts'
import { cleanHtml } from './clean-html.ts'
import { sliceOfPlainText } from './plain-text.ts'

/** Largest paste, in UTF-16 code units of cleaned HTML or of plain text: about a thousand pages. */
export const MAX_PASTE = 1_000_000
/** Word adds up to twenty times the text in styles; above this the HTML is not even looked at. */
const MAX_RAW_PASTE = 20_000_000

export const Paste = Extension.create<{ language: Language; pair: EditorPair }>({
  name: 'paste',
  addProseMirrorPlugins() {
    return [pastePlugin(this.options.pair, this.options.language)]
  },
})

function pastePlugin(pair: EditorPair, language: Language): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: html => cleanHtml(html, language),
      clipboardTextParser: (text, _context, _plain, view) => sliceOfPlainText(text, view.state.schema),
      clipboardTextSerializer: slice => plainTextOf(slice, pair, language),
      clipboardSerializer: serializerOf(pair, language),
      transformPasted: (slice, view) => withOwnIds(slice, view, pair, language),
      handlePaste: (view, _event, slice) => insertSlice(view, slice, pair, language),
      handleDrop: (view, event, _slice, moved) => moved && moveDropped(view, event, pair),
      handleDOMEvents: {
        paste: (_view, event) => refuseTooLarge(event.clipboardData, event, pair, language),
        drop: (_view, event) => refuseTooLarge(event.dataTransfer, event, pair, language),
        cut: view => {
          rememberCut(view, pair, language)
          return false
        },
      },
    },
  })
}

function refuseTooLarge(
  data: DataTransfer | null,
  event: Event,
  pair: EditorPair,
  language: Language,
): boolean {
  const html = data?.getData('text/html') ?? ''
  const tooLarge =
    (data?.getData('text/plain').length ?? 0) > MAX_PASTE ||
    html.length > MAX_RAW_PASTE ||
    (html.length > MAX_PASTE && cleanHtml(html, language).length > MAX_PASTE)
  if (!tooLarge) return false
  event.preventDefault()
  pair.notify({ kind: 'paste-too-large' })
  return true
}

/** What was last cut from each text: block ids, in one language. */
const lastCut = new WeakMap<EditorPair, { readonly language: Language; readonly ids: ReadonlySet<string> }>()

function rememberCut(view: EditorView, pair: EditorPair, language: Language): void {
  const ids = new Set<string>()
  view.state.selection.content().content.forEach(node => {
    if (node.type.name === 'block') ids.add(String(node.attrs.id))
  })
  lastCut.set(pair, { language, ids })
}

/** Gives every block of the slice an id of its own; blocks that shared a unit share the new one. */
function withOwnIds(slice: Slice, view: EditorView, pair: EditorPair, language: Language): Slice {
  const cut = lastCut.get(pair)
  const present = new Set(blocksOf(view.state.doc).map(block => block.attributes.id))
  const units = new Map<string, string>()
  const newUnit = (unit: string) => {
    if (unit === '') return pair.newId()
    if (!units.has(unit)) units.set(unit, pair.newId())
    return units.get(unit)
  }
  const blocks: Node[] = []
  let others = false
  slice.content.forEach(node => {
    if (node.type.name !== 'block') {
      others = true
      return
    }
    const { id, unit } = node.attrs
    const comesBack = cut?.language === language && cut.ids.has(id) && !present.has(id)
    if (comesBack) present.add(id)
    const own = comesBack ? { id, unit } : { id: pair.newId(), unit: newUnit(unit) }
    blocks.push(node.type.create({ ...node.attrs, ...own }, inlineFor(language, node.content), node.marks))
  })
  if (others) return new Slice(inlineFor(language, slice.content), slice.openStart, slice.openEnd)
  return new Slice(Fragment.from(blocks), slice.openStart, slice.openEnd)
}

/** Italics do not come into Japanese. */
function inlineFor(language: Language, content: Fragment): Fragment {
  if (language === 'fr') return content
  const nodes: Node[] = []
  content.forEach(node => {
    nodes.push(node.mark(node.marks.filter(mark => mark.type.name !== 'italic')))
  })
  return Fragment.from(nodes)
}

/** A paste into an empty block makes that block what was pasted, with the kind it had. */
function insertSlice(view: EditorView, slice: Slice, pair: EditorPair, language: Language): boolean {
  const { $from, empty } = view.state.selection
  const first = slice.content.firstChild
  const intoEmpty = empty && $from.depth > 0 && $from.parent.childCount === 0
  pair.undo.closeStep(language)
  if (!intoEmpty || first?.type.name !== 'block' || slice.openStart === 0) return false
  const block = $from.before(1)
  const kept = lastCut.get(pair)?.ids.has(String(first.attrs.id)) ?? false
  const { kind, level } = first.attrs
  const transaction = view.state.tr.replaceSelection(slice)
  transaction.setNodeMarkup(block, undefined, {
    ...$from.parent.attrs,
    kind,
    level,
    ...(kept ? { id: first.attrs.id, unit: first.attrs.unit } : {}),
  })
  view.dispatch(transaction.scrollIntoView().setMeta('paste', true))
  pair.undo.closeStep(language)
  return true
}

/** A dragged passage is taken out and put in by two transactions, as when a unit moves. */
function moveDropped(view: EditorView, event: DragEvent, pair: EditorPair): boolean {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
  const slice = view.dragging?.slice
  if (!at || !slice) return false
  event.preventDefault()
  pair.undo.together(() => {
    const deletion = view.state.tr.deleteSelection()
    const place = deletion.mapping.map(at.pos)
    view.dispatch(deletion.setMeta(REPAIR_LATER, true))
    view.dispatch(view.state.tr.replaceRange(place, place, slice))
  })
  view.focus()
  return true
}

/** Words for other programs: facts as they read, notes in parentheses, one line per block. */
function plainTextOf(slice: Slice, pair: EditorPair, language: Language): string {
  return slice.content.textBetween(0, slice.content.size, '\n', leaf => {
    if (leaf.type.name === 'break') return '\n'
    if (leaf.type.name === 'fact') return pair.readFact(String(leaf.attrs.fact), language)
    return language === 'fr' ? ` (${leaf.attrs.text})` : `（${leaf.attrs.text}）`
  })
}

/** As the schema writes it, with the words of facts and notes inside, for programs that do not know ours. */
function serializerOf(pair: EditorPair, language: Language): DOMSerializer {
  const schema = DOMSerializer.fromSchema(textSchema)
  return new DOMSerializer(
    {
      ...schema.nodes,
      fact: node => [
        'span',
        { 'data-fact': String(node.attrs.fact) },
        pair.readFact(String(node.attrs.fact), language),
      ],
    },
    schema.marks,
  )
}
