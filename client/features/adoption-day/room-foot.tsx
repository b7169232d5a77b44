/** Of the current unit: how far both sides agree, by shape and word; what was changed last, by whom; and the ways on. */
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { UnitChangeView } from '../../../shared/protocol/change-views.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { agreement as agreementWords } from '../../i18n/messages/agreement.ts'
import { useText } from '../../i18n/use-text.ts'
import { SideMark } from '../../ui/side-mark.tsx'
import { AgreementSign, LockSign } from '../agreement/agreement-sign.tsx'
import type { UnitStanding } from '../agreement/unit-standing.ts'
import { AskedBy } from '../changes/asked-by.tsx'
import { CHANGE_SIGNS } from '../changes/change-signs.ts'
import { useBothTimes } from './edits-dialog.tsx'
import styles from './room.module.css'
import type { RoomText } from './room-text.ts'
import type { RoomDeed } from './use-room-keys.ts'

type RoomFootProps = {
  readonly room: RoomText
  readonly unit: UnitId | null
  /** Of the current unit, from 1. */
  readonly number: number
  readonly order: readonly UnitId[]
  /** Digits of a number that is being typed. */
  readonly typed: string
  readonly onAct: (deed: RoomDeed) => void
  readonly mayAsk: boolean
  readonly mayConsent: boolean
}

export function RoomFoot(props: RoomFootProps) {
  const { room, unit, number, order, typed, onAct, mayAsk, mayConsent } = props
  const t = useText(adoptionDay)
  const standing = unit === null ? undefined : room.agreement?.standings.get(unit)
  return (
    <footer className={styles.foot}>
      <p className={styles.where} role="status">
        {typed ? (
          <span className={styles.typed}>{t('goingTo', { n: typed })}</span>
        ) : (
          t('unitOf', { n: number, count: order.length })
        )}
      </p>
      {standing && <Standing standing={standing} />}
      <LastEdit room={room} unit={unit} order={order} />
      <div className={styles.tools} role="toolbar" aria-label={t('tools')}>
        <Tool keys="↑" words={t('previous')} onAct={() => onAct({ kind: 'previous' })} />
        <Tool keys="↓" words={t('next')} onAct={() => onAct({ kind: 'next' })} />
        {mayConsent && <Tool keys="C" words={t('consent')} onAct={() => onAct({ kind: 'consent' })} />}
        {mayAsk && <Tool keys="E" words={t('ask')} onAct={() => onAct({ kind: 'ask' })} />}
        {room.changes && <Tool keys="L" words={t('edits')} onAct={() => onAct({ kind: 'list' })} />}
        <Tool keys="?" words={t('keys')} onAct={() => onAct({ kind: 'help' })} />
        <Tool keys="Esc" words={t('leave')} onAct={() => onAct({ kind: 'leave' })} />
      </div>
    </footer>
  )
}

function Tool({
  keys,
  words,
  onAct,
}: {
  readonly keys: string
  readonly words: string
  readonly onAct: () => void
}) {
  return (
    <button type="button" onClick={onAct}>
      <span className={styles.key} aria-hidden="true">
        {keys}
      </span>{' '}
      {words}
    </button>
  )
}

function Standing({ standing }: { readonly standing: UnitStanding }) {
  const t = useText(adoptionDay)
  const a = useText(agreementWords)
  return (
    <div className={styles.standing}>
      <p className={styles.state}>
        <AgreementSign standing={standing} /> {a(`state.${standing.state}`)}
        {standing.locked && (
          <>
            {' '}
            <LockSign /> {t('locked')}
          </>
        )}
      </p>
      <ul className={styles.sides}>
        {SIDES.map(side => (
          <li key={side}>
            <SideMark side={side} /> {a(`side-${saidBy(standing, side)}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function saidBy({ state, consents, earlier }: UnitStanding, side: Side) {
  const given = consents.find(consent => consent.side === side)
  if (state === 'sealed') return 'agreed'
  if (given) return given.kind
  return earlier.some(consent => consent.side === side) ? 'earlier' : 'none'
}

/** Of this unit, or else of the text: one line; the list has the words. */
function LastEdit({ room, unit, order }: Pick<RoomFootProps, 'room' | 'unit' | 'order'>) {
  const t = useText(adoptionDay)
  const times = useBothTimes()
  const made = room.changes?.changes.filter(({ state }) => state === 'made') ?? []
  const last: UnitChangeView | undefined =
    made.find(change => change.unit === unit) ??
    made.toSorted((a, b) => ((a.madeAt ?? '') < (b.madeAt ?? '') ? 1 : -1))[0]
  if (!room.changes) return null
  if (!last) return <p className={styles.last}>{t('noneMade')}</p>
  const number = order.indexOf(last.unit) + 1
  return (
    <p className={styles.last}>
      <span className={styles.lastWhat}>
        <span aria-hidden="true">{CHANGE_SIGNS.made} </span>
        {last.unit === unit
          ? t('lastEditHere')
          : number > 0
            ? t('lastEdit', { n: number })
            : t('lastEditGone')}{' '}
        {last.madeAt && times(last.madeAt)}
      </span>
      <span>
        <AskedBy change={last} />
      </span>
      <span>
        {SIDES.filter(side => last.answers.some(answer => answer.side === side)).map(side => (
          <span key={side} className={styles.lastSide}>
            <SideMark side={side} /> <span aria-hidden="true">✓</span>
          </span>
        ))}
      </span>
    </p>
  )
}
