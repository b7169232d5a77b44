/** In the margin of a unit: how many threads it has, and the way to them; or the way to begin one. */
import { anchorOfUnit } from '../../../shared/model/anchor-in-text.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import type { UnitThreads } from './hung-threads.ts'
import styles from './unit-threads.module.css'
import type { ThreadDesk } from './use-thread-desk.ts'

type UnitThreadsProps = {
  readonly desk: ThreadDesk
  readonly unit: UnitId
  readonly number: number
  readonly text: BilingualText
}

export function UnitThreadsKeys({ desk, unit, number, text }: UnitThreadsProps) {
  const t = useText(threads)
  const counts = desk.counts.get(unit)
  const begin = () => {
    const anchor = anchorOfUnit(text, unit)
    if (anchor) desk.compose(anchor)
  }
  const goTo = () => {
    const here = desk.hung.filter(hung => hung.unit === unit)
    const first = here.find(({ thread }) => !thread.resolved) ?? here[0]
    if (first) desk.goTo(first.thread.id)
  }
  return (
    <span className={styles.keys} data-unit-threads>
      {counts && <CountKey counts={counts} number={number} onOpen={goTo} />}
      {desk.circles.length > 0 && (
        <button
          type="button"
          className={styles.begin}
          aria-label={t('commentUnit', { n: number })}
          title={t('commentUnit', { n: number })}
          onClick={begin}
        >
          +
        </button>
      )}
    </span>
  )
}

type CountKeyProps = {
  readonly counts: UnitThreads
  readonly number: number
  readonly onOpen: () => void
}

/** A number in a speech bubble; with a dot when something is new, pale when all are resolved. */
function CountKey({ counts, number, onOpen }: CountKeyProps) {
  const t = useText(threads)
  const { open, resolved, unread, callsMe } = counts
  const words = [
    open > 0
      ? t('unitThreads', { n: number, count: open })
      : t('unitResolved', { n: number, count: resolved }),
    ...(unread ? [t('unitUnread')] : []),
    ...(callsMe ? [t('unitCallsMe')] : []),
  ].join(' – ')
  return (
    <button
      type="button"
      className={styles.count}
      data-open={open > 0 || undefined}
      data-unread={unread || undefined}
      aria-label={words}
      title={words}
      onClick={onOpen}
    >
      {open > 0 ? open : '✓'}
    </button>
  )
}
