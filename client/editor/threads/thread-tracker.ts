/**
 * Follows the threads of one open draft through everything that happens to its text, and tells the server where
 * they went when it was one's own doing. See docs/spec-anchors.md.
 */
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { anchorOfUnit } from '../../../shared/model/anchor-in-text.ts'
import type { ThreadId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { type ThreadLocation, unitNow } from '../../../shared/model/locate-thread.ts'
import type { Anchor } from '../../../shared/model/thread.ts'
import { whenComposed } from '../composition/when-composed.ts'
import { anchorForm, anchorHere, placeNow, quotedAnchor, rememberEarlier } from './anchor-now.ts'
import { createAnchorSender, type SentAnchors } from './anchor-sender.ts'
import { createCutWords } from './cut-words.ts'
import {
  findByWords,
  findPassage,
  hasPassage,
  isIntact,
  type PassageAnchor,
  readsAs,
} from './find-passage.ts'
import { type Docs, type Place, textOfDocs } from './passage-places.ts'
import { createTelling } from './telling.ts'
import { type MarkedThreads, type Places, placesIn, showPlaces } from './thread-marks.ts'
import { BEGINNING, type TrackedThread } from './tracked-thread.ts'

export type Views = { readonly [L in Language]: EditorView }

export type ThreadTracker = {
  /** The threads that one sees. */
  set(threads: readonly TrackedThread[]): void
  /**
   * Where each of them is: the same object until one is in another unit, comes or goes, or passes another. Offsets
   * are those of that moment.
   */
  get(): ReadonlyMap<ThreadId, ThreadLocation>
  subscribe(listener: () => void): () => void
  /** The thread whose passage is marked strongest. */
  choose(thread: ThreadId | null): void
  /** The threads whose comments are on the page now: screen readers are led from the passages to them. */
  describe(threads: ReadonlySet<ThreadId>): void
  chosen(): ThreadId | null
  /** Marks the passage that a thread is being written about, and follows it; null ends that. */
  begin(anchor: Anchor | null): void
  /** Where the passage is that a thread is being written about: what to begin the thread with. */
  begun(): Anchor | null
  /** The anchor of the same words, or else of the same unit, as the text is now; undefined when neither is there. */
  reanchor(anchor: Anchor): Anchor | undefined
  /** Position of its passage in the editor of its language. */
  placeOf(thread: ThreadId): { readonly language: Language; readonly place: Place } | undefined
  /** The editors are there; what is returned is called before they go. */
  attach(views: Views): () => void
  /** Sends what changed, now. */
  flush(): void
  readonly marked: MarkedThreads
}

export type ThreadTracking = {
  readonly doc: Y.Doc
  readonly put: (anchors: SentAnchors, leaving: boolean) => Promise<boolean>
  readonly onClick?: (threads: readonly ThreadId[]) => void
  /** Id of the element that holds a thread's comments. */
  readonly detailsOf?: (thread: ThreadId) => string
}

type Entry = {
  thread: TrackedThread
  /** The best that is known: ours when it is newer than the server's. */
  anchor: Anchor
  /** What it was before words of it were deleted, or its unit became part of another; the oldest first. */
  earlier: readonly Anchor[]
  /** How its anchor would read after the last change that was not one's own. */
  seen: string
}

export function createThreadTracker({ doc, put, onClick, detailsOf }: ThreadTracking): ThreadTracker {
  const entries = new Map<ThreadId, Entry>()
  const listeners = new Set<() => void>()
  const cuts = createCutWords()
  let places: ReadonlyMap<ThreadId, ThreadLocation> = new Map()
  let placesForm = '[]'
  let chosen: ThreadId | null = null
  let described: ReadonlySet<ThreadId> = new Set()
  let views: Views | undefined
  /** One wrote or undid something since anchors were last taken over. */
  let unsettled = false
  /** One wrote something since words that are gone were last looked for. */
  let wrote = false
  const heard = { own: false, others: false }

  const sender = createAnchorSender({
    put,
    onArrived: anchors => {
      for (const { thread, anchor } of anchors) {
        const entry = entries.get(thread)
        if (entry) entry.thread = { ...entry.thread, anchor }
      }
    },
  })
  const isComposing = () => LANGUAGES.some(language => views?.[language].composing)
  const telling = createTelling({ isComposing, flush: () => flush(), heal: () => heal() })

  const docsNow = (): Docs => ({ fr: views!.fr.state.doc, ja: views!.ja.state.doc })
  const standing = (id: ThreadId, { anchor }: Entry) =>
    views && anchor.passage ? placesIn(views[anchor.passage.language]).get(id) : undefined
  const taken = (id: ThreadId, entry: Entry, docs: Docs) =>
    anchorHere(entry.anchor, entry.earlier, standing(id, entry), doc, docs)
  const passagesOf = function* (language: Language) {
    for (const [id, entry] of entries)
      if (hasPassage(entry.anchor) && entry.anchor.passage.language === language)
        yield [id, entry, entry.anchor] as const
  }

  /** Takes over what one's own edits did to the anchors. The document and the editors agree. */
  const settle = () => {
    if (!views || !unsettled) return
    unsettled = false
    const docs = docsNow()
    for (const [id, entry] of entries) {
      const now = taken(id, entry, docs)
      const form = anchorForm(now)
      if (form === entry.seen) continue
      entry.seen = form
      if (form !== anchorForm(entry.anchor)) change(id, entry, now)
    }
  }
  const change = (id: ThreadId, entry: Entry, now: Anchor) => {
    entry.earlier = rememberEarlier(entry.earlier, entry.anchor, now)
    entry.anchor = now
    if (id !== BEGINNING) sender.add(id, now)
  }

  /** What others wrote since it was taken over may have made it untrue: whoever moved the words tells where they are. */
  const refresh = () => {
    if (!views) return
    const docs = docsNow()
    for (const [id, entry] of entries) {
      if (!sender.waits(id)) continue
      if (entry.anchor.passage && !standing(id, entry)) {
        sender.forget(id)
        entry.earlier = [...entry.earlier, entry.anchor]
        entry.anchor = entry.thread.anchor
        entry.seen = anchorForm(entry.anchor)
        continue
      }
      entry.anchor = taken(id, entry, docs)
      entry.seen = anchorForm(entry.anchor)
      sender.add(id, entry.anchor)
    }
  }

  /** What is not one's own doing is seen, and told only if nobody else does. */
  const observe = () => {
    if (!views) return
    const docs = docsNow()
    for (const [id, entry] of entries) entry.seen = anchorForm(taken(id, entry, docs))
    if ([...entries].some(([id, entry]) => isStale(id, entry))) telling.healLater()
    publish()
  }
  const isStale = (id: ThreadId, { seen, thread }: Entry) =>
    id !== BEGINNING && seen !== anchorForm(thread.anchor) && !sender.waits(id)

  const heal = () => {
    if (!views) return
    settle()
    const docs = docsNow()
    for (const [id, entry] of entries) if (isStale(id, entry)) change(id, entry, taken(id, entry, docs))
    sender.send()
  }

  const flush = () => {
    telling.told()
    if (views && wrote) showFoundAgain()
    wrote = false
    settle()
    refresh()
    sender.send()
    publish()
  }

  /** Words that were written again by hand. */
  const showFoundAgain = () => {
    const docs = docsNow()
    for (const language of LANGUAGES) {
      const shown = placesIn(views![language])
      const found = withGone(language, docs, shown)
      if (found !== shown) showPlaces(views![language], found)
    }
  }
  const withGone = (language: Language, docs: Docs, shown: Places): Places => {
    const found = new Map(shown)
    for (const [id, entry, anchor] of passagesOf(language)) {
      if (shown.has(id)) continue
      const place = findByWords([...earlierPassages(entry), ...quoted(entry), anchor], docs)
      if (place !== 'gone') found.set(id, place)
    }
    return found.size === shown.size ? shown : found
  }

  const findIn = (language: Language, docs: Docs, shown: Places): Places => {
    const found = new Map<ThreadId, Place>()
    for (const [id, entry, anchor] of passagesOf(language)) {
      const place = findPassage(anchor, earlierPassages(entry), quoted(entry), doc, docs)
      const kept = place === 'not-yet' ? (shown.get(id) ?? findByWords([anchor], docs)) : place
      if (kept !== 'gone') found.set(id, kept)
    }
    return found
  }

  /** Finds everything again from the anchors, and draws it. */
  const place = () => {
    if (!views) return
    const composing = LANGUAGES.map(language => views![language]).find(view => view.composing)
    if (composing) return whenComposed(composing, place)
    const docs = docsNow()
    for (const language of LANGUAGES)
      showPlaces(views[language], findIn(language, docs, placesIn(views[language])))
    observe()
  }
  const draw = () => {
    if (views)
      for (const language of LANGUAGES)
        whenComposed(views[language], () => views && showPlaces(views[language]))
  }

  const publish = () => {
    if (!views) return
    const docs = docsNow()
    const text = textOfDocs(docs)
    const next = [...entries].map(
      ([id, entry]) => [id, placeNow(entry.anchor, standing(id, entry), docs, text)] as const,
    )
    const form = coarse(next)
    if (form === placesForm) return
    placesForm = form
    places = new Map(next)
    for (const listener of [...listeners]) listener()
  }

  // What others and undo do is found by what was known before: one's own edits must be taken over by then.
  const beforeOthers = ({ origin }: Y.Transaction) => {
    if (origin !== ySyncPluginKey) settle()
  }

  const marked: MarkedThreads = {
    findAll: (language, now, shown) =>
      views ? findIn(language, { ...docsNow(), [language]: now }, shown) : shown,
    findMoved(language, transaction, before, mapped) {
      if (!views || [...passagesOf(language)].every(([id]) => mapped.has(id))) return mapped
      const { brings, places: followed } = cuts.follow(transaction, before, mapped)
      if (!brings) return mapped
      const back = new Map([...mapped, ...followed].filter(([id]) => entries.has(id)))
      return withGone(language, { ...docsNow(), [language]: transaction.doc }, back)
    },
    look(id) {
      const entry = entries.get(id)
      const strong = id === chosen || id === BEGINNING
      if (!entry || !(entry.thread.open || strong)) return null
      const details = described.has(id) ? (detailsOf?.(id) ?? null) : null
      return { internal: entry.thread.internal, chosen: strong, details }
    },
    changed(_language, own) {
      if (!heard.own && !heard.others) queueMicrotask(listen)
      if (own) {
        heard.own = true
        unsettled = true
        wrote = true
        telling.flushLater()
      } else heard.others = true
    },
    clicked: threads => threads.length > 0 && onClick?.(threads),
  }
  const listen = () => {
    const { own, others } = heard
    heard.own = false
    heard.others = false
    if (own && others) settle()
    if (others) observe()
    else publish()
  }

  return {
    marked,
    set(threads) {
      settle()
      const ids = new Set([BEGINNING, ...threads.map(({ id }) => id)])
      for (const id of entries.keys()) if (!ids.has(id)) entries.delete(id)
      let moved = false
      for (const thread of threads) moved = take(thread) || moved
      if (moved) place()
      else draw()
      publish()
    },
    get: () => places,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    choose(thread) {
      if (chosen === thread) return
      chosen = thread
      draw()
    },
    describe(threads) {
      if (threads.size === described.size && [...threads].every(id => described.has(id))) return
      described = threads
      draw()
    },
    chosen: () => chosen,
    begin(anchor) {
      if (anchor)
        entries.set(BEGINNING, newEntry({ id: BEGINNING, anchor, quote: null, internal: false, open: true }))
      else if (!entries.delete(BEGINNING)) return
      place()
    },
    begun() {
      settle()
      return entries.get(BEGINNING)?.anchor ?? null
    },
    reanchor(anchor) {
      if (!views) return undefined
      const docs = docsNow()
      const found = hasPassage(anchor) ? findPassage(anchor, [], [], doc, docs) : 'gone'
      const place = typeof found === 'object' ? found : undefined
      if (anchor.passage && place) return anchorHere(anchor, [], place, doc, docs)
      const unit = unitNow(anchor, textOfDocs(docs))
      return unit && anchorOfUnit(textOfDocs(docs), unit)
    },
    placeOf(id) {
      const entry = entries.get(id)
      const place = entry && standing(id, entry)
      return place && { language: entry.anchor.passage!.language, place }
    },
    attach(made) {
      views = made
      doc.on('beforeTransaction', beforeOthers)
      const leave = sender.listen(settle)
      place()
      return () => {
        flush()
        telling.stop()
        leave()
        doc.off('beforeTransaction', beforeOthers)
        views = undefined
      }
    },
    flush,
  }

  /** It was sent by someone who did not know what was written since: its words are not there, and ours are. */
  function isWorse(id: ThreadId, told: Anchor, entry: Entry): boolean {
    const ours = standing(id, entry)
    if (!ours || !hasPassage(told) || !hasPassage(entry.anchor)) return false
    const docs = docsNow()
    const theirs = findPassage(told, [], [], doc, docs)
    if (theirs === 'not-yet') return false
    const isThere = theirs !== 'gone' && readsAs(told.passage, theirs, docs)
    return !isThere && readsAs(entry.anchor.passage, ours, docs)
  }

  /** True when it hangs elsewhere than was known here. */
  function take(thread: TrackedThread): boolean {
    const entry = entries.get(thread.id)
    if (!entry) {
      entries.set(thread.id, newEntry(thread))
      return true
    }
    const told = anchorForm(thread.anchor)
    const isNews = told !== anchorForm(entry.thread.anchor) && told !== anchorForm(entry.anchor)
    entry.thread = thread
    if (!isNews || sender.waits(thread.id)) return false
    if (isWorse(thread.id, thread.anchor, entry)) {
      sender.add(thread.id, entry.anchor)
      telling.flushLater()
      return false
    }
    entry.anchor = thread.anchor
    // Of words that stand there twice, what was told decides: else two who remember different ones tell for ever.
    if (views) {
      const docs = docsNow()
      entry.earlier = entry.earlier.filter(each => !(hasPassage(each) && isIntact(each, doc, docs)))
    }
    return true
  }
}

function newEntry(thread: TrackedThread): Entry {
  return { thread, anchor: thread.anchor, earlier: [], seen: anchorForm(thread.anchor) }
}

/** What others than the editors are told of: not every letter. */
function coarse(located: readonly (readonly [ThreadId, ThreadLocation])[]): string {
  const order = located
    .flatMap(([id, place]) => (place.state === 'passage' ? [{ id, ...place.start }] : []))
    .sort((a, b) => (a.block < b.block ? -1 : a.block > b.block ? 1 : a.offset - b.offset))
  return JSON.stringify([
    located.map(([id, place]) => [
      id,
      place.state,
      'unit' in place && place.unit,
      'gone' in place && place.gone,
    ]),
    order.map(({ id, block }) => [id, block]),
  ])
}

function earlierPassages({ earlier }: Entry): PassageAnchor[] {
  return earlier.filter(hasPassage)
}

function quoted({ anchor, thread }: Entry): PassageAnchor[] {
  return quotedAnchor(anchor, thread.quote)
}
