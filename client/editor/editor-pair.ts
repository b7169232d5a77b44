/**
 * The two editors of one draft, French and Japanese, on the two fragments of one Y.Doc: made after the first
 * sync, destroyed with the page. Commands that concern both languages take the pair.
 */

import { Collaboration } from '@tiptap/extension-collaboration'
import type { EditorView } from '@tiptap/pm/view'
import { Editor, type Extensions, type JSONContent } from '@tiptap/react'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import { fragmentOf } from '../../shared/schema/y-text.ts'
import { keepingPlace } from '../ui/place-in-sight.ts'
import { AmendmentMarks, redrawMarks } from './amendments/amendment-marks.ts'
import { type MarkStore, type Marks, NO_MARKS } from './amendments/mark-store.ts'
import { BlockInputRules } from './blocks/block-input-rules.ts'
import { BlockKeys } from './blocks/block-keys.ts'
import { CaretFollows } from './blocks/caret-follows.ts'
import { fillAttributes } from './blocks/fill-attributes.ts'
import { IdRepair } from './blocks/id-repair.ts'
import { SteadyView } from './blocks/steady-view.ts'
import { BracketSigns } from './brackets/bracket-signs.ts'
import { CompositionGate, type RemoteGate } from './composition/composition-gate.ts'
import { whenComposed } from './composition/when-composed.ts'
import { editorExtensions } from './editor-extensions.ts'
import { type FactStore, readFact } from './inline/fact-store.ts'
import { createLockStore, type LockStore } from './locks/lock-store.ts'
import { UnitLocks } from './locks/unit-locks.ts'
import { Paste } from './paste/paste.ts'
import { Carets } from './presence/carets.ts'
import { bringsUnreadable } from './reading/readable-text.ts'
import { RowDecorations } from './rows/row-decorations.ts'
import { createRowStore, type RowStore } from './rows/row-store.ts'
import { ThreadMarks } from './threads/thread-marks.ts'
import type { ThreadTracker } from './threads/thread-tracker.ts'
import { createUndoPair, type UndoPair } from './undo-pair.ts'
import { moveUnit } from './units/move-unit.ts'

/** What happened that the page should say; each has a message. */
export type EditorNotice =
  | { readonly kind: 'paste-too-large' }
  /** A fact was put into one language of a unit; the other may have the same. */
  | { readonly kind: 'fact-offer'; readonly fact: string; readonly unit: string; readonly into: Language }
  /** A join left the other language's paragraph alone: it may be joined too. */
  /** [A4] What one did would have changed a unit that both sides agreed to. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'merge-offer'; readonly kept: string; readonly lost: string; readonly left: Language }

export type EditorPairOptions = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly gate: RemoteGate
  /** Elements that become the editors' content; their names for screen readers are the page's. */
  readonly hosts: { readonly [L in Language]: HTMLElement }
  readonly facts: FactStore
  /** The editor in use before one has been chosen. */
  readonly first?: Language
  readonly onNotice: (notice: EditorNotice | null) => void
  readonly onEditNote?: (language: Language, position: number) => void
  /** Goes to the same unit in the other language (narrow screens also turn the page). */
  readonly onCross: (from: Language) => void
  readonly onHelp: () => void
  readonly onTools?: () => void
  /** What amendments would change, shown over the text. */
  readonly marks?: MarkStore | undefined
  /** Goes to the list of amendments; false where there is none. */
  readonly onAmendments?: () => boolean
  /** The threads that hang on the text. */
  readonly threads?: ThreadTracker | undefined
  /** Keys of threads; false where there is nothing for them to do. */
  readonly onThread?: (act: ThreadKey, language: Language) => boolean
  /** Keys and clicks of brackets; false where there is nothing for them to do. */
  readonly onBracket?: (act: BracketAct, language: Language) => boolean
  /** Something arrived that the schema does not know: the editors are gone, before they could delete it. */
  readonly onUnreadable?: () => void
  /** Whether someone else's caret is in a unit. */
  readonly othersIn?: (unit: string) => boolean
  /** [A4] The units that nobody may change. */
  readonly locks?: LockStore | undefined
  readonly newId?: () => string
}

