/** [W2] The restitutions of all workshops against the time that the plenary has for them. */
import { LANGUAGES, type Language } from '../../../../shared/model/language.ts'
import { sayingAll } from '../../../../shared/model/progress.ts'
import type { WorkshopsView } from '../../../../shared/protocol/workshop-views.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { workshops } from '../../../i18n/messages/workshops.ts'
import { useText } from '../../../i18n/use-text.ts'
import table from '../../../ui/table.module.css'
import styles from './progress.module.css'

type Lengths = { readonly [L in Language]: number } | null

export function RestitutionHour({ view }: { readonly view: WorkshopsView }) {
  const t = useText(workshopProgress)
  const w = useText(workshops)
  const lengths = view.workshops.map(
    ({ workshop, texts }) =>
      [workshop, texts.find(({ text }) => text.kind === 'restitution')?.length ?? null] as const,
  )
  const all = lengths.map(([, length]) => length)
  const received = all.filter(length => length !== null).length
  const minutes = view.speech.restitutionMinutes
  const time = useTime()
  const of = (each: Lengths, language: Language) => sayingAll([each], language)
  return (
    <>
      <p className={styles.lead}>{t('hour-lead', { count: all.length, minutes })}</p>
      <p className={styles.lead}>{t('hour-received', { count: received, all: all.length })}</p>
      <table className={`${table.table} ${styles.hour}`}>
        <thead>
          <tr>
            <th scope="col">{t('workshop')}</th>
            {LANGUAGES.flatMap(language => [
              <th key={language} scope="col">
                {t(`said-in-${language}`)}
                <span className={styles.under}>{t('without-interpretation')}</span>
              </th>,
              <th key={`${language} twice`} scope="col">
                {t(`said-in-${language}`)}
                <span className={styles.under}>{t('with-interpretation')}</span>
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {lengths.map(([workshop, length]) => (
            <tr key={workshop.id}>
              <th scope="row">{w('number', { number: workshop.number })}</th>
              {length === null ? (
                <td colSpan={4}>
                  <span className={table.faint}>{t('not-submitted')}</span>
                </td>
              ) : (
                LANGUAGES.flatMap(language => [
                  <td key={language} data-label={columnName(t, language, false)}>
                    {time(of(length, language).plain)}
                  </td>,
                  <td key={`${language} twice`} data-label={columnName(t, language, true)}>
                    {time(of(length, language).interpreted)}
                  </td>,
                ])
              )}
            </tr>
          ))}
          <tr className={styles.total}>
            <th scope="row">{t('total')}</th>
            {LANGUAGES.flatMap(language => {
              const { plain, interpreted } = sayingAll(all, language)
              return [
                <td key={language} data-label={columnName(t, language, false)}>
                  <Total seconds={plain} minutes={minutes} />
                </td>,
                <td key={`${language} twice`} data-label={columnName(t, language, true)}>
                  <Total seconds={interpreted} minutes={minutes} />
                </td>,
              ]
            })}
          </tr>
        </tbody>
      </table>
    </>
  )
}

function columnName(
  t: ReturnType<typeof useText<(typeof workshopProgress)['messages']['fr']>>,
  language: Language,
  interpreted: boolean,
): string {
  return `${t(`said-in-${language}`)} – ${t(interpreted ? 'with-interpretation' : 'without-interpretation')}`
}

function Total({ seconds, minutes }: { readonly seconds: number; readonly minutes: number }) {
  const t = useText(workshopProgress)
  const time = useTime()
  const over = seconds - minutes * 60
  return (
    <div>
      {time(seconds)}
      <meter className={styles.meter} min={0} max={minutes * 60} value={seconds} aria-hidden="true" />
      {over > 0 ? (
        <span className={styles.alarm}>
          <span aria-hidden="true">▲ </span>
          {t('too-long', { over: time(over) })}
        </span>
      ) : (
        <span className={styles.good}>
          <span aria-hidden="true">✓ </span>
          {t('fits', { minutes })}
        </span>
      )}
    </div>
  )
}

/** Seconds as minutes and seconds. */
function useTime(): (seconds: number) => string {
  const t = useText(workshopProgress)
  return seconds =>
    t('time', {
      minutes: Math.floor(seconds / 60),
      seconds: String(Math.round(seconds) % 60).padStart(2, '0'),
    })
}
