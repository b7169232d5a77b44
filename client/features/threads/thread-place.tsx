/** Where a thread hangs, in words: its paragraph, and the passage as it read; struck when it is no longer there. */
import type { Place } from '../../../shared/model/thread.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import type { HungThread } from './hung-threads.ts'
import styles from './thread-place.module.css'

type ThreadPlaceProps = {
  readonly hung: HungThread
  /** All of the passage, and where the thread was begun. */
  readonly whole: boolean
  /** The place that is shown: it is not named. */
  readonly at: Place
}

export function ThreadPlace({ hung, whole, at }: ThreadPlaceProps) {
  const t = useText(threads)
  const { thread, location, number, old } = hung
  const { quote, origin } = thread
  const isGone = location.state === 'detached' || (location.state === 'unit' && location.gone)
  const words = quote?.words.replaceAll('\n', ' ').replaceAll('\uFFFC', '…')
  return (
    <div className={styles.place}>
      {words && (
        <blockquote className={styles.quote} lang={quote!.language} data-whole={whole || undefined}>
          <span className="unseen" lang={document.documentElement.lang}>
            {t('quoted')} –{' '}
          </span>
          {isGone ? <s>{words}</s> : words}
        </blockquote>
      )}
      <p className={styles.where}>
        {number !== null && (words === undefined || whole) && <span>{t('paragraph', { n: number })}</span>}
        {isGone && quote && <strong>{t('gone')}</strong>}
        {old && <strong>{t('oldWords')}</strong>}
        {whole && origin.place !== at && (
          <span>{origin.label ? t('begunIn', { label: origin.label }) : t('begunInDraft')}</span>
        )}
      </p>
    </div>
  )
}
