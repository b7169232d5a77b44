import { Link } from 'react-router'
import type { Stage, Text } from '../../../shared/model/edition.ts'
import type { DeskView } from '../../../shared/protocol/views.ts'
import { calendarDaysBetween } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { desk } from '../../i18n/messages/desk.ts'
import { useText } from '../../i18n/use-text.ts'
import { useNow } from '../../now.ts'
import { useSession } from '../../session.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { TurnMark } from '../../ui/side-mark.tsx'
import { adoptionAddress } from '../adoption/adoption-address.ts'
import styles from './desk.module.css'

/** Whose turn it is, in one line; below it the stage, since when, until when. */
export function TurnStatement({ desk: { current, myTurn, texts } }: { readonly desk: DeskView }) {
  const t = useText(desk)
  const adopted = texts.find(({ text }) => text.adoptedAt !== null)?.text
  if (adopted) return <Adopted text={adopted} stage={current} />
  if (!current)
    return (
      <header className={styles.turn}>
        <h1>{t('no-stage')}</h1>
      </header>
    )
  return (
    <header className={styles.turn}>
      <TurnWords stage={current} myTurn={myTurn} />
      <dl className={styles.terms}>
        <div>
          <dt>{t('stage')}</dt>
          <dd className={styles.stage}>
            <Label of={current.name} />
          </dd>
        </div>
        <Opened stage={current} />
        <Due stage={current} />
        {current.versionLabel && (
          <div>
            <dt>{t('makes')}</dt>
            <dd>{current.versionLabel}</dd>
          </div>
        )}
      </dl>
    </header>
  )
}

/** [S1] Whatever stage is under way, it is nobody's turn to write any more. */
function Adopted({ text, stage }: { readonly text: Text; readonly stage: Stage | null }) {
  const t = useText(desk)
  return (
    <header className={styles.turn}>
      <h1>{t('adopted')}</h1>
      <dl className={styles.terms}>
        <div>
          <dt>{t('adopted-since')}</dt>
          <dd className={styles.clocks}>{text.adoptedAt && <InstantLines at={text.adoptedAt} />}</dd>
        </div>
        {stage && (
          <div>
            <dt>{t('stage')}</dt>
            <dd className={styles.stage}>
              <Label of={stage.name} />
            </dd>
          </div>
        )}
        <div>
          <dt>
            <Label of={text.title} />
          </dt>
          <dd>
            <Link to={adoptionAddress(text.id)}>{t('adopted-see')}</Link>
          </dd>
        </div>
      </dl>
    </header>
  )
}

function TurnWords({ stage, myTurn }: { readonly stage: Stage; readonly myTurn: boolean }) {
  const t = useText(desk)
  const whose =
    stage.turn === 'joint'
      ? t('turn-joint')
      : stage.turn === 'leads'
        ? t('turn-leads')
        : t(`turn-of.${stage.turn}`)
  const { mandates } = useSession()
  const waits = (stage.turn === 'fra' || stage.turn === 'jap') && mandates.some(({ side }) => side !== null)
  const mine = myTurn ? t('turn-mine') : waits ? t('turn-other') : undefined
  return mine ? (
    <>
      <p className={styles.whose}>
        <TurnMark turn={stage.turn} words={whose} />
      </p>
      <h1>{mine}</h1>
    </>
  ) : (
    <h1>
      <TurnMark turn={stage.turn} words={whose} />
    </h1>
  )
}

function Opened({ stage: { openedAt } }: { readonly stage: Stage }) {
  const t = useText(desk)
  const now = useNow()
  const { zone } = useSession().person
  if (!openedAt) return null
  const days = calendarDaysBetween(openedAt, now, zone)
  return (
    <div>
      <dt>{t('since')}</dt>
      <dd>
        <p>{days < 1 ? t('since-today') : t('since-days', { count: days })}</p>
        <p className={styles.clocks}>
          <InstantLines at={openedAt} />
        </p>
      </dd>
    </div>
  )
}

function Due({ stage: { due, dueStatus } }: { readonly stage: Stage }) {
  const t = useText(desk)
  const words = useText(common)
  const now = useNow()
  if (!due)
    return (
      <div>
        <dt>{t('due')}</dt>
        <dd className={styles.faint}>{t('due-none')}</dd>
      </div>
    )
  const late = now > due.at
  // A date taken over from an earlier edition is not overdue: it is not a date yet.
  const binding = dueStatus !== 'inherited'
  return (
    <div>
      <dt>{t('due')}</dt>
      <dd>
        {binding && (
          <p className={late ? styles.late : undefined}>
            {late && <span aria-hidden="true">▲ </span>}
            <DaysLeft due={due.at} zone={due.zone} now={now} />
          </p>
        )}
        <p className={styles.clocks}>
          <InstantLines at={due.at} meantIn={due.zone} />
        </p>
        {dueStatus !== 'confirmed' && (
          <p className={styles.status}>{t('date-status', { status: words(`status.${dueStatus}`) })}</p>
        )}
      </dd>
    </div>
  )
}

function DaysLeft({ due, zone, now }: { readonly due: string; readonly zone: string; readonly now: string }) {
  const t = useText(desk)
  const days = calendarDaysBetween(now, due, zone)
  if (now > due) return days === 0 ? t('late-hours') : t('late-by', { count: -days })
  return days === 0 ? t('due-today') : days === 1 ? t('due-tomorrow') : t('due-in', { count: days })
}
