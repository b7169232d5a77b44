/** The adopted text: when, as what, by whose seals; and what was corrected since. */
import { useMemo } from 'react'
import { Link } from 'react-router'
import { correctedText } from '../../../shared/model/corrigendum.ts'
import type { AdoptedView, AdoptionView } from '../../../shared/protocol/adoption-views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { issued } from '../../i18n/messages/issued.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Section } from '../../ui/page.tsx'
import { readingCopyAddress } from '../speak/speak-address.ts'
import { Fingerprint } from '../texts/fingerprint.tsx'
import { canonicalAddress } from '../texts/version-table.tsx'
import styles from './adoption.module.css'
import { CorrigendumForm } from './corrigendum-form.tsx'
import { CorrigendumItem } from './corrigendum-item.tsx'
import { ProposalItem } from './proposal-item.tsx'
import { SealPair } from './seals.tsx'

type AdoptedProps = { readonly view: AdoptionView; readonly adopted: AdoptedView }

export function Adopted({ view, adopted }: AdoptedProps) {
  const t = useText(adoption)
  const s = useText(speak)
  const i = useText(issued)
  const { version, at, seals } = adopted
  return (
    <>
      <section className={styles.adopted} aria-label={t('adopted-now')}>
        <p className={styles.statement}>{t('adopted-now')}</p>
        <dl className={styles.terms}>
          <div>
            <dt>{t('adopted-on')}</dt>
            <dd>
              <InstantLines at={at} />
            </dd>
          </div>
          <div>
            <dt>{t('adopted-as')}</dt>
            <dd>
              <Link to={`/versions/${version.id}`}>{version.label}</Link>
            </dd>
          </div>
          <div className={styles.wide}>
            <dt>{t('fingerprint')}</dt>
            <dd>
              <Fingerprint sha256={version.sha256} label={version.label} whole />
            </dd>
          </div>
        </dl>
        <div className={styles.actions}>
          <ButtonLink kind="primary" to={`/versions/${version.id}`}>
            {t('read-adopted')}
          </ButtonLink>
          <ButtonLink to={`/texts/${view.text.id}/issued`}>{i('document')}</ButtonLink>
          <ButtonLink to={readingCopyAddress(version.id)}>{s('readingCopy')}</ButtonLink>
          <a href={canonicalAddress(version)} download>
            {t('download')}
          </a>
        </div>
        <p className={styles.how}>{t('nothing-changes')}</p>
      </section>
      <Section title={t('seals')}>
        <SealPair seals={seals} />
      </Section>
      <Corrigenda view={view} adopted={adopted} />
    </>
  )
}

function Corrigenda({ view, adopted }: AdoptedProps) {
  const t = useText(adoption)
  const { version, corrigenda, proposals, correctsFor } = adopted
  const { data } = useAsk('GET /api/versions/:id', { params: { id: version.id } })
  const corrected = useMemo(() => data && correctedText(data.content, corrigenda), [data, corrigenda])
  if (!data || !corrected) return null
  return (
    <>
      <Section title={t('corrigenda')}>
        {corrigenda.length === 0 && <p className={styles.how}>{t('no-corrigenda')}</p>}
        <ol className={styles.corrigenda}>
          {corrigenda.map(corrigendum => (
            <CorrigendumItem
              key={corrigendum.id}
              corrigendum={corrigendum}
              version={version.id}
              facts={data.facts}
            />
          ))}
        </ol>
        {correctsFor && <CorrigendumForm text={view.text.id} corrected={corrected} facts={data.facts} />}
      </Section>
      {proposals.length > 0 && (
        <Section title={t('proposals')}>
          <ul className={styles.corrigenda}>
            {proposals.map(proposal => (
              <ProposalItem key={proposal.id} proposal={proposal} facts={data.facts} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
