/** The threads of a text that is drawn for reading: hung in it, shown in its words, and the ways there and back. */
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type BilingualText, unitOrder } from '../../../shared/model/bilingual-text.ts'
import type { TextId, UnitId } from '../../../shared/model/ids.ts'
import type { Anchor, Place } from '../../../shared/model/thread.ts'
import { createPassageStore, type PassageStore } from '../../text-view/passages.tsx'
import { type HungThread, hangThreads } from './hung-threads.ts'
import { passagesOfThreads, withNewPassage } from './passages-of-threads.ts'
import { reanchored } from './reanchor.ts'
import { calmly } from './use-card-walk.ts'
import { type DeskOptions, NEW_THREAD, type ThreadDesk, useThreadDesk } from './use-thread-desk.ts'
import { useThreads } from './use-threads.ts'

type TextThreadsOptions = Pick<DeskOptions, 'sharedElsewhere' | 'isAmended'> & {
  readonly of: TextId
  readonly place: Place
  readonly text: BilingualText
  /** False where nobody comments, and nothing is to be asked. */
  readonly asks?: boolean
  /** Of a comparison: the old text, and where threads hang in it. */
  readonly old?: { readonly text: BilingualText; readonly place: Place } | undefined
  /** Brings a unit onto the page, where some are folded. */
  readonly reveal?: (unit: UnitId) => void
}

export type TextThreads = {
  readonly desk: ThreadDesk
  readonly passages: PassageStore
  readonly container: RefObject<HTMLDivElement | null>
  readonly topOf: (key: string) => number | null
}

export function useTextThreads(options: TextThreadsOptions): TextThreads {
  const { of, place, text, asks = true, old, sharedElsewhere, isAmended, reveal } = options
  const container = useRef<HTMLDivElement>(null)
  const threads = useThreads(of, place, asks)
  const before = useThreads(of, old?.place ?? place, asks && old !== undefined)
  const then = useMemo(
    () => (old && before.view ? hangThreads(before.view.threads, old.text) : NONE),
    [before.view, old],
  )
  const hung = useMemo(
    () => withOldPassages(hangThreads(threads.view?.threads ?? [], text), then),
    [threads.view, text, then],
  )
  const numbers = useMemo(() => new Map(unitOrder(text).map((unit, index) => [unit, index + 1])), [text])
  const numberOf = useCallback((unit: UnitId) => numbers.get(unit) ?? null, [numbers])
  const reanchor = useCallback((anchor: Anchor) => reanchored(anchor, text), [text])
  const toText = useCallback(
    (to: HungThread | null) => {
      if (to?.unit) reveal?.(to.unit)
      if (to) goToText(container.current, to.thread.id, to.unit)
      else container.current?.querySelector<HTMLElement>('[data-unit-threads] button')?.focus()
    },
    [reveal],
  )
  const desk = useThreadDesk({ threads, hung, toText, reanchor, numberOf, sharedElsewhere, isAmended })

  const { chosen, composing } = desk
  const [passages] = useState(createPassageStore)
  useLayoutEffect(() => {
    const here = hung.filter(each => !each.old)
    passages.set(
      'new',
      withNewPassage(passagesOfThreads(here, text, chosen), text, composing?.anchor ?? null, NEW_THREAD),
    )
    if (old) passages.set('old', passagesOfThreads(then, old.text, chosen))
  }, [passages, hung, then, text, old, chosen, composing?.anchor])

  const units = useMemo(
    () =>
      new Map<string, UnitId | null>([
        ...hung.map(({ thread, unit }): [string, UnitId | null] => [thread.id, unit]),
        [NEW_THREAD, composing?.anchor?.unit ?? null],
      ]),
    [hung, composing?.anchor?.unit],
  )
  const topOf = useCallback(
    (key: string) =>
      placeOf(container.current, key, units.get(key) ?? null)?.getBoundingClientRect().top ?? null,
    [units],
  )
  return { desk, passages, container, topOf }
}

const NONE: readonly HungThread[] = []

/** A thread whose words only the old text has is shown there, in the row of its unit. */
function withOldPassages(now: readonly HungThread[], before: readonly HungThread[]): HungThread[] {
  const then = new Map(before.map(each => [each.thread.id, each]))
  return now.map((each): HungThread => {
    const was = then.get(each.thread.id)
    if (each.location.state === 'passage' || was?.location.state !== 'passage') return each
    return {
      ...each,
      thread: { ...each.thread, anchor: was.thread.anchor },
      location: was.location,
      old: true,
    }
  })
}

/** The words of a thread on the page, or else the unit that it hangs on. */
function placeOf(root: HTMLElement | null, key: string, unit: UnitId | null): HTMLElement | null {
  const words = [...(root?.querySelectorAll<HTMLElement>(`[data-threads~="${CSS.escape(key)}"]`) ?? [])]
  // On narrow screens one language is not shown: its words have no size.
  const shown = words.find(each => each.getClientRects().length > 0)
  if (shown || unit === null) return shown ?? null
  const id = CSS.escape(unit)
  return root?.querySelector<HTMLElement>(`[data-unit="${id}"], [data-units~="${id}"]`) ?? null
}

function goToText(root: HTMLElement | null, key: string, unit: UnitId | null): void {
  const place = placeOf(root, key, unit)
  if (!place) return
  place.scrollIntoView({ block: 'center', behavior: calmly() })
  const row = place.closest('[data-unit]')
  row?.querySelector<HTMLElement>('[data-unit-threads] button')?.focus({ preventScroll: true })
}
