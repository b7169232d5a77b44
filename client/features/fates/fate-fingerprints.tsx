/** By which anyone can check that this is what left: the hashes of the three texts and of the decisions. */
import type { FatesView, VersionView } from '../../../shared/protocol/views.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import { Instant } from '../../ui/instant.tsx'
import { Section } from '../../ui/page.tsx'
import { Fingerprint } from '../texts/fingerprint.tsx'
import styles from './fate-fingerprints.module.css'

export function FateFingerprints({ view }: { readonly view: FatesView }) {
  const t = useText(fates)
  const { base, answer, version } = view
  return (
    <Section title={t('fingerprints')}>
      <dl className={styles.list}>
        {[base, answer, version].map(each => (
          <div key={each.id}>
            <dt>{each.label}</dt>
            <dd>
              <Fingerprint sha256={each.sha256} label={each.label} whole />{' '}
              <span className={styles.when}>
                <Instant at={each.madeAt} />
              </span>
            </dd>
          </div>
        ))}
        {version.decisions && (
          <div>
            <dt>{t('decisionsFingerprint')}</dt>
            <dd>
              <Fingerprint
                sha256={version.decisions.sha256}
                label={t('decisionsOf', { label: version.label })}
                whole
              />{' '}
              <a href={decisionsAddress(version)} title={t('downloadHint')} download>
                {t('download')}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </Section>
  )
}

/** The file whose SHA-256 is that of the decisions; the server sends it as a download. */
export function decisionsAddress(version: Pick<VersionView, 'id'>): string {
  return `/api/versions/${encodeURIComponent(version.id)}/decisions`
}
