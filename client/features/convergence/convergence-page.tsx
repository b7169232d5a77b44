/** /texts/:id/convergence: how far the text has converged, by stage and, at one of them, by section. */
import { useParams, useSearchParams } from 'react-router'
import type { ConvergenceView } from '../../../shared/protocol/convergence-views.ts'
import { convergence } from '../../i18n/messages/convergence.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { SelectField } from '../../ui/field.tsx'
import { Label } from '../../ui/label.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { ConvergenceChart } from './convergence-chart.tsx'
import styles from './convergence-page.module.css'
import { pointKey, usePointName } from './point-name.ts'
import { SectionTable } from './section-table.tsx'
import { StageTable } from './stage-table.tsx'

export function ConvergencePage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/texts/:id/convergence', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <Sheet view={data} /> : <Loading />
}

function Sheet({ view }: { readonly view: ConvergenceView }) {
  const t = useText(convergence)
  const language = useLanguage()
  return (
    <Page
      title={t('title')}
      titleText={`${t('title')} · ${labelIn(view.text.title, language).text}`}
      lead={
        <>
          <p className={styles.text}>
            <Label of={view.text.title} />
          </p>
          <p>{t(view.showsAgreement ? 'lead' : 'leadPublic')}</p>
        </>
      }
    >
      {view.points.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <ConvergenceChart view={view} />
          <Section title={t('byStage')}>
            <StageTable view={view} />
          </Section>
          <BySection view={view} />
        </>
      )}
    </Page>
  )
}

/** At the point that the address names; now, where it names none. */
function BySection({ view }: { readonly view: ConvergenceView }) {
  const t = useText(convergence)
  const name = usePointName()
  const [asked, setAsked] = useSearchParams()
  const points = view.points.toReversed()
  const point = points.find(each => pointKey(each) === asked.get('at')) ?? points[0]!
  const choose = (key: string) => setAsked(key === 'now' ? {} : { at: key }, { replace: true })
  return (
    <Section title={t('bySection')}>
      <div className={styles.choice}>
        <SelectField
          label={t('shownAt')}
          value={pointKey(point)}
          onChange={choose}
          choices={points.map(each => {
            const { label, when } = name(each)
            return { value: pointKey(each), text: `${label} · ${when}` }
          })}
        />
      </div>
      <SectionTable view={view} point={point} />
      <ul className={styles.notes}>
        {view.showsAgreement && <li>{t('standingNote')}</li>}
        <li>{point.base === null ? t('amendedNoteNone') : t('amendedNote', { base: point.base })}</li>
        {view.showsThreads && <li>{t('discussedNote')}</li>}
      </ul>
    </Section>
  )
}
