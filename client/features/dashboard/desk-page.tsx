/** [D1] The first page: whose turn, since when, until when; what awaits me; what happened while I was away. */
import { useEffect } from 'react'
import { call } from '../../api.ts'
import { desk } from '../../i18n/messages/desk.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { FailurePage } from '../../ui/failure.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/page.tsx'
import { HereNow } from '../presence/here-now.tsx'
import { Awaiting } from './awaiting.tsx'
import styles from './desk.module.css'
import { DeskConvergence } from './desk-convergence.tsx'
import { DeskTexts } from './desk-texts.tsx'
import { DeviceSavings } from './device-savings.tsx'
import { News } from './news.tsx'
import { PlanStrip } from './plan-strip.tsx'
import { TurnStatement } from './turn-statement.tsx'

export function DeskPage() {
  const t = useText(desk)
  const { data, error, refetch } = useAsk('GET /api/desk')
  useTellVisit(data !== undefined)
  useEffect(() => {
    document.title = `${t('title')} · Concordance`
  }, [t])
  if (!data)
    return (
      <div className={styles.desk}>
        {error ? <FailurePage error={error} retry={() => void refetch()} /> : <Loading />}
      </div>
    )
  return (
    <div className={styles.desk}>
      <TurnStatement desk={data} />
      <div className={styles.columns}>
        <div className={styles.awaiting}>
          <Awaiting desk={data} />
        </div>
        <div className={styles.texts}>
          <Section title={t('texts')}>
            <DeskTexts desk={data} />
          </Section>
          <DeskConvergence desk={data} />
        </div>
        <div className={styles.news}>
          <News desk={data} />
        </div>
        <div className={styles.plan}>
          <Section title={t('plan')}>
            <PlanStrip stages={data.edition.stages} />
          </Section>
        </div>
        <div className={styles.device}>
          <HereNow />
          <Section title={t('device')}>
            <DeviceSavings />
          </Section>
        </div>
      </div>
    </div>
  )
}

/** Tells once that the page was seen. The server counts looks less than half an hour apart as one visit. */
function useTellVisit(seen: boolean): void {
  useEffect(() => {
    // Nothing is lost when it fails: what is new is then shown once more.
    if (seen) void call('POST /api/desk/visit').catch(() => {})
  }, [seen])
}
