/**
 * The threads of one page as one reader handles them: which is chosen, which pass the filters, what is being
 * written. The margin, the list and the text all show this.
 */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { ThreadId, UnitId } from '../../../shared/model/ids.ts'
import { type Anchor, type Place, readPlace } from '../../../shared/model/thread.ts'
import type { Circle, ThreadsView } from '../../../shared/protocol/thread-views.ts'
import { keepEntry, keptKey } from '../../kept-on-device.ts'
import { useSession } from '../../session.tsx'
import { audienceOf } from './circle-audience.ts'
import { type HungThread, threadsByUnit, type UnitThreads } from './hung-threads.ts'
import { type KeptComment, readKeptComment } from './kept-comment.ts'
import { OPEN_THREADS, passesThread, type ThreadFilters } from './thread-filters.ts'
import type { ThreadActs, Threads } from './use-threads.ts'

/** The key of the thread that is being begun, where a thread's id stands for the others. */
export const NEW_THREAD = 'new'

export type Composing = {
  /** Null until a place for it is chosen. */
  readonly anchor: Anchor | null
  /** What was kept on this device, or brought from another thread. */
  readonly kept: KeptComment | undefined
  /** Another number is another composer. */
  readonly nth: number
}

export type ThreadDesk = {
  readonly place: Place
  /** Undefined until they are known. */
  readonly view: ThreadsView | undefined
  readonly error: Error | null
  readonly acts: ThreadActs
  /** All of them, in reading order, the detached ones last. */
  readonly hung: readonly HungThread[]
  /** Those that pass the filters, and the chosen one. */
  readonly shown: readonly HungThread[]
  readonly counts: ReadonlyMap<UnitId, UnitThreads>
  readonly filters: ThreadFilters
  readonly setFilters: (filters: ThreadFilters) => void
  readonly chosen: ThreadId | null
  /** Opens a thread where it stands; null closes. */
  readonly choose: (thread: ThreadId | null) => void
  /** Opens it and takes the focus there. */
  readonly goTo: (thread: ThreadId) => void
  /** The thread, or NEW_THREAD, that the focus is to go to; another `nth` asks again. */
  readonly wanted: { readonly key: string; readonly nth: number } | null
  /** From a thread back to the words that it hangs on. */
  readonly toText: (hung: HungThread | null) => void
  readonly composing: Composing | null
  /** Begins a thread there; one that is being written moves there with its words. */
  readonly compose: (anchor: Anchor) => void
  readonly stopComposing: () => void
  /** Begins a shared thread with these words: here, or at the version that the draft is based on. */
  readonly copyToShared: ((hung: HungThread, body: string) => void) | null
  /** Puts the words of a thread in brackets; null where one does not write. */
  readonly putInBrackets: ((hung: HungThread) => void) | null
  /** In which one may begin threads here, the safest first. */
  readonly circles: readonly Circle[]
  /** Only internal threads can be begun here, because the draft is private. */
  readonly isPrivate: boolean
  /** The unit has an amendment to decide. */
  readonly isAmended: (unit: UnitId | null) => boolean
  /** Number of a unit in the text, from 1; null when it is not there. */
  readonly numberOf: (unit: UnitId) => number | null
  /** Key of the kept words of a reply or a new thread. */
  readonly keptAs: (subject: string) => string
}

export type DeskOptions = {
  readonly threads: Threads
  readonly hung: readonly HungThread[]
  readonly toText: (hung: HungThread | null) => void
  /** The anchor where it would hang in this text; undefined when its unit is not there. */
  readonly reanchor: (anchor: Anchor) => Anchor | undefined
  readonly numberOf: (unit: UnitId) => number | null
  /** Where a shared thread can be begun when not here, and how one goes there. */
  readonly sharedElsewhere?: { readonly place: Place; readonly go: () => void } | null | undefined
  readonly isAmended?: ((unit: UnitId | null) => boolean) | undefined
  readonly putInBrackets?: ((hung: HungThread) => void) | undefined
}

