/**
 * Passages that threads hang on, in one editor, as decorations: nothing of a thread is content. What one writes
 * oneself they are mapped through; what comes from elsewhere replaces the document, and they are found again.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { ThreadId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { isRemote } from '../blocks/id-repair.ts'
import type { Place } from './passage-places.ts'

/** How a thread is drawn over its passage; null for one that is not. */
export type ThreadLook = {
  readonly internal: boolean
  readonly chosen: boolean
  /** Id of the element that holds the thread's comments, for screen readers; null where there is none. */
  readonly details: string | null
}

export type Places = ReadonlyMap<ThreadId, Place>

/** What the marks of an editor ask of the tracker. */
export type MarkedThreads = {
  /** Finds the passages of a language again in a document that is about to be shown. */
  findAll(language: Language, doc: Node, shown: Places): Places
  /** After something was written here: those that are gone may have come with it. */
  findMoved(language: Language, transaction: Transaction, before: Places, mapped: Places): Places
  look(thread: ThreadId): ThreadLook | null
  /** Told after every transaction that changed the document; `own` when it was written or undone here. */
  changed(language: Language, own: boolean): void
  /** A click into passages, the shortest first. */
  clicked(threads: readonly ThreadId[]): void
}

type Marked = {
  readonly places: Places
  readonly set: DecorationSet
  readonly own: number
  readonly all: number
}

const threadsKey = new PluginKey<Marked>('threadMarks')
const NONE: Places = new Map()

export const ThreadMarks = Extension.create<{ language: Language; threads: MarkedThreads | undefined }>({
  name: 'threadMarks',
  addProseMirrorPlugins() {
    const { language, threads } = this.options
    return threads ? [threadMarks(language, threads)] : []
  },
})

/** Where the passages of this language's threads stand. */
export function placesIn(view: EditorView): Places {
  return threadsKey.getState(view.state)?.places ?? NONE
}

/** Shows the passages at new places, or with new looks. Not while something is being composed in the view. */
export function showPlaces(view: EditorView, places: Places = placesIn(view)): void {
  view.dispatch(view.state.tr.setMeta(threadsKey, places))
}

/** The threads whose passages a position stands in or at, the shortest first. */
export function threadsAt(view: EditorView, position: number): ThreadId[] {
  return [...placesIn(view)]
    .filter(([, { from, to }]) => from <= position && position <= to)
    .sort(([, a], [, b]) => a.to - a.from - (b.to - b.from))
    .map(([thread]) => thread)
}

function threadMarks(language: Language, threads: MarkedThreads): Plugin<Marked> {
  return new Plugin<Marked>({
    key: threadsKey,
    state: {
      init: () => ({ places: NONE, set: DecorationSet.empty, own: 0, all: 0 }),
      apply: (transaction, previous) => {
        const told = transaction.getMeta(threadsKey) as Places | undefined
        if (told) return { ...previous, places: told, set: draw(transaction.doc, told, threads) }
        if (isRemote(transaction)) {
          const places = threads.findAll(language, transaction.doc, previous.places)
          const undone = transaction.getMeta(ySyncPluginKey)?.isUndoRedoOperation === true
          return {
            places,
            set: draw(transaction.doc, places, threads),
            own: previous.own + (undone ? 1 : 0),
            all: previous.all + 1,
          }
        }
        if (!transaction.docChanged) return previous
        const mapped = mapPlaces(previous.places, transaction)
        const places = threads.findMoved(language, transaction, previous.places, mapped)
        const set =
          places === mapped && mapped.size === previous.places.size
            ? previous.set.map(transaction.mapping, transaction.doc)
            : draw(transaction.doc, places, threads)
        return { places, set, own: previous.own + 1, all: previous.all + 1 }
      },
    },
    props: {
      decorations: state => threadsKey.getState(state)?.set,
      handleClick: (view, position, event) => {
        const marked = event.target instanceof Element && event.target.closest('[data-thread]')
        if (marked && view.state.selection.empty)
          threads.clicked(threadsAt(view, position).filter(thread => threads.look(thread)))
        return false
      },
    },
    view: () => ({
      update: (view, before) => {
        const [now, then] = [threadsKey.getState(view.state)!, threadsKey.getState(before)!]
        if (now.all !== then.all) threads.changed(language, now.own !== then.own)
      },
    }),
  })
}

function mapPlaces(places: Places, { mapping }: Transaction): Places {
  const mapped = new Map<ThreadId, Place>()
  for (const [thread, { from, to }] of places) {
    const place = { from: mapping.map(from, 1), to: mapping.map(to, -1) }
    if (place.from < place.to) mapped.set(thread, place)
  }
  return mapped
}

/** Each in an element of its own, so that where passages overlap the marks of both are seen. */
function draw(doc: Node, places: Places, threads: MarkedThreads): DecorationSet {
  const decorations = [...places].flatMap(([thread, { from, to }]) => {
    const look = threads.look(thread)
    if (!look) return []
    return Decoration.inline(from, to, {
      nodeName: 'mark',
      class: 'thread-passage',
      'data-thread': thread,
      'data-internal': look.internal ? 'true' : 'false',
      ...(look.chosen ? { 'data-chosen': 'true' } : {}),
      ...(look.details ? { 'aria-details': look.details } : {}),
    })
  })
  return decorations.length ? DecorationSet.create(doc, decorations) : DecorationSet.empty
}
