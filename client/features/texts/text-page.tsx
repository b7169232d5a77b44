/** /texts/:id: the draft one may see, the versions in order, and any two of them compared. */
import { Link, useParams } from 'react-router'
import type { TextView } from '../../../shared/protocol/views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { convergence } from '../../i18n/messages/convergence.ts'
import { texts } from '../../i18n/messages/texts.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { adoptionAddress } from '../adoption/adoption-address.ts'
import { adoptionDayAddress } from '../adoption-day/adoption-day-address.ts'
import { BracketsOfText } from '../brackets/brackets-of-text.tsx'
import { columnsAddress, lastVersions } from '../compare/columns/columns-address.ts'
import { WorkshopLinks } from '../integration/workshop-links.tsx'
import { workshopAddress } from '../workshop-texts/submission-address.ts'
import { TextStands } from '../workshop-texts/text-stands.tsx'
import { AskFailure } from './ask-failure.tsx'
import { CompareTwo } from './compare-two.tsx'
import { DraftSummary } from './draft-summary.tsx'
import { StandingComparisons } from './standing-comparisons.tsx'
import styles from './text-page.module.css'
import { useTextVisit } from './use-text-visit.ts'
import { VersionTable } from './version-table.tsx'

export function TextPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/texts/:id', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <TextSheet view={data} /> : <Loading />
}

function TextSheet({ view }: { readonly view: TextView }) {
  const t = useText(texts)
  const w = useText(workshopTexts)
  const day = useText(adoptionDay)
  const c = useText(convergence)
  const a = useText(adoption)
  const language = useLanguage()
  const { text, abilities, versions } = view
  const title = labelIn(text.title, language)
  const chain = lastVersions(view)
  const states = versions.length + (view.draft ? 1 : 0)
  useTextVisit(text.id)
  return (
    <Page
      title={<span lang={title.lang}>{title.text}</span>}
      titleText={title.text}
      actions={
        <>
          {text.kind === 'declaration' && (versions.length > 0 || view.draft?.audience === 'joint') && (
            <ButtonLink to={adoptionDayAddress(text.id)}>{day('title')}</ButtonLink>
          )}
          {abilities.importText && <ButtonLink to={`/texts/${text.id}/import`}>{t('import')}</ButtonLink>}
          {text.workshop && <ButtonLink to={workshopAddress(text.workshop)}>{w('to-workshop')}</ButtonLink>}
        </>
      }
    >
      {text.workshop && <TextStands text={text.id} />}
      {(abilities.readDrafts || view.draft || view.mayBeginFrom || view.pastDrafts.length > 0) && (
        <Section title={t('draft')}>
          <DraftSummary view={view} />
        </Section>
      )}
      {text.kind === 'declaration' && (
        <Section title={a('title')}>
          <p>
            <Link to={adoptionAddress(text.id)}>
              {a(text.adoptedAt === null ? 'link-text' : 'link-adopted')}
            </Link>
          </p>
        </Section>
      )}
      {text.kind === 'declaration' && <WorkshopLinks text={text.id} />}
      <BracketsOfText view={view} />
      <StandingComparisons view={view} />
      <Section
        title={t('versions')}
        actions={
          <span className={styles.links}>
            {abilities.compare && chain && (
              <Link to={columnsAddress({ refs: chain, languages: 'both' })}>{t('successiveVersions')}</Link>
            )}
            {text.kind === 'declaration' && versions.length > 0 && (
              <Link to={`/texts/${text.id}/convergence`}>{c('title')}</Link>
            )}
          </span>
        }
      >
        {versions.length ? (
          <VersionTable view={view} />
        ) : (
          <p className={styles.none}>{t(abilities.importText ? 'noVersionsImport' : 'noVersions')}</p>
        )}
      </Section>
      {states >= 1 && (
        <Section
          title={t(states >= 2 ? 'compareTwo' : 'comparisons')}
          actions={<Link to={`/texts/${text.id}/compare-file`}>{t('compareFile')}</Link>}
        >
          {abilities.compare && states >= 2 && <CompareTwo view={view} />}
        </Section>
      )}
    </Page>
  )
}
