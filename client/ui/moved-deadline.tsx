import type { ActView } from '../../shared/protocol/views.ts'
import { news } from '../i18n/messages/news.ts'
import { useText } from '../i18n/use-text.ts'
import { Instant } from './instant.tsx'
import styles from './moved-deadline.module.css'

/** [R7] Of a stage that was changed, the deadline before and now, each on both clocks; nothing where it did not move. */
export function MovedDeadline({ act: { detail } }: { readonly act: Pick<ActView, 'detail'> }) {
  const t = useText(news)
  const { due, dueZone, dueBefore, dueBeforeZone } = detail
  if (due === undefined || dueBefore === undefined) return null
  return (
    <dl className={styles.moved}>
      <dt>{t('due-before')}</dt>
      <dd>{dueBefore ? <Instant at={dueBefore} meantIn={dueBeforeZone || null} /> : t('due-none')}</dd>
      <dt>{t('due-now')}</dt>
      <dd className={styles.now}>{due ? <Instant at={due} meantIn={dueZone || null} /> : t('due-none')}</dd>
    </dl>
  )
}
