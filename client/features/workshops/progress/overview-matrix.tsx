/** The whole at a glance: a row per workshop with its leads, a column per kind of text. */
import { SIDES } from '../../../../shared/model/bilingual-text.ts'
import { beyondBudget, missingLanguages } from '../../../../shared/model/progress.ts'
import {
  SUBMISSION_STATES,
  WORKSHOP_TEXT_KINDS,
  type WorkshopTextKind,
} from '../../../../shared/model/workshop.ts'
import type { WorkshopTextView, WorkshopView } from '../../../../shared/protocol/workshop-views.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { workshops } from '../../../i18n/messages/workshops.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Label } from '../../../ui/label.tsx'
import table from '../../../ui/table.module.css'
import { Leads } from '../workshop-entry.tsx'
import styles from './progress.module.css'
import { STATE_SIGNS, StateMark } from './state-mark.tsx'

export function OverviewMatrix({ list }: { readonly list: readonly WorkshopView[] }) {
  const t = useText(workshopProgress)
  const w = useText(workshops)
  return (
    <table className={`${table.table} ${styles.matrix}`}>
      <thead>
        <tr>
          <th scope="col">{t('workshop')}</th>
          <th scope="col">{w('leads')}</th>
          {WORKSHOP_TEXT_KINDS.map(kind => (
            <th key={kind} scope="col">
              {t(HEADS[kind])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.map(view => (
          <tr key={view.workshop.id}>
            <th scope="row">
              <a href={`#workshop-${view.workshop.number}`}>
                {w('number', { number: view.workshop.number })}
              </a>
              <span className={table.faint}>
                <Label of={view.workshop.title} />
              </span>
            </th>
            <td data-label={w('leads')}>
              <div>
                {SIDES.map(side => (
                  <Leads key={side} side={side} view={view} />
                ))}
              </div>
            </td>
            {WORKSHOP_TEXT_KINDS.map(kind => (
              <td key={kind} data-label={t(HEADS[kind])}>
                <div>
                  <Cell kind={kind} texts={view.texts.filter(({ text }) => text.kind === kind)} />
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const HEADS = {
  'intervention-summary': 'interventions',
  'workshop-summary': 'workshop-summary',
  restitution: 'restitution',
} as const satisfies Record<WorkshopTextKind, string>

function Cell({
  kind,
  texts,
}: {
  readonly kind: WorkshopTextKind
  readonly texts: readonly WorkshopTextView[]
}) {
  const t = useText(workshopProgress)
  if (texts.length === 0) return <span className={table.faint}>{t('no-interventions')}</span>
  if (kind !== 'intervention-summary')
    return texts.map(view => (
      <div key={view.text.id}>
        <StateMark state={view.state} />
        <Warnings view={view} />
      </div>
    ))
  return (
    <ul className={styles.tally}>
      {SUBMISSION_STATES.map(state => {
        const count = texts.filter(view => view.state === state).length
        return (
          count > 0 && (
            <li key={state} className={styles[state]}>
              <span className={styles.sign} aria-hidden="true">
                {STATE_SIGNS[state]}
              </span>
              {count} {t(`state.${state}`)}
            </li>
          )
        )
      })}
      {texts.some(({ overdue }) => overdue) && (
        <li className={styles.alarm}>
          <span aria-hidden="true">▲ </span>
          {texts.filter(({ overdue }) => overdue).length} {t('overdue')}
        </li>
      )}
    </ul>
  )
}

/** What stands against a text: its deadline has passed, it came late, a language is missing or too long. */
export function Warnings({ view }: { readonly view: WorkshopTextView }) {
  const t = useText(workshopProgress)
  const missing = missingLanguages(view.length)
  const said = [
    ...(view.overdue ? [{ words: t('overdue'), alarm: true }] : []),
    ...(view.last?.late ? [{ words: t('late'), alarm: false }] : []),
    ...missing.map(language => ({ words: t(`no-language.${language}`), alarm: false })),
    ...beyondBudget(view.length, view.budget).map(language => ({
      words: t(`beyond.${language}`),
      alarm: true,
    })),
    ...(view.length && missing.length === 0 ? [{ words: t('has-languages'), alarm: null }] : []),
  ]
  return said.map(({ words, alarm }) => (
    <span key={words} className={alarm === null ? styles.quiet : alarm ? styles.alarm : styles.warn}>
      {alarm !== null && <span aria-hidden="true">{alarm ? '▲ ' : '△ '}</span>}
      {words}
    </span>
  ))
}
