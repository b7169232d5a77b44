/**
 * Threads beside the text: each card at the height of the words it hangs on, none over another, the chosen one
 * exactly beside its words. Those that are no longer in the text stand below, in a section of their own.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { heightOfCards, type LaidCard, layCards } from './card-layout.ts'
import { NewThreadCard } from './new-thread-card.tsx'
import { ThreadCard } from './thread-card.tsx'
import styles from './threads-column.module.css'
import { useCardWalk } from './use-card-walk.ts'
import { NEW_THREAD, type ThreadDesk } from './use-thread-desk.ts'

type ThreadsColumnProps = {
  readonly desk: ThreadDesk
  /**
   * Where the words of a thread (or of NEW_THREAD) begin, in pixels from the top of the window; null when they are
   * not on the page.
   */
  readonly topOf: (key: string) => number | null
  /** The text: when its size changes the cards are laid out anew. */
  readonly text: RefObject<HTMLElement | null>
}

export function ThreadsColumn({ desk, topOf, text }: ThreadsColumnProps) {
  const t = useText(threads)
  const root = useRef<HTMLElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const hanging = desk.shown.filter(({ unit }) => unit !== null)
  const detached = desk.shown.filter(({ unit }) => unit === null)
  const { composing } = desk
  const walk = useCardWalk(desk, keysOf(desk), root)
  const chosen = composing ? NEW_THREAD : desk.chosen
  const laid = useLaidCards({
    keys: [...(composing ? [NEW_THREAD] : []), ...hanging.map(({ thread }) => thread.id as string)],
    chosen,
    topOf,
    area,
    text,
  })
  const numberOfNew = composing?.anchor ? desk.numberOf(composing.anchor.unit) : null
  return (
    <section
      ref={root}
      className={styles.column}
      aria-label={t('title')}
      onKeyDown={walk.onKeyDown}
      onFocus={walk.onFocus}
    >
      <div ref={area} className={styles.area} style={{ blockSize: laid.height }} data-laid={laid.isLaid}>
        {composing && (
          <div
            className={styles.place}
            data-card={NEW_THREAD}
            data-chosen
            style={{ translate: `0 ${laid.tops.get(NEW_THREAD) ?? 0}px` }}
          >
            <NewThreadCard composing={composing} desk={desk} number={numberOfNew} />
          </div>
        )}
        {hanging.map(hung => (
          <div
            key={hung.thread.id}
            className={styles.place}
            data-card={hung.thread.id}
            data-chosen={hung.thread.id === chosen || undefined}
            style={{ translate: `0 ${laid.tops.get(hung.thread.id) ?? 0}px` }}
          >
            <ThreadCard hung={hung} desk={desk} reachable={walk.current === hung.thread.id} />
          </div>
        ))}
      </div>
      {detached.length > 0 && (
        <section className={styles.detached} aria-labelledby="threads-detached">
          <h3 id="threads-detached">{t('detached')}</h3>
          <p>{t('detachedHint')}</p>
          {detached.map(hung => (
            <ThreadCard
              key={hung.thread.id}
              hung={hung}
              desk={desk}
              reachable={walk.current === hung.thread.id}
            />
          ))}
        </section>
      )}
    </section>
  )
}

/** The cards shown, in order; the new one comes first for the arrows, wherever it stands. */
export function keysOf(desk: Pick<ThreadDesk, 'shown'>): string[] {
  return desk.shown.map(({ thread }) => thread.id)
}

type Laying = {
  readonly keys: readonly string[]
  readonly chosen: string | null
  readonly topOf: (key: string) => number | null
  readonly area: RefObject<HTMLElement | null>
  readonly text: RefObject<HTMLElement | null>
}

const NOT_LAID = { tops: new Map<string, number>(), height: 0, isLaid: false }

function useLaidCards(laying: Laying) {
  const [laid, setLaid] = useState(NOT_LAID)
  const latest = useRef(laying)
  const measure = useCallback(() => {
    const { area } = latest.current
    const element = area.current
    if (!element) return
    const cards = measuredCards(latest.current, element)
    const tops = layCards(cards, latest.current.chosen)
    const height = heightOfCards(cards, tops)
    setLaid(before => (same(before, tops, height) ? before : { tops, height, isLaid: true }))
  }, [])

  // After every drawing: what is shown, and where it wants to stand, may be another.
  useLayoutEffect(() => {
    latest.current = laying
    measure()
  })
  const { area, text } = laying
  const keys = laying.keys.join(' ')
  useEffect(() => {
    const observer = new ResizeObserver(measure)
    if (text.current) observer.observe(text.current)
    for (const card of keys ? (area.current?.children ?? []) : []) observer.observe(card)
    return () => observer.disconnect()
  }, [area, text, keys, measure])
  return laid
}

/** In the order in which they stand; those whose place is not known stand where one is looking. */
function measuredCards({ keys, topOf }: Laying, area: HTMLElement): LaidCard[] {
  const origin = area.getBoundingClientRect().top
  const cards = keys.flatMap((key, index) => {
    const element = area.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`)
    if (!element) return []
    const top = (topOf(key) ?? SIGHT) - origin
    return [{ key, top, height: element.offsetHeight, index }]
  })
  // Reading order decides among those at one height.
  return cards.sort((a, b) => a.top - b.top || a.index - b.index)
}

/** Below what sticks to the top of the window, in pixels. */
const SIGHT = 96

function same(before: typeof NOT_LAID, tops: ReadonlyMap<string, number>, height: number): boolean {
  return (
    before.isLaid &&
    Math.abs(before.height - height) < 0.5 &&
    before.tops.size === tops.size &&
    [...tops].every(([key, top]) => Math.abs((before.tops.get(key) ?? Number.NaN) - top) < 0.5)
  )
}
