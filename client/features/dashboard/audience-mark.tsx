import type { Audience } from '../../../shared/model/bilingual-text.ts'
import { news } from '../../i18n/messages/news.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './audience-mark.module.css'

/** [T2] Internal or shared, by word and shape: a closed frame, or one open to both sides. */
export function AudienceMark({ audience }: { readonly audience: Audience }) {
  const t = useText(news)
  const shared = audience === 'joint'
  return (
    <span className={styles.mark} data-shared={shared || undefined}>
      <span aria-hidden="true">{shared ? '⇄ ' : '■ '}</span>
      {t(shared ? 'shared' : 'internal')}
    </span>
  )
}
