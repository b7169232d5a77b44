import type { ActView } from '../../shared/protocol/views.ts'
import { actSubject } from '../../shared/words/act-words.ts'
import { onOneClock } from '../i18n/dates.ts'
import { acts } from '../i18n/messages/acts.ts'
import { useLanguage, useText } from '../i18n/use-text.ts'
import { useSession } from '../session.tsx'
import styles from './act-list.module.css'
import { Label } from './label.tsx'

/** Acts of the log, the newest first, each with when (on the reader's own clock) and by whom. */
export function ActList({ list }: { readonly list: readonly ActView[] }) {
  const t = useText(acts)
  const language = useLanguage()
  const { person } = useSession()
  return (
    <ol className={styles.list}>
      {list.map(act => (
        <li key={act.seq} className={styles.act}>
          <time dateTime={act.at}>{onOneClock(act.at, language, person.zone)}</time>
          <span>
            {act.kind === 'edition-made' || act.kind === 'stages-reordered'
              ? t(act.kind)
              : t(act.kind, { what: actSubject(act, language, person.zone) })}
          </span>
          {act.by && (
            <span className={styles.by}>
              <Label of={act.by} />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