/** Begin one here, go to the next or previous one, take the keyboard to the one at the caret. */
export type ThreadKey = 'begin' | 'begin-unit' | 'next' | 'previous' | 'card'

/** Put the selection in brackets; look at the bracket of a sign that was clicked, or at the one at the caret. */
export type BracketAct =
  | { readonly act: 'open' }
  | { readonly act: 'sign'; readonly id: string; readonly sign: HTMLElement }
  | { readonly act: 'caret' }

export type EditorPair = {
  readonly views: { readonly [L in Language]: EditorView }
  readonly rows: RowStore
  readonly undo: UndoPair
  readonly newId: () => string
  /** The editor in use: the one that has, or last had, the focus. */
  active(): Language
  activate(language: Language): void
  /** True once an editor has had the focus. */
  begun(): boolean
  /** Called after every change of selection, document or focus in either editor. */
  subscribe(listener: () => void): () => void
  readFact(id: string, language: Language): string
  isLocked(unit: string): boolean
  /** Moves the unit of the caret up or down in both languages. */
  move(language: Language, by: -1 | 1): boolean
  notify(notice: EditorNotice | null): void
  cross(from: Language): void
  help(): void
  /** Takes the keyboard to the tools; Escape there brings it back. */
  tools(): void
  /** Likewise to the list of amendments; false where there is none. */
  amendments(): boolean
  /** Likewise to threads. */
  thread(act: ThreadKey, language: Language): boolean
  bracket(act: BracketAct, language: Language): boolean
  destroy(): void
}

export function createEditorPair(options: EditorPairOptions): EditorPair {
  const rows = createRowStore()
  const newId = options.newId ?? randomId
  for (const language of LANGUAGES) fillAttributes(fragmentOf(options.doc, language), newId)
  const locks = options.locks ?? createLockStore()
  const undo = createUndoPair(options.doc, newId, {
    isLocked: unit => locks.get().has(unit),
    onRefused: () => options.onNotice({ kind: 'locked' }),
  })
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of [...listeners]) listener()
  }
  let active: Language = options.first ?? 'fr'
  let begun = false
  let editors: { readonly [L in Language]: Editor } | undefined
  const shown: { current: Marks } = { current: NO_MARKS }

  const pair: EditorPair = {
    get views() {
      return { fr: editors!.fr.view, ja: editors!.ja.view }
    },
    rows,
    undo,
    newId,
    active: () => active,
    begun: () => begun,
    activate: language => {
      active = language
      begun = true
      changed()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    readFact: (id, language) => readFact(options.facts.get(), id, language).text,
    isLocked: unit => locks.get().has(unit),
    move: (language, by) => moveUnit(pair, language, by, options.othersIn),
    notify: options.onNotice,
    cross: options.onCross,
    help: options.onHelp,
    tools: () => options.onTools?.(),
    amendments: () => options.onAmendments?.() ?? false,
    thread: (act, language) => options.onThread?.(act, language) ?? false,
    bracket: (act, language) => options.onBracket?.(act, language) ?? false,
    destroy: () => {
      leaveMarks?.()
      leaveThreads?.()
      options.doc.off('beforeObserverCalls', guard)
      for (const language of LANGUAGES) editors?.[language].destroy()
      undo.destroy()
      listeners.clear()
    },
  }

  const guard = (transaction: Y.Transaction) => {
    if (transaction.local || !bringsUnreadable(transaction, options.doc)) return
    pair.destroy()
    options.onUnreadable?.()
  }
  options.doc.on('beforeObserverCalls', guard)

  const make = (language: Language): Editor => {
    // The binding is given the document it would otherwise draw in a second step, over an empty one.
    const mapping: ProsemirrorMapping = new Map()
    const editor = new Editor({
      element: { mount: options.hosts[language] },
      extensions: extensionsOf(pair, language, { ...options, locks }, mapping, shown),
      onBeforeCreate: ({ editor }) => {
        const first = initProseMirrorDoc(fragmentOf(options.doc, language), editor.schema)
        for (const [type, node] of first.mapping) mapping.set(type, node)
        // TipTap takes a node as it is; its type only names JSON.
        editor.options.content = first.doc as unknown as JSONContent
      },
      // Our own keys and clipboard replace TipTap's; its marks' Markdown-like rules would eat asterisks of the text.
      enableCoreExtensions: {
        keymap: false,
        clipboardTextSerializer: false,
        delete: false,
        drop: false,
        paste: false,
        focusEvents: false,
      },
      enableInputRules: false,
      enablePasteRules: false,
      injectCSS: false,
      editorProps: {
        attributes: {
          lang: language,
          'aria-multiline': 'true',
          spellcheck: 'true',
          autocapitalize: 'off',
        },
        scrollThreshold: AROUND_CARET,
        scrollMargin: AROUND_CARET,
        handleDOMEvents: {
          focus: () => {
            pair.activate(language)
            return false
          },
        },
      },
      onTransaction: changed,
    })
    return editor
  }
  editors = { fr: make('fr'), ja: make('ja') }
  const { views } = pair
  // Rows and marks of both languages change together, and never while something is being composed in either.
  const showMarks = (): void =>
    whenComposed(views.fr, () =>
      whenComposed(views.ja, () => {
        if (views.fr.composing) return showMarks()
        const marks = options.marks?.get() ?? NO_MARKS
        if (marks === shown.current) return
        shown.current = marks
        keepingPlace(views.fr.dom.parentElement, () => {
          rows.setGhosts(marks.ghosts)
          for (const language of LANGUAGES) redrawMarks(views[language])
          rows.publish()
        })
      }),
    )
  const leaveMarks = options.marks?.subscribe(showMarks)
  showMarks()
  const leaveThreads = options.threads?.attach(views)
  rows.publish()
  return pair
}

