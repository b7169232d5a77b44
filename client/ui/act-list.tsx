import { Link } from 'react-router'
import type { InterfaceLanguage } from '../../shared/model/language.ts'
import type { ActView } from '../../shared/protocol/views.ts'
import { onOneClock } from '../i18n/dates.ts'
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
                : t(act.kind, { what: whatOf(act, language, person.zone) })}
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

/** What the act was about, in the language of the interface: details come as `version`, or as `stageFr`, `stageJa`. */
function whatOf({ kind, detail }: ActView, language: InterfaceLanguage, zone: string): string {
  if (kind === 'draft-restored' && detail.at) return onOneClock(detail.at, language, zone)
  const ending = ({ fr: 'Fr', ja: 'Ja', en: 'En' } as const)[language]
  if (detail.version) return detail.version
  for (const subject of ['edition', 'stage', 'fact', 'title', 'mandate', 'text', 'name']) {
    const said =
      detail[subject + ending] || detail[`${subject}Fr`] || detail[`${subject}Ja`] || detail[subject]
    if (said) return said
  }
  return '—'
}