export function useThreadDesk(options: DeskOptions): ThreadDesk {
  const { threads, hung, toText, reanchor, numberOf, sharedElsewhere, isAmended = NEVER } = options
  const { place, view, error, acts } = threads
  const { person } = useSession()
  const [filters, setFilters] = useState(OPEN_THREADS)
  const { chosen, choose, goTo, wanted, want } = useChosen(hung)
  const keptAs = useCallback((subject: string) => keptKey('comment', person.id, subject), [person.id])
  const circles = view?.circles ?? NO_CIRCLES
  const mayBegin = circles.length > 0
  const mayShare = circles.some(circle => audienceOf(circle) === 'joint')

  const [composing, setComposing] = useState<Composing | null>(null)
  const [asked, setAsked] = useState(false)
  // Words that were not sent come back with the page, once it is known that one may send them here.
  if (mayBegin && !asked) {
    setAsked(true)
    const kept = readKeptComment(localStorage, keptAs(place))
    if (kept && !composing)
      setComposing({ anchor: (kept.anchor && reanchor(kept.anchor)) ?? null, kept, nth: 0 })
  }
  const compose = useCallback(
    (anchor: Anchor) => {
      setComposing(before => (before ? { ...before, anchor } : { anchor, kept: undefined, nth: nextNth() }))
      choose(null)
      want(NEW_THREAD)
    },
    [choose, want],
  )
  const stopComposing = useCallback(() => setComposing(null), [])

  const copyToShared = useMemo(() => {
    if (!mayShare && !sharedElsewhere) return null
    return ({ thread }: HungThread, body: string) => {
      const kept: KeptComment = { body, audience: 'joint', anchor: thread.anchor }
      if (mayShare) {
        setComposing({ anchor: reanchor(thread.anchor) ?? null, kept, nth: nextNth() })
        choose(null)
        want(NEW_THREAD)
      } else if (sharedElsewhere && keepEntry(localStorage, keptAs(sharedElsewhere.place), kept))
        sharedElsewhere.go()
    }
  }, [mayShare, sharedElsewhere, reanchor, choose, want, keptAs])

  const shown = useMemo(
    () => hung.filter(each => each.thread.id === chosen || passesThread(each, filters)),
    [hung, filters, chosen],
  )
  const counts = useMemo(() => threadsByUnit(hung), [hung])
  const isPrivate = mayBegin && !mayShare && 'draft' in readPlace(place)!
  return {
    place,
    view,
    error,
    acts,
    hung,
    shown,
    counts,
    filters,
    setFilters,
    chosen,
    choose,
    goTo,
    wanted,
    toText,
    composing,
    compose,
    stopComposing,
    copyToShared,
    putInBrackets: options.putInBrackets ?? null,
    circles,
    isPrivate,
    isAmended,
    numberOf,
    keptAs,
  }
}

/** The chosen thread; `?thread=` in the address chooses one when the page opens. */
function useChosen(hung: readonly HungThread[]) {
  const [query, setQuery] = useSearchParams()
  const asked = query.get('thread')
  const [chosen, setChosen] = useState<ThreadId | null>(null)
  const [wanted, setWanted] = useState<ThreadDesk['wanted']>(null)
  const want = useCallback((key: string) => setWanted({ key, nth: nextNth() }), [])
  const goTo = useCallback(
    (thread: ThreadId) => {
      setChosen(thread)
      want(thread)
    },
    [want],
  )
  const found = asked === null ? undefined : hung.find(({ thread }) => thread.id === asked)?.thread.id
  useEffect(() => {
    if (!found) return
    goTo(found)
    // Once: the address then says the page again, and going back to it asks anew.
    setQuery(
      before => {
        before.delete('thread')
        return before
      },
      { replace: true, preventScrollReset: true },
    )
  }, [found, goTo, setQuery])
  const known = hung.some(({ thread }) => thread.id === chosen)
  return { chosen: known ? chosen : null, choose: setChosen, goTo, wanted, want }
}

const NO_CIRCLES: readonly Circle[] = []
const NEVER = () => false
let nth = 0

function nextNth(): number {
  return ++nth
}
