/**
 * One person's pair of editors on a text written by hand, in jsdom.
 *
 *   const desk = openDesk(`
 *     # a | Un titre | 題名
 *     b | Un para|graphe | 段落
 *   `)
 *
 * One line per unit: unit id, French, Japanese; `-` stands for a missing language, ` + ` between two blocks.
 */
import { TextSelection } from '@tiptap/pm/state'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { MarkStore } from '../../../client/editor/amendments/mark-store.ts'
import { createEditorPair, type EditorNotice, type EditorPair } from '../../../client/editor/editor-pair.ts'
import { createFactStore, type FactStore } from '../../../client/editor/inline/fact-store.ts'
import type { LockStore } from '../../../client/editor/locks/lock-store.ts'
import { rescueUnseenWords } from '../../../client/editor/rescue/unseen-words.ts'
import type { ThreadTracker } from '../../../client/editor/threads/thread-tracker.ts'
import type { BilingualText, Block, BlockKind } from '../../../shared/model/bilingual-text.ts'
import type { Fact } from '../../../shared/model/edition.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'

export type Desk = {
  readonly pair: EditorPair
  readonly doc: Y.Doc
  readonly facts: FactStore
  readonly notices: (EditorNotice | null)[]
  readonly held: { count: number }
  text(): BilingualText
  /** The text as it was written for `openDesk`, without kinds. */
  lines(): string[]
  /** Puts the caret before `words` in a language, or after them with `end`. */
  caret(language: Language, words: string, end?: boolean): void
  type(language: Language, words: string): void
  press(
    language: Language,
    key: string,
    modifiers?: Partial<Record<'alt' | 'ctrl' | 'shift', boolean>>,
  ): boolean
  close(): void
}

export function openDesk(
  source: string | Y.Doc,
  facts: readonly Fact[] = [],
  marks?: MarkStore,
  threads?: ThreadTracker,
  locks?: LockStore,
): Desk {
  const doc = typeof source === 'string' ? docOf(source) : source
  const hosts = { fr: document.createElement('div'), ja: document.createElement('div') }
  document.body.append(hosts.fr, hosts.ja)
  const notices: (EditorNotice | null)[] = []
  const held = { count: 0 }
  let ids = 0
  const store = createFactStore(facts)
  const pair = createEditorPair({
    doc,
    awareness: new Awareness(doc),
    gate: { holdRemote: () => held.count++, releaseRemote: () => held.count-- },
    hosts,
    facts: store,
    marks,
    threads,
    locks,
    onNotice: notice => notices.push(notice),
    onCross: () => {},
    onHelp: () => {},
    newId: () => `new${doc.clientID.toString(36)}-${++ids}`,
  })
  const desk: Desk = {
    pair,
    doc,
    facts: store,
    notices,
    held,
    text: () => readBilingualText(doc),
    lines: () =>
      pair.rows.get().layout.rows.map(row => {
        const cells = (['fr', 'ja'] as const).map(language => {
          const cell = row[language]
          if (cell.state !== 'here') return cell.state === 'missing' ? '-' : '~'
          return cell.blocks
            .map(block => wordsOf(desk.text()[language].find(each => each.id === block.id)!))
            .join(' + ')
        })
        return cells.join(' | ')
      }),
    caret(language, words, end = false) {
      const view = pair.views[language]
      let found: number | undefined
      view.state.doc.descendants((node, position) => {
        const at = node.isTextblock ? node.textContent.indexOf(words) : -1
        if (found === undefined && at >= 0) found = position + 1 + at + (end ? words.length : 0)
      })
      if (found === undefined) throw new Error(`no « ${words} » in ${view.state.doc}`)
      pair.activate(language)
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, found)))
    },
    type(language, words) {
      const view = pair.views[language]
      for (const character of words) {
        const { from, to } = view.state.selection
        const plain = () => view.state.tr.insertText(character, from, to)
        if (!view.someProp('handleTextInput', handle => handle(view, from, to, character, plain)))
          view.dispatch(plain())
      }
    },
    press(language, key, { alt = false, ctrl = false, shift = false } = {}) {
      const view = pair.views[language]
      const event = new KeyboardEvent('keydown', {
        key,
        altKey: alt,
        ctrlKey: ctrl,
        shiftKey: shift,
        bubbles: true,
        cancelable: true,
      })
      return view.someProp('handleKeyDown', handle => handle(view, event)) ?? false
    },
    close() {
      pair.destroy()
      hosts.fr.remove()
      hosts.ja.remove()
    },
  }
  return desk
}

/** Another person's document with the same content, connected to the first by hand: `meet` exchanges all updates. */
export function secondDoc(first: Y.Doc): { readonly doc: Y.Doc; meet(): Promise<void> } {
  const doc = new Y.Doc()
  let ids = 0
  const newId = () => `rescued-${++ids}`
  const rescues = new Map([first, doc].map(each => [each, rescueUnseenWords(each, newId, undefined, 0)]))
  const give = (to: Y.Doc, update: Uint8Array) => {
    rescues.get(to)!.hear(update)
    Y.applyUpdate(to, update, 'remote')
  }
  const meet = async () => {
    // Both have sent before either hears: that is what makes edits concurrent. Then what was put back is sent.
    for (let round = 0; round < 2; round++) {
      const [toSecond, toFirst] = [
        Y.encodeStateAsUpdate(first, Y.encodeStateVector(doc)),
        Y.encodeStateAsUpdate(doc, Y.encodeStateVector(first)),
      ]
      give(doc, toSecond)
      give(first, toFirst)
      await Promise.resolve()
    }
  }
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(first))
  return { doc, meet }
}

export function docOf(source: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newDocumentState(textOf(source)))
  return doc
}

const SIGNS: Readonly<Record<string, BlockKind>> = {
  '#': 'title',
  '##': 'heading',
  '-': 'bullet',
  '1.': 'number',
  '>': 'recital',
  '§': 'commitment',
}

/** The text of the same notation. */
export function textOf(source: string): BilingualText {
  const text: { fr: Block[]; ja: Block[] } = { fr: [], ja: [] }
  for (const line of source
    .split('\n')
    .map(each => each.trim())
    .filter(Boolean)) {
    const [head = '', fr = '-', ja = '-'] = line.split('|').map(each => each.trim())
    const [sign, name = sign] = head.split(' ')
    const cells = { fr, ja }
    for (const language of ['fr', 'ja'] as const) {
      if (cells[language] === '-') continue
      cells[language].split(' + ').forEach((words, index) => {
        text[language].push({
          id: `${name}-${language}${index || ''}` as BlockId,
          unit: name as UnitId,
          kind: SIGNS[sign ?? ''] ?? 'paragraph',
          level: 1,
          content: words === '' ? [] : [{ type: 'text', text: words }],
        })
      })
    }
  }
  return text
}

function wordsOf(block: Block): string {
  return block.content.map(inline => (inline.type === 'text' ? inline.text : '￼')).join('')
}
