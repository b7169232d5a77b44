/**
 * A text with its threads: in the margin or as a list beside it where there is room, over it from the edge where
 * there is none. Holds the words that can be selected, and takes selections to threads.
 */
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { useFailureText } from '../../failure-text.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { type PassageStore, PassagesProvider } from '../../text-view/passages.tsx'
import { UnitMarginProvider } from '../../text-view/unit-margin.tsx'
import { KeptPlace } from '../../ui/kept-place.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectionKey } from './selection-key.tsx'
import styles from './threads-beside.module.css'
import { ThreadsColumn } from './threads-column.tsx'
import { ThreadsHead } from './threads-head.tsx'
import { ThreadsList } from './threads-list.tsx'
import { UnitThreadsKeys } from './unit-threads.tsx'
import { calmly } from './use-card-walk.ts'
import type { ThreadDesk } from './use-thread-desk.ts'
import { type ThreadsLayout, useThreadsLayout } from './use-threads-layout.ts'

type ThreadsBesideProps = {
  readonly desk: ThreadDesk
  readonly passages: PassageStore
  /** The text in which new threads hang. */
  readonly text: BilingualText
  /** The element that holds the text. */
  readonly container: RefObject<HTMLDivElement | null>
  readonly topOf: (key: string) => number | null
  /** How wide text and threads must be together, in rem, to stand side by side; else the threads come over it. */
  readonly room?: number | undefined
  readonly children: ReactNode
}

const ROOM = 68

export function ThreadsBeside(props: ThreadsBesideProps) {
  const { passages, text, container, topOf, room = ROOM, children } = props
  const t = useText(threads)
  const failure = useFailureText()
  const layout = useThreadsLayout(room, container)
  const desk = useUncovering(props.desk, layout)
  const focus = useSheetFocus(layout)
  useOpening(desk, layout)
  useWordsInSight(desk, layout, topOf)
  useClicksOnPassages(desk, container)
  const inMargin = useMemo(
    () => (unit: Parameters<typeof UnitThreadsKeys>[0]['unit'], number: number) => (
      <UnitThreadsKeys desk={desk} unit={unit} number={number} text={text} />
    ),
    [desk, text],
  )
  const has = desk.hung.length > 0 || desk.composing !== null
  const shown = has && layout.open
  return (
    <KeptPlace className={styles.desk} layout={shown && layout.wide ? 'beside' : 'alone'}>
      <div ref={container} className={styles.text}>
        {desk.error && (
          <Notice kind="warn" title={t('askFailed')}>
            {failure(desk.error)}
          </Notice>
        )}
        <PassagesProvider value={passages}>
          <UnitMarginProvider value={inMargin}>{children}</UnitMarginProvider>
        </PassagesProvider>
      </div>
      {desk.circles.length > 0 && <SelectionKey desk={desk} text={text} container={container} />}
      {shown && (
        <aside
          ref={focus.sheet}
          tabIndex={-1}
          className={styles.side}
          data-mode={layout.wide ? layout.mode : 'list'}
          aria-label={t('title')}
          onKeyDown={event => {
            if (event.key !== 'Escape' || event.defaultPrevented || layout.wide) return
            focus.close()
          }}
        >
          <ThreadsHead desk={desk} layout={layout} onClose={focus.close} />
          {layout.wide && layout.mode === 'margin' ? (
            <ThreadsColumn desk={desk} topOf={topOf} text={container} />
          ) : (
            <ThreadsList desk={desk} />
          )}
        </aside>
      )}
      {has && !layout.open && <Opener desk={desk} onOpen={focus.open} ref={focus.opener} />}
    </KeptPlace>
  )
}

type OpenerProps = {
  readonly desk: ThreadDesk
  readonly onOpen: () => void
  readonly ref: RefObject<HTMLButtonElement | null>
}

function Opener({ desk, onOpen, ref }: OpenerProps) {
  const t = useText(threads)
  const open = desk.hung.filter(({ thread }) => !thread.resolved).length
  const isNew = desk.hung.some(({ thread }) => thread.unread)
  return (
    <button ref={ref} type="button" className={styles.opener} onClick={onOpen}>
      {open === 0 ? t('noneOpen') : t('open', { count: open })}
      {isNew && <span className={styles.isNew}>{t('unread')}</span>}
    </button>
  )
}

/** Going to a thread, or beginning one, brings the threads into sight. */
function useOpening({ wanted }: ThreadDesk, { setOpen }: ThreadsLayout): void {
  const [done, setDone] = useState(0)
  useEffect(() => {
    if (!wanted || wanted.nth === done) return
    setDone(wanted.nth)
    setOpen(true)
  }, [wanted, done, setOpen])
}

/** Going back to the text from threads that lie over it uncovers it. */
function useUncovering(desk: ThreadDesk, { wide, setOpen }: ThreadsLayout): ThreadDesk {
  const { toText } = desk
  const uncovering = useCallback(
    (hung: Parameters<typeof toText>[0]) => {
      if (!wide) flushSync(() => setOpen(false))
      toText(hung)
    },
    [toText, wide, setOpen],
  )
  return { ...desk, toText: uncovering }
}

/** The focus goes into the threads when they are opened by their key, and back to it when they are closed. */
function useSheetFocus({ setOpen }: ThreadsLayout) {
  const sheet = useRef<HTMLElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const open = () => {
    flushSync(() => setOpen(true))
    sheet.current?.focus({ preventScroll: true })
  }
  const close = () => {
    flushSync(() => setOpen(false))
    opener.current?.focus({ preventScroll: true })
  }
  return { sheet, opener, open, close }
}

/** Whoever goes to a thread sees the words that it hangs on, and beside them the thread. */
function useWordsInSight(
  { wanted }: ThreadDesk,
  { wide }: ThreadsLayout,
  topOf: (key: string) => number | null,
) {
  const latest = useRef({ topOf, wide })
  useEffect(() => {
    latest.current = { topOf, wide }
  })
  useEffect(() => {
    const top = wanted && latest.current.wide ? latest.current.topOf(wanted.key) : null
    if (top === null || (top > innerHeight * 0.1 && top < innerHeight * 0.6)) return
    scrollBy({ top: top - innerHeight / 4, behavior: calmly() })
  }, [wanted])
}

/**
 * A click on words that something hangs on opens it; a selection or a link is left alone. For the pointer only: by
 * keyboard one goes through the margin of the unit.
 */
function useClicksOnPassages(desk: ThreadDesk, container: RefObject<HTMLElement | null>): void {
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  })
  useEffect(() => {
    const element = container.current
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest('a, button')) return
      if (!(getSelection()?.isCollapsed ?? true)) return
      const keys = target.closest<HTMLElement>('[data-threads]')?.dataset.threads?.split(' ') ?? []
      const { hung, chosen, goTo } = latest.current
      // Where several hang on the same words, one click after another goes through them.
      const next = keys[(keys.indexOf(chosen ?? '') + 1) % keys.length]
      const thread = hung.find(each => each.thread.id === next)?.thread
      if (thread) goTo(thread.id)
    }
    element?.addEventListener('click', onClick)
    return () => element?.removeEventListener('click', onClick)
  }, [container])
}