type ProsemirrorMapping = ReturnType<typeof initProseMirrorDoc>['mapping']

function extensionsOf(
  pair: EditorPair,
  language: Language,
  options: EditorPairOptions & { readonly locks: LockStore },
  mapping: ProsemirrorMapping,
  shown: { readonly current: Marks },
): Extensions {
  return [
    UnitLocks.configure({ locks: options.locks, onRefused: () => pair.notify({ kind: 'locked' }) }),
    CompositionGate.configure({ gate: options.gate }),
    ...editorExtensions(language, options.facts, position => options.onEditNote?.(language, position)),
    Collaboration.configure({
      fragment: fragmentOf(options.doc, language),
      ySyncOptions: { mapping },
      yUndoOptions: { undoManager: pair.undo.managers[language] },
    }),
    BlockKeys.configure({ language, pair }),
    BlockInputRules.configure({ language, pair }),
    CaretFollows,
    SteadyView,
    IdRepair.configure({ newId: pair.newId }),
    RowDecorations.configure({ language, store: pair.rows }),
    BracketSigns.configure({
      language,
      onSign: (id, sign) => pair.bracket({ act: 'sign', id, sign }, language),
    }),
    AmendmentMarks.configure({ language, shown: () => shown.current }),
    ThreadMarks.configure({ language, threads: options.threads?.marked }),
    Paste.configure({ language, pair }),
    Carets.configure({ language, awareness: options.awareness }),
  ]
}

/** Room kept above and below the caret when it is brought into view: the tools stick to the top. In pixels. */
const AROUND_CARET = { top: 90, bottom: 80, left: 0, right: 0 }

/** 12 characters of 62: 71 bits, enough for every block of every text. */
function randomId(): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let id = ''
  while (id.length < 12)
    for (const byte of crypto.getRandomValues(new Uint8Array(16)))
      if (byte < 248 && id.length < 12) id += alphabet[byte % 62]
  return id
}
