/** In the margin of a unit: its open threads, internal and shared told apart, and the way to them or to begin one. */
import { threads as words } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import type { ThreadsInMargin } from './editor-threads.ts'
import styles from './threads.module.css'

type MarginThreadsProps = {
  readonly threads: ThreadsInMargin | undefined
  readonly number: number
  readonly onOpen: (thread: ThreadsInMargin['first']) => void
  /** Undefined where one may not begin any. */
  readonly onBegin: (() => void) | undefined
}

export function MarginThreads({ threads, number, onOpen, onBegin }: MarginThreadsProps) {
  const t = useText(words)
  return (
    <span className={styles.keys} data-unit-threads>
      {threads && <Counts threads={threads} number={number} onOpen={onOpen} />}
      {onBegin && (
        <button
          type="button"
          className={styles.begin}
          aria-label={t('commentUnit', { n: number })}
          title={t('commentUnit', { n: number })}
          onPointerDown={event => event.preventDefault()}
          onClick={onBegin}
        >
          +
        </button>
      )}
    </span>
  )
}

function Counts({
  threads,
  number,
  onOpen,
}: Required<Omit<MarginThreadsProps, 'onBegin' | 'threads'>> & { readonly threads: ThreadsInMargin }) {
  const t = useText(words)
  const { internal, shared, resolved, unread, callsMe, first } = threads
  const said = [
    resolved
      ? t('unitResolved', { n: number, count: 1 })
      : t('unitThreads', { n: number, count: internal + shared }),
    ...(internal > 0 && !resolved ? [t('countInternal', { count: internal })] : []),
    ...(shared > 0 && !resolved ? [t('countShared', { count: shared })] : []),
    ...(unread ? [t('unitUnread')] : []),
    ...(callsMe ? [t('unitCallsMe')] : []),
  ].join(' – ')
  return (
    <button
      type="button"
      className={styles.counts}
      aria-label={said}
      title={said}
      data-unread={unread || undefined}
      // The caret stays in the text until one goes to the card.
      onPointerDown={event => event.preventDefault()}
      onClick={() => onOpen(first)}
    >
      {resolved && <span className={styles.count}>✓</span>}
      {!resolved && internal > 0 && (
        <span className={styles.count} data-circle="internal">
          {internal}
        </span>
      )}
      {!resolved && shared > 0 && (
        <span className={styles.count} data-circle="shared">
          {shared}
        </span>
      )}
      {callsMe && <span className={styles.calls}>@</span>}
      {unread && <span className={styles.dot} />}
    </button>
  )
}
