/** Above the threads: how many are open, and whether they stand in the margin or in a list. */
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { OPEN_THREADS } from './thread-filters.ts'
import styles from './threads-head.module.css'
import type { ThreadDesk } from './use-thread-desk.ts'
import { THREADS_MODES, type ThreadsLayout } from './use-threads-layout.ts'

type ThreadsHeadProps = {
  readonly desk: ThreadDesk
  readonly layout: ThreadsLayout
  readonly onClose: () => void
}

export function ThreadsHead({ desk, layout, onClose }: ThreadsHeadProps) {
  const t = useText(threads)
  const open = desk.hung.filter(({ thread }) => !thread.resolved).length
  const inMargin = layout.wide && layout.mode === 'margin'
  const isFiltered = inMargin && JSON.stringify(desk.filters) !== JSON.stringify(OPEN_THREADS)
  return (
    <header className={styles.head} title={t('keys')}>
      <h2 className={styles.title}>{open === 0 ? t('noneOpen') : t('open', { count: open })}</h2>
      {layout.wide && (
        <fieldset className={styles.modes} aria-label={t('title')}>
          {THREADS_MODES.map(mode => (
            <button
              key={mode}
              type="button"
              aria-pressed={layout.mode === mode}
              onClick={() => layout.setMode(mode)}
            >
              {t(mode === 'margin' ? 'inMargin' : 'asList')}
            </button>
          ))}
        </fieldset>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={t('close')}
        title={t('hide')}
        onClick={onClose}
      >
        ×
      </button>
      {isFiltered && (
        <p className={styles.filtered}>
          {t('shownOf', { shown: desk.shown.length, count: desk.hung.length })}{' '}
          <Button kind="plain" onClick={() => desk.setFilters(OPEN_THREADS)}>
            {t('showAll')}
          </Button>
        </p>
      )}
    </header>
  )
}
