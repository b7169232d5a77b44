/** After the act: the version that was made, and whether the other side has confirmed receipt. */
import type { VersionView } from '../../../shared/protocol/views.ts'
import { frame } from '../../i18n/messages/frame.ts'
import { transmission } from '../../i18n/messages/transmission.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Instant } from '../../ui/instant.tsx'
import { Page } from '../../ui/page.tsx'
import { fatesAddress } from '../fates/fates-address.ts'
import { Fingerprint } from '../texts/fingerprint.tsx'
import styles from './transmission.module.css'

export function Transmitted({ version: made }: { readonly version: VersionView }) {
  const t = useText(transmission)
  const f = useText(frame)
  const language = useLanguage()
  // Asked again when an event says that texts changed: the receipt appears without reloading.
  const { data } = useAsk('GET /api/versions/:id', { params: { id: made.id } })
  const version = data?.version ?? made
  return (
    <Page title={t('done', { label: version.label })} lead={t('doneWords')} width="text">
      <p>
        <Instant at={version.madeAt} />
      </p>
      <p className={styles.print}>
        <Fingerprint sha256={version.sha256} label={version.label} whole />
      </p>
      <p role="status" className={styles.receipt}>
        {version.receipt ? (
          <>
            <span aria-hidden="true">✓ </span>
            {t('receiptDone', { by: labelIn(version.receipt.by, language).text })}
          </>
        ) : (
          t('receiptPending')
        )}
      </p>
      <div className={styles.buttons}>
        <ButtonLink to={`/versions/${version.id}`} kind="primary">
          {t('seeVersion', { label: version.label })}
        </ButtonLink>
        {version.decisions && <ButtonLink to={fatesAddress(version.id)}>{t('seeFates')}</ButtonLink>}
        <ButtonLink to={`/texts/${version.text}`}>{t('seeText')}</ButtonLink>
        <ButtonLink to="/">{f('to-desk')}</ButtonLink>
      </div>
    </Page>
  )
}
