import { common } from '../i18n/messages/common.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './loading.module.css'

/** Said softly; it appears only after a moment, so that a fast answer does not flicker. */
export function Loading() {
  const t = useText(common)
  return (
    <p className={styles.loading} role="status">
      {t('loading')}
    </p>
  )
}
