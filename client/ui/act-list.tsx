import { Link } from 'react-router'
import type { ActView } from '../../shared/protocol/views.ts'
import { actSubject } from '../../shared/words/act-words.ts'
import { onOneClock } from '../../shared/words/dates.ts'
import { acts } from '../i18n/messages/acts.ts'
import { useLanguage, useText } from '../i18n/use-text.ts'
import { useSession } from '../session.tsx'
import styles from './act-list.module.css'
import { Label } from './label.tsx'
import { MovedDeadline } from './moved-deadline.tsx'

/** Acts of the log, the newest first, each with when (on the reader's own clock) and by whom. */
export function ActList({
  list,
  addressOf,
  narrow = false,
}: {
  readonly list: readonly ActView[]
  /** Where one sees what an act was about; null where nowhere. */
  readonly addressOf?: (act: ActView) => string | null
  /** By whom stands below what, where there is little room beside it. */
  readonly narrow?: boolean
}) {
  const t = useText(acts)
  const language = useLanguage()
  const { person } = useSession()
  return (
    <ol className={styles.list} data-narrow={narrow || undefined}>
      {list.map(act => (
        <li key={act.seq} className={styles.act}>
          <time dateTime={act.at}>{onOneClock(act.at, language, person.zone)}</time>
          <div>
            <LinkTo address={addressOf?.(act) ?? null}>
              {act.kind === 'edition-made' || act.kind === 'stages-reordered'
                ? t(act.kind)
                : t(act.kind, { what: actSubject(act, language, person.zone) })}
            </LinkTo>
            <MovedDeadline act={act} />
          </div>
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

function LinkTo({ address, children }: { readonly address: string | null; readonly children: string }) {
  return address === null ? children : <Link to={address}>{children}</Link>
}
