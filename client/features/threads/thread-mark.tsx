/** What was done with a thread, by whom and when. */
import type { ThreadMarkView } from '../../../shared/protocol/thread-views.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { ShortInstant } from '../../ui/short-instant.tsx'
import { CommenterLine } from './commenter-line.tsx'
import styles from './thread-card.module.css'

const SIGNS = { resolved: '✓', reopened: '↺', assigned: '→', unassigned: '○' } as const

export function ThreadMark({ mark: { kind, at, by, assignee } }: { readonly mark: ThreadMarkView }) {
  const t = useText(threads)
  const language = useLanguage()
  return (
    <p className={styles.mark}>
      <span aria-hidden="true">{SIGNS[kind]} </span>
      <CommenterLine by={by} />{' '}
      {kind === 'assigned'
        ? t('mark.assigned', { name: assignee ? labelIn(assignee, language).text : t('nobody') })
        : t(`mark.${kind}`)}{' '}
      <span className={styles.when}>
        <ShortInstant at={at} />
      </span>
    </p>
  )
}
