/** /workshops/:id: a workshop's texts, for its leads and for everybody who may read them. */
import { Link, useParams } from 'react-router'
import { SIDES } from '../../../shared/model/bilingual-text.ts'
import type { WORKSHOP_TEXT_KINDS } from '../../../shared/model/workshop.ts'
import type { WorkshopView } from '../../../shared/protocol/workshop-views.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { workshops } from '../../i18n/messages/workshops.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { NotFoundPage } from '../../routes/not-found-page.tsx'
import { useSession } from '../../session.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { Leads } from '../workshops/workshop-entry.tsx'
import styles from './workshop-page.module.css'
import { WorkshopTextEntry } from './workshop-text-entry.tsx'

export function WorkshopPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/workshops')
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const view = data.workshops.find(({ workshop }) => workshop.id === id)
  return view ? <Workshop view={view} /> : <NotFoundPage />
}

/** The summary first: it is what has a deadline and goes into the declaration. */
const ORDER = [
  'workshop-summary',
  'intervention-summary',
  'restitution',
] as const satisfies readonly (typeof WORKSHOP_TEXT_KINDS)[number][]

function Workshop({ view }: { readonly view: WorkshopView }) {
  const t = useText(workshopTexts)
  const w = useText(workshops)
  const language = useLanguage()
  const { mandates } = useSession()
  const { workshop, texts } = view
  const title = labelIn(workshop.title, language)
  const other = language === 'ja' ? 'fr' : 'ja'
  // An organiser who is of no side reads no draft, and so is told of none.
  const reads = mandates.some(({ side }) => side !== null)
  const number = w('number', { number: workshop.number })
  return (
    <Page
      title={
        <>
          <span className={styles.number}>{number}</span> <span lang={title.lang}>{title.text}</span>
        </>
      }
      titleText={`${number} – ${title.text}`}
      lead={<span lang={other}>{workshop.title[other]}</span>}
      actions={
        <Link to="/workshops">
          <span aria-hidden="true">← </span>
          {t('all-workshops')}
        </Link>
      }
    >
      <section className={styles.leads} aria-label={t('leads')}>
        {SIDES.map(side => (
          <Leads key={side} side={side} view={view} />
        ))}
      </section>
      <Section title={t('texts')}>
        {ORDER.flatMap(kind => texts.filter(({ text }) => text.kind === kind)).map(text => (
          <WorkshopTextEntry key={text.text.id} view={text} reads={reads} />
        ))}
      </Section>
    </Page>
  )
}
