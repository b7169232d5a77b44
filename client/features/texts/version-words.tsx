/** A version's act in words: who speaks, whether it was late, whether it was received. */
import type { VersionView } from '../../../shared/protocol/views.ts'
import { onBothClocks } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { texts } from '../../i18n/messages/texts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { InstantLines } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { SideMark, TurnMark } from '../../ui/side-mark.tsx'
import styles from './version-words.module.css'

/** Side and mandate of who transmitted; an import belongs to no side. */
export function VersionFrom({ version }: { readonly version: VersionView }) {
  const t = useText(texts)
  return (
    <>
      {version.origin === 'import' ? (
        t('imported')
      ) : version.side ? (
        <SideMark side={version.side} />
      ) : (
        <TurnMark turn="joint" />
      )}
      {version.madeBy && (
        <span className={styles.by}>
          <Label of={version.madeBy} />
        </span>
      )}
    </>
  )
}

/** By word and shape; nothing when it was in time. */
export function LateMark({ version }: { readonly version: VersionView }) {
  const t = useText(texts)
  const language = useLanguage()
  if (!version.late) return null
  const { due } = version
  return (
    <span
      className={styles.late}
      title={due ? t('lateOn', { due: onBothClocks(due.at, language, due.zone) }) : undefined}
    >
      <span aria-hidden="true">◷ </span>
      {t('late')}
    </span>
  )
}

export function ReceiptWords({ version }: { readonly version: VersionView }) {
  const t = useText(texts)
  const c = useText(common)
  const language = useLanguage()
  if (version.origin === 'import' || version.side === null)
    return <span className={styles.quiet}>{c('none')}</span>
  if (!version.receipt) return <span className={styles.pending}>{t('notReceived')}</span>
  return (
    <span>
      <span aria-hidden="true" className={styles.tick}>
        ✓{' '}
      </span>
      {t('receivedBy', { by: labelIn(version.receipt.by, language).text })}
      <span className={styles.by}>
        <InstantLines at={version.receipt.at} />
      </span>
    </span>
  )
}
