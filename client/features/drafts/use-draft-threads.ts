/** The threads of a draft that one writes: followed in its text, told where they go, and the ways there and back. */
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import type * as Y from 'yjs'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { ThreadId, UnitId } from '../../../shared/model/ids.ts'
import { draftPlace, isInternal, versionPlace } from '../../../shared/model/thread.ts'
import type { ThreadView } from '../../../shared/protocol/thread-views.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { call, Refusal } from '../../api.ts'
import type { EditorPair } from '../../editor/editor-pair.ts'
import { type LiveText, sameOrder } from '../../editor/live-text.ts'
import type { EditorThreads, ThreadsInMargin } from '../../editor/threads/editor-threads.ts'
import { createThreadTracker, type ThreadTracker } from '../../editor/threads/thread-tracker.ts'
import type { TrackedThread } from '../../editor/threads/tracked-thread.ts'
import { toPassage } from '../../editor/threads/walk-threads.ts'
import { mayPass } from '../../queries.ts'
import { type HungThread, placedInOrder } from '../threads/hung-threads.ts'
import { type ThreadDesk, useThreadDesk } from '../threads/use-thread-desk.ts'
import { useThreads } from '../threads/use-threads.ts'
import type { DraftSide } from './use-draft-side.ts'

export type DraftThreads = {
  readonly desk: ThreadDesk
  /** They are not known yet. */
  readonly coming: boolean
  /** There are some, or one is being begun. */
  readonly has: boolean
  readonly editor: EditorThreads
  readonly topOf: (key: string) => number | null
  /** Told of the editors. */
  readonly onPair: (pair: EditorPair | null) => void
}

export type DraftThreadsOptions = {
  readonly view: DraftView
  readonly doc: Y.Doc
  readonly live: LiveText
  /** The element that holds the text. */
  readonly container: { readonly current: HTMLElement | null }
  /** Nothing is asked where one does not write. */
  readonly writes: boolean
  readonly side: DraftSide
  /** Threads are what stands beside the text, or would stand there. */
  readonly isInSight: boolean
  readonly isAmended: (unit: UnitId | null) => boolean
  /** Puts the words of a thread in brackets. */
  readonly putInBrackets: (hung: HungThread) => void
}

export function useDraftThreads(options: DraftThreadsOptions): DraftThreads {
  const { view, doc, live, container, writes, side, isInSight, isAmended } = options
  const putInBrackets = writes ? options.putInBrackets : undefined
  const { draft, text, base } = view
  const threads = useThreads(text.id, draftPlace(draft.id), writes)
  const pair = useRef<EditorPair | null>(null)
  const clicked = useRef<(threads: readonly ThreadId[]) => void>(() => {})
  const tracker = useMemo(
    () =>
      createThreadTracker({
        doc,
        put: (anchors, leaving) => putAnchors(draft.id, anchors, leaving),
        onClick: passages => clicked.current(passages),
        detailsOf: thread => `thread-${thread}`,
      }),
    [doc, draft.id],
  )
  const shown = threads.view?.threads
  useEffect(() => {
    if (shown) tracker.set(shown.map(tracked))
  }, [tracker, shown])

  const order = useOrder(live)
  const located = useSyncExternalStore(tracker.subscribe, tracker.get)
  const hung = useMemo(() => {
    const known = (shown ?? []).flatMap(thread => {
      const location = located.get(thread.id)
      return location ? [{ thread, location }] : []
    })
    return placedInOrder(known, order)
  }, [shown, located, order])
  const numberOf = useCallback(
    (unit: UnitId) => pair.current?.rows.get().layout.rows.find(row => row.unit === unit)?.number ?? null,
    [],
  )
  const { wide, show, close } = side
  const toText = useCallback(
    (to: HungThread | null) => {
      if (!wide) close()
      const editors = pair.current
      if (!editors) return
      if (!to || !toPassage(editors, { tracker }, to.thread.id)) editors.views[editors.active()].focus()
    },
    [tracker, wide, close],
  )
  const navigate = useNavigate()
  const baseId = base?.id
  const sharedElsewhere = useMemo(
    () =>
      baseId === undefined
        ? null
        : { place: versionPlace(baseId), go: () => void navigate(`/versions/${baseId}`) },
    [baseId, navigate],
  )
  const desk = useThreadDesk({
    threads: useBeginningWhereItIs(threads, tracker),
    hung,
    toText,
    reanchor: tracker.reanchor,
    numberOf,
    sharedElsewhere,
    isAmended,
    putInBrackets,
  })
  const { chosen, composing, choose, goTo, compose, circles } = desk
  useOpening(desk, show)
  useEffect(() => tracker.choose(chosen), [tracker, chosen])
  const onPage = isInSight && side.open
  useEffect(
    () => tracker.describe(new Set(onPage ? desk.shown.map(({ thread }) => thread.id) : [])),
    [tracker, onPage, desk.shown],
  )
  useEffect(() => tracker.begin(composing?.anchor ?? null), [tracker, composing?.anchor])
  // The caret stays in the text: where there is no room beside it nothing is opened.
  const chooseInText = useCallback(
    (thread: ThreadId) => {
      // Whoever decides amendments is not taken from their list by the first click into a passage.
      if (wide && (isInSight || thread === tracker.chosen())) show('threads')
      choose(thread)
    },
    [choose, tracker, wide, isInSight, show],
  )
  useEffect(() => {
    // Where several hang on the same words, one click after another goes through them.
    clicked.current = passages =>
      chooseInText(passages[(passages.indexOf(chosen as ThreadId) + 1) % passages.length]!)
  })

  const editor = useMemo(
    (): EditorThreads => ({
      tracker,
      byUnit: inMargin(hung),
      inOrder: hung
        .filter(({ thread, unit }) => !thread.resolved && unit !== null)
        .map(({ thread }) => thread.id),
      mayBegin: circles.length > 0,
      begin: compose,
      choose: chooseInText,
      goTo,
    }),
    [tracker, hung, circles.length, compose, chooseInText, goTo],
  )
  const topOf = useCallback(
    (key: string) => placeInText(container.current, tracker, key)?.getBoundingClientRect().top ?? null,
    [container, tracker],
  )
  const onPair = useCallback((made: EditorPair | null) => {
    pair.current = made
  }, [])
  const coming = writes && !threads.view && !threads.error
  const has = (shown?.length ?? 0) > 0 || composing !== null
  return { desk, coming, has, editor, topOf, onPair }
}

