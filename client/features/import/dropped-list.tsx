import type { AlignmentView } from '../../../shared/protocol/views.ts'
import { imports } from '../../i18n/messages/import.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './dropped-list.module.css'

/** What a source had that a text of ours does not; nothing when there was no such thing. */
export function DroppedList({ dropped }: Pick<AlignmentView, 'dropped'>) {
  const t = useText(imports)
  if (dropped.length === 0) return null
  return (
    <dl className={styles.dropped}>
      <dt>{t('dropped')}</dt>
      {dropped.map(({ language, what, count }) => (
        <dd key={`${language} ${what}`}>
          {t(what, { count })} ({t(language === 'fr' ? 'droppedFr' : 'droppedJa')})
        </dd>
      ))}
    </dl>
  )
}
