/** Which text this is and how far it has come, and the time in both places. */
import { useEffect, useMemo, useState } from 'react'
import { readBrackets } from '../../../shared/model/bracket.ts'
import { CLOCKS, isoTime } from '../../../shared/words/dates.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Label } from '../../ui/label.tsx'
import { StateSign } from '../agreement/agreement-sign.tsx'
import { CHANGE_SIGNS } from '../changes/change-signs.ts'
import styles from './room.module.css'
import type { RoomText } from './room-text.ts'

type RoomHeadProps = {
  readonly room: RoomText
  /** Units of the text. */
  readonly count: number
  /** Changes that wait. */
  readonly open: number
}

export function RoomHead({ room, count, open }: RoomHeadProps) {
  const t = useText(adoptionDay)
  const language = useLanguage()
  const { source, agreement } = room
  const title = labelIn(room.of.title, language)
  const brackets = useMemo(() => readBrackets(room.content).length, [room.content])
  const agreed = agreement
    ? [...agreement.standings.values()].filter(({ state }) => state === 'agreed' || state === 'sealed').length
    : null
  return (
    <header className={styles.head}>
      <div className={styles.headWords}>
        <h1 lang={title.lang}>{title.text}</h1>
        <p>
          {source.kind === 'draft' ? (
            <>
              {t('live')}
              {source.stage && (
                <>
                  {' · '}
                  <Label of={source.stage} />
                </>
              )}
            </>
          ) : source.adopted ? (
            t('adopted')
          ) : (
            t('version', { label: source.label })
          )}
        </p>
        {source.kind === 'draft' && source.lost && (
          <p role="alert" className={styles.lost}>
            <span aria-hidden="true">▲ </span>
            {t('lost')}
          </p>
        )}
      </div>
      <ul className={styles.counts}>
        {agreed !== null && (
          <li>
            <StateSign state="agreed" /> {t('agreed', { agreed, count })}
          </li>
        )}
        <li>
          <span aria-hidden="true">[ ] </span>
          {t('brackets', { count: brackets })}
        </li>
        {room.changes && (
          <li>
            <span aria-hidden="true">{CHANGE_SIGNS.open} </span>
            {t('open', { count: open })}
          </li>
        )}
      </ul>
      <Clocks />
    </header>
  )
}

function Clocks() {
  const language = useLanguage()
  const now = useMinute()
  return (
    <dl className={styles.clocks}>
      {CLOCKS.map(({ side, zone, name }) => (
        <div key={side}>
          <dt>{name[language]}</dt>
          <dd>
            <time dateTime={now}>{isoTime(now, zone)}</time>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The device's clock, renewed as the minute changes. */
function useMinute(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date().toISOString()), 60_000 - (Date.parse(now) % 60_000))
    return () => clearTimeout(timer)
  }, [now])
  return now
}
