/** One sitting: when on both clocks, who, which paragraphs with their first words, and what one can do with it. */
import { useState } from 'react'
import { Link } from 'react-router'
import { CHANGE_KINDS } from '../../../shared/compare/change-kinds.ts'
import type { SittingPerson, SittingUnit, SittingView } from '../../../shared/protocol/views.ts'
import { clockSpans, onOneClock } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { history } from '../../i18n/messages/history.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { Label } from '../../ui/label.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import styles from './history.module.css'
import { historyAddress, sinceState } from './history-address.ts'
import { numbersOf } from './history-days.ts'

type SittingEntryProps = {
  readonly sitting: SittingView
  readonly draft: string
  /** The draft reads as it did at its end: there is nothing to compare with now, or to restore. */
  readonly newest: boolean
  readonly restore: ((at: string) => void) | undefined
}

export function SittingEntry({ sitting, draft, newest, restore }: SittingEntryProps) {
  const t = useText(history)
  const language = useLanguage()
  const { zone } = useSession().person
  const { restored, units, people } = sitting
  return (
    <li className={styles.sitting} data-restoration={restored !== null || undefined}>
      <SittingTime from={sitting.from} to={sitting.to} />
      <div className={styles.what}>
        {restored && (
          <p className={styles.restoration}>
            <span aria-hidden="true">↺ </span>
            {t('restoration', { when: onOneClock(restored, language, zone) })}
          </p>
        )}
        <ul className={styles.people}>
          {people.map(person => (
            <li key={JSON.stringify([person.side, person.by])}>
              <PersonName person={person} />
              {units && <PersonUnits units={units} person={person} />}
            </li>
          ))}
        </ul>
        <p className={styles.signs}>
          {sitting.state === null && <span className={styles.goingOn}>{t('goingOn')}</span>}
          {sitting.decisions && <span>{t('decisions')}</span>}
          {sitting.integrated && <span>{t('integrated')}</span>}
          {sitting.unitChanged && <span>{t('unit-changed')}</span>}
        </p>
        {units === null ? <p className={styles.faint}>{t('unreadable')}</p> : <Units units={units} />}
        <Acts sitting={sitting} draft={draft} newest={newest} restore={restore} />
      </div>
    </li>
  )
}

/** A span on both clocks, one below the other. */
export function SittingTime({ from, to }: { readonly from: string; readonly to: string }) {
  const language = useLanguage()
  return (
    <p className={styles.time}>
      {clockSpans(from, to, language).map(({ side, text, name }) => (
        <span key={side}>
          <time dateTime={to}>{text}</time> <span className={styles.place}>{name}</span>
        </span>
      ))}
    </p>
  )
}

export function PersonName({ person: { by, side } }: { readonly person: SittingPerson }) {
  const t = useText(history)
  const c = useText(common)
  if (by) return <Label of={by} />
  return (
    <>
      <SideMark side={side} />
      <span className="unseen">
        {t('otherSide', { side: c(side === null ? 'side.none' : `side.${side}`) })}
      </span>
    </>
  )
}

function PersonUnits({
  units,
  person,
}: {
  readonly units: readonly SittingUnit[]
  readonly person: SittingPerson
}) {
  const t = useText(history)
  const language = useLanguage()
  const { both, fr, ja } = numbersOf(units, person)
  const list = (numbers: readonly string[]) => ({ numbers: numbers.join(language === 'ja' ? '、' : ', ') })
  return (
    <span className={styles.numbers}>
      {both.length > 0 && <span>{t('unitsBoth', list(both))}</span>}
      {fr.length > 0 && <span>{t('unitsFr', list(fr))}</span>}
      {ja.length > 0 && <span>{t('unitsJa', list(ja))}</span>}
      {both.length + fr.length + ja.length === 0 && <span className={styles.faint}>{t('noEffect')}</span>}
    </span>
  )
}

/** Units shown before one asks for the rest. */
const FIRST_UNITS = 3

function Units({ units }: { readonly units: readonly SittingUnit[] }) {
  const t = useText(history)
  const [all, setAll] = useState(false)
  const shown = all ? units : units.slice(0, FIRST_UNITS)
  if (units.length === 0) return null
  return (
    <ul className={styles.units}>
      {shown.map(unit => (
        <UnitLine key={unit.id} unit={unit} />
      ))}
      {shown.length < units.length && (
        <li>
          <button type="button" className={styles.act} onClick={() => setAll(true)}>
            {t('moreUnits', { count: units.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  )
}

function UnitLine({ unit: { number, kinds, words } }: { readonly unit: SittingUnit }) {
  const t = useText(history)
  const c = useText(compare)
  const language = useLanguage()
  const preferred = language === 'ja' ? 'ja' : 'fr'
  const spoken = words[preferred] ? preferred : preferred === 'ja' ? 'fr' : 'ja'
  const all = CHANGE_KINDS.filter(kind => kinds.fr.includes(kind) || kinds.ja.includes(kind))
  const only = kinds.ja.length === 0 ? t('onlyFr') : kinds.fr.length === 0 ? t('onlyJa') : undefined
  return (
    <li className={styles.unit}>
      <span className={styles.number}>
        <span className="unseen">{t('unit', { n: number })}</span>
        <span aria-hidden="true">{number}</span>
      </span>
      <span className={styles.kinds}>
        {all.map(kind => c(kind)).join(language === 'ja' ? '・' : ', ')}
        {only && <span className={styles.only}> {language === 'ja' ? `（${only}）` : `(${only})`}</span>}
      </span>
      <span className={styles.words} lang={spoken}>
        {words[spoken]}
      </span>
    </li>
  )
}

/** The names of the acts carry the time of the sitting for whoever hears them one by one. */
function Acts({ sitting, draft, newest, restore }: SittingEntryProps) {
  const t = useText(history)
  const language = useLanguage()
  const { zone } = useSession().person
  const { state, before, after, units } = sitting
  const when = onOneClock(sitting.to, language, zone)
  const named = (act: string) => t('of', { act, when })
  return (
    <p className={styles.acts}>
      {before && units?.length !== 0 && (
        <Link to={compareLink(before, after)} aria-label={named(t('whatChanged'))}>
          {t('whatChanged')}
        </Link>
      )}
      {state && (
        <Link to={historyAddress(draft, state)} aria-label={named(t('read'))}>
          {t('read')}
        </Link>
      )}
      {state && !newest && (
        <Link to={sinceState(draft, state)} aria-label={named(t('compareNow'))}>
          {t('compareNow')}
        </Link>
      )}
      {state && !newest && restore && (
        <button
          type="button"
          className={styles.act}
          aria-label={named(t('restore'))}
          onClick={() => restore(state)}
        >
          {t('restore')}
        </button>
      )}
    </p>
  )
}
