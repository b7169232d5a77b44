/**
 * Two people at one draft, each with the real pair of editors and its threads, and a server of anchors between them:
 *
 *   const room = openRoom(TEXT)
 *   const thread = room.begin('fr', 'jeunes agents')
 *   room.ann.caret('fr', 'jeunes')
 *   await room.meet()
 *   expect(room.all(thread)).toBe('« jeunes agents » in a')
 *
 * Time stands still unless `pass` or `meet` lets it go on: the test must use fake timers.
 */
import { vi } from 'vitest'
import * as Y from 'yjs'
import { anchorAt } from '../../../client/editor/threads/anchor-now.ts'
import type { SentAnchors } from '../../../client/editor/threads/anchor-sender.ts'
import { flatText, textOfDocs } from '../../../client/editor/threads/passage-places.ts'
import { createThreadTracker, type ThreadTracker } from '../../../client/editor/threads/thread-tracker.ts'
import type { TrackedThread } from '../../../client/editor/threads/tracked-thread.ts'
import { anchorOfUnit } from '../../../shared/model/anchor-in-text.ts'
import type { ThreadId, UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Anchor } from '../../../shared/model/thread.ts'
import { type Desk, docOf, openDesk } from '../editor/desk.ts'

export type Person = Desk & {
  readonly tracker: ThreadTracker
  /** Anchors cannot be sent while this is set; updates of the text neither. */
  offline: boolean
}

export type ThreadRoom = {
  readonly ann: Person
  readonly bo: Person
  /** What the server has. */
  readonly stored: ReadonlyMap<ThreadId, Anchor>
  /** Anchors as they were sent, in order. */
  readonly sent: SentAnchors[]
  /** Begins a thread on words of a language, or on a unit, as Ann. */
  begin(where: Language | 'unit', words: string): ThreadId
  /** Both exchange what they wrote; nobody has told an anchor yet. */
  exchange(): Promise<void>
  /** Both exchange what they wrote, tell their anchors and hear those of the other. */
  meet(): Promise<void>
  pass(milliseconds: number): Promise<void>
  /** Where a thread is for one person: `« words » in unit`, `gone, in unit`, `in unit` or `detached`. */
  at(person: Person, thread: ThreadId): string
  /** For both, and for somebody who opens the page now; throws when they differ. */
  all(thread: ThreadId): string
  /** Every thread for each of the three. */
  seen(): ReadonlyMap<ThreadId, readonly string[]>
  close(): void
}

export function openThreadRoom(source: string): ThreadRoom {
  const stored = new Map<ThreadId, Anchor>()
  const threads = new Map<ThreadId, TrackedThread>()
  const sent: SentAnchors[] = []
  const opened: Desk[] = []

  const tell = () => {
    const shown = [...threads.values()].map(thread => ({ ...thread, anchor: stored.get(thread.id)! }))
    for (const person of [ann, bo]) if (!person.offline) person.tracker.set(shown)
  }
  const sit = (doc: Y.Doc): Person => {
    const tracker = createThreadTracker({
      doc,
      put: async anchors => {
        if (person.offline) throw new Error('no answer')
        sent.push(anchors)
        for (const { thread, anchor } of anchors) stored.set(thread, structuredClone(anchor))
        return true
      },
    })
    const desk = openDesk(doc, [], undefined, tracker)
    opened.push(desk)
    const person: Person = Object.assign(desk, { tracker, offline: false })
    return person
  }

  const first = docOf(source)
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  const [ann, bo] = [sit(first), sit(second)]
  const exchange = async () => {
    if (ann.offline || bo.offline) return
    const [toSecond, toFirst] = [
      Y.encodeStateAsUpdate(first, Y.encodeStateVector(second)),
      Y.encodeStateAsUpdate(second, Y.encodeStateVector(first)),
    ]
    Y.applyUpdate(second, toSecond, 'remote')
    Y.applyUpdate(first, toFirst, 'remote')
    await vi.advanceTimersByTimeAsync(0)
  }

  const at = (person: Desk & { readonly tracker: ThreadTracker }, thread: ThreadId): string => {
    const place = person.tracker.get().get(thread)
    if (!place || place.state === 'detached') return 'detached'
    if (place.state === 'unit') return place.gone ? `gone, in ${place.unit}` : `in ${place.unit}`
    const { language, place: at } = person.tracker.placeOf(thread)!
    const view = person.pair.views[language]
    const { from, to } = at
    const flat = flatText(view.state.doc)
    return `« ${flat.text.slice(flat.at(from), flat.at(to))} » in ${place.unit}`
  }

  let count = 0
  return {
    ann,
    bo,
    stored,
    sent,
    begin(where, words) {
      const id = `thread-${++count}` as ThreadId
      const docs = { fr: ann.pair.views.fr.state.doc, ja: ann.pair.views.ja.state.doc }
      const anchor =
        where === 'unit'
          ? anchorOfUnit(textOfDocs(docs), words as UnitId)
          : anchorAt(where, placeOf(ann, where, words), first, docs)
      if (!anchor) throw new Error(`no « ${words} »`)
      stored.set(id, anchor)
      const quote = anchor.passage && { language: anchor.passage.language, words: anchor.passage.words }
      threads.set(id, { id, anchor, quote, internal: false, open: true })
      tell()
      return id
    },
    exchange,
    async meet() {
      await exchange()
      await vi.advanceTimersByTimeAsync(1_100)
      await exchange()
      tell()
      await vi.advanceTimersByTimeAsync(0)
    },
    async pass(milliseconds) {
      await vi.advanceTimersByTimeAsync(milliseconds)
      tell()
    },
    at,
    all(thread) {
      const seen = seenByAll().get(thread)!
      if (new Set(seen).size > 1) throw new Error(`they differ: ${seen.join(' | ')}`)
      return seen[0]!
    },
    seen: () => seenByAll(),
    close() {
      for (const desk of opened) desk.close()
    },
  }

  function seenByAll() {
    const third = new Y.Doc()
    Y.applyUpdate(third, Y.encodeStateAsUpdate(first))
    const tracker = createThreadTracker({ doc: third, put: async () => true })
    const desk = openDesk(third, [], undefined, tracker)
    tracker.set([...threads.values()].map(each => ({ ...each, anchor: stored.get(each.id)! })))
    const later = Object.assign(desk, { tracker })
    const seen = new Map([...threads.keys()].map(id => [id, [ann, bo, later].map(person => at(person, id))]))
    desk.close()
    return seen
  }
}

/** Where words stand in the editor of a language, across blocks too. */
export function placeOf(person: Desk, language: Language, words: string): { from: number; to: number } {
  const flat = flatText(person.pair.views[language].state.doc)
  const at = flat.text.indexOf(words)
  if (at < 0) throw new Error(`no « ${words} » in ${flat.text}`)
  return flat.place(at, at + words.length)
}