/** Going to a thread, or beginning one, brings the threads into sight. */
function useOpening({ wanted }: ThreadDesk, show: DraftSide['show']): void {
  const done = useRef(0)
  useEffect(() => {
    if (!wanted || wanted.nth === done.current) return
    done.current = wanted.nth
    show('threads')
  }, [wanted, show])
}

/** A thread begins where its passage is when it is sent: others may have written meanwhile. */
function useBeginningWhereItIs(threads: ReturnType<typeof useThreads>, tracker: ThreadTracker) {
  return useMemo(
    () => ({
      ...threads,
      acts: {
        ...threads.acts,
        begin: (thread: Parameters<typeof threads.acts.begin>[0]) =>
          threads.acts.begin({ ...thread, anchor: tracker.begun() ?? thread.anchor }),
      },
    }),
    [threads, tracker],
  )
}

/** The text, the same object until blocks come, go or move. */
function useOrder(live: LiveText): BilingualText {
  const order = useRef<BilingualText>(null)
  return useSyncExternalStore(live.subscribe, () => {
    const now = live.get()
    if (!order.current || !sameOrder(order.current, now)) order.current = now
    return order.current
  })
}

function tracked(thread: ThreadView): TrackedThread {
  const { id, anchor, quote, resolved } = thread
  return { id, anchor, quote, internal: isInternal(thread), open: !resolved }
}

/** False when the server will never take them; throws when it may later. */
async function putAnchors(
  draft: string,
  anchors: Parameters<Parameters<typeof createThreadTracker>[0]['put']>[0],
  leaving: boolean,
): Promise<boolean> {
  try {
    await call('PUT /api/drafts/:id/anchors', {
      params: { id: draft },
      body: { anchors: [...anchors] },
      keepalive: leaving,
    })
    return true
  } catch (error) {
    if (error instanceof Refusal && !mayPass(error)) return false
    throw error
  }
}

function inMargin(hung: readonly HungThread[]): ReadonlyMap<UnitId, ThreadsInMargin> {
  const found = new Map<UnitId, ThreadsInMargin>()
  for (const { thread, unit } of hung) {
    if (unit === null) continue
    const before = found.get(unit)
    const open = !thread.resolved
    const first = before && !(before.resolved && open) ? before.first : thread.id
    const isShared = thread.audience === 'joint'
    found.set(unit, {
      first,
      internal: (before?.internal ?? 0) + Number(open && !isShared),
      shared: (before?.shared ?? 0) + Number(open && isShared),
      resolved: (before?.resolved ?? true) && !open,
      unread: (before?.unread ?? false) || thread.unread,
      callsMe: (before?.callsMe ?? false) || (open && thread.callsMe),
    })
  }
  return found
}

/** The first of its words that is shown, or else the unit that it hangs on. */
function placeInText(root: HTMLElement | null, tracker: ThreadTracker, key: string): HTMLElement | undefined {
  const isShown = (element: HTMLElement) => element.getClientRects().length > 0
  const all = (selector: string) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]
  const words = all(`mark[data-thread="${CSS.escape(key)}"]`).find(isShown)
  if (words) return words
  const location = tracker.get().get(key as ThreadId)
  return location && location.state !== 'detached'
    ? all(`[data-unit="${CSS.escape(location.unit)}"]`).find(isShown)
    : undefined
}
