/** /texts/:id/integrate: units of an accepted summary, and their place in the declaration. */
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { unitsOf } from '../../../shared/model/bilingual-text.ts'
import { firstWords } from '../../../shared/model/first-words.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { IntegrationMade, IntegrationView } from '../../../shared/protocol/integration-views.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct, useAsk } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField, SelectField } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import styles from './integration.module.css'
import { UnitWordsView } from './unit-words-view.tsx'

export function IntegratePage() {
  const { id = '' } = useParams()
  const t = useText(integration)
  const { data, error, refetch } = useAsk('GET /api/texts/:id/integration', { params: { id } })
  const [made, setMade] = useState<IntegrationMade | null>(null)
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Page title={t('integrateTitle')} lead={t(`lead.${data.mode}`)}>
      {made && <Made made={made} of={id} />}
      {data.summaries.length === 0 ? (
        <p>{t('noSummaries')}</p>
      ) : (
        // What was taken over is no longer to be chosen: the choice begins anew.
        <Choosing
          key={made ? [...made.proposals, ...made.units].join() : ''}
          of={id}
          view={data}
          onMade={setMade}
        />
      )}
    </Page>
  )
}

function Made({ made, of }: { readonly made: IntegrationMade; readonly of: string }) {
  const t = useText(integration)
  const proposed = made.proposals.length > 0
  return (
    <Notice
      kind="good"
      title={
        proposed ? t('proposed', { count: made.proposals.length }) : t('placed', { count: made.units.length })
      }
      actions={
        proposed ? (
          <Link to={`/texts/${of}/proposals`}>{t('seeProposals')}</Link>
        ) : (
          made.draft && <Link to={`/drafts/${made.draft}`}>{t('seeDraft')}</Link>
        )
      }
    />
  )
}

const START = ''

function Choosing({
  of,
  view,
  onMade,
}: {
  readonly of: string
  readonly view: IntegrationView
  readonly onMade: (made: IntegrationMade) => void
}) {
  const t = useText(integration)
  const language = useLanguage()
  const [version, setVersion] = useState<string>(view.summaries[0]!.version.id)
  const [chosen, setChosen] = useState<readonly UnitId[]>([])
  const [together, setTogether] = useState(false)
  const [place, setPlace] = useState<string | null>(null)
  const act = useAct('POST /api/texts/:id/integration', [
    'GET /api/texts/:id/integration',
    'GET /api/texts/:id/proposals',
    'GET /api/texts/:id/provenance',
    'GET /api/coverage',
  ])
  const summary = view.summaries.find(each => each.version.id === version) ?? view.summaries[0]!
  const free = summary.units.filter(({ known }) => known === null).map(({ unit }) => unit)
  const order = unitsOf(view.text)
  const after = place ?? summary.after ?? order.at(-1)?.id ?? START
  const words = new Map(unitsOf(summary.content).map(unit => [unit.id, unit]))
  const tick = (unit: UnitId, on: boolean) =>
    // In the order of the summary, whatever the order of the clicks.
    setChosen(
      summary.units.map(each => each.unit).filter(each => (each === unit ? on : chosen.includes(each))),
    )
  return (
    <div className={styles.choosing}>
      <SelectField
        label={t('workshop')}
        value={summary.version.id as string}
        onChange={next => {
          setVersion(next)
          setChosen([])
          setPlace(null)
        }}
        choices={view.summaries.map(each => ({
          value: each.version.id as string,
          text: t('workshopNamed', {
            number: each.workshop.number,
            title: labelIn(each.workshop.title, language).text,
          }),
        }))}
      />
      <Section
        title={t('units', { label: summary.version.label })}
        actions={<Link to={`/versions/${summary.version.id}`}>{t('seeSource')}</Link>}
      >
        <div className={styles.tools}>
          <Button kind="plain" disabled={free.length === 0} onClick={() => setChosen(free)}>
            {t('all')}
          </Button>
          <Button kind="plain" disabled={chosen.length === 0} onClick={() => setChosen([])}>
            {t('none')}
          </Button>
          <span role="status" className={styles.quiet}>
            {t('chosen', { count: chosen.length })}
          </span>
        </div>
        <ul className={styles.units}>
          {summary.units.map(({ unit, known }) => (
            <li key={unit}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(unit)}
                  disabled={known === 'proposed'}
                  onChange={event => tick(unit, event.target.checked)}
                />
                <span>
                  <UnitWordsView words={words.get(unit)!} facts={summary.facts} />
                  {known && (
                    <span className={styles.quiet}>
                      <span aria-hidden="true">{known === 'stands' ? '◆ ' : '◇ '}</span>
                      {t(`known.${known}`)}
                    </span>
                  )}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('place')}>
        <div className={styles.placeFields}>
          <SelectField
            label={t('placeAfter')}
            hint={t(summary.after ? 'placeProposed' : 'placeByHand')}
            value={after}
            onChange={setPlace}
            choices={[
              { value: START, text: t('start') },
              ...order.map(({ id, fr, ja }, index) => ({
                value: id as string,
                text: t('afterUnit', {
                  n: index + 1,
                  words: firstWords((language === 'ja' ? (ja[0] ?? fr[0]) : (fr[0] ?? ja[0])) ?? null, 60),
                }),
              })),
            ]}
          />
          {chosen.length > 1 && (
            <CheckField label={t('together')} checked={together} onChange={setTogether} />
          )}
          {act.error && <FailureNotice error={act.error} />}
          <div className={styles.actions}>
            <Button
              kind="primary"
              disabled={chosen.length === 0}
              busy={act.isPending}
              onClick={() =>
                act.mutate(
                  {
                    params: { id: of },
                    body: {
                      version: summary.version.id,
                      units: [...chosen],
                      together: together && chosen.length > 1,
                      after: after === START ? null : after,
                    },
                  },
                  { onSuccess: onMade },
                )
              }
            >
              {t(view.mode === 'joint' ? 'propose' : 'placeNow')}
            </Button>
          </div>
        </div>
      </Section>
    </div>
  )
}
