/** Who speaks: the mandate, with the shape of its side. */
import type { CommenterView } from '../../../shared/protocol/thread-views.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import styles from './thread-comment.module.css'

export function CommenterLine({ by }: { readonly by: CommenterView }) {
  const t = useText(threads)
  const { text, lang } = labelIn(by.title, useLanguage())
  return (
    <span className={styles.by}>
      <span className={styles.shape} data-side={by.side ?? undefined} aria-hidden="true" />
      <span lang={lang}>{text}</span>
      {by.mine && <span className={styles.mine}>({t('you')})</span>}
    </span>
  )
}
