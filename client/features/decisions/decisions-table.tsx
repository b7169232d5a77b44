/** The table: paragraph, observation, reply, outcome, reason. The heads stand in both languages on paper. */
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { RoundView } from '../../../shared/protocol/round-views.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { sayIn, useText } from '../../i18n/use-text.ts'
import { BothLanguages } from './both-languages.tsx'
import styles from './decisions-table.module.css'
import { EntryRows } from './entry-rows.tsx'
import type { TableEntry } from './shown-entries.ts'

/** What every row of one table shares. */
export type TableSetting = {
  readonly languages: readonly Language[]
  /** Labels of the version that was answered, of the answer, and of the third text; null where there is none. */
  readonly names: { readonly base: string; readonly answer: string; readonly end: string | null }
  readonly facts: RoundView['facts']
  readonly answer: RoundView['answer']
  readonly end: RoundView['end']
  /** The mandates that comments call, in words. */
  readonly called: RoundView['called']
}

type DecisionsTableProps = { readonly entries: readonly TableEntry[]; readonly setting: TableSetting }

export function DecisionsTable({ entries, setting }: DecisionsTableProps) {
  const t = useText(decisions)
  const { languages, names } = setting
  return (
    <table className={styles.table} data-languages={languages.length}>
      <caption className="unseen">{t('heading', { answer: names.answer })}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.unitColumn}>
            <BothLanguages say={language => sayIn(decisions, language)('unitHead')} />
          </th>
          {languages.map(language => (
            <th key={language} scope="col">
              <BothLanguages say={each => sayIn(decisions, each)('observationHead')} />
              {' – '}
              <span lang={language}>{LANGUAGE_NAMES[language]}</span>
            </th>
          ))}
          <th scope="col" className={styles.replyColumn}>
            <BothLanguages say={language => sayIn(decisions, language)('replyHead')} />
          </th>
          <th scope="col" className={styles.outcomeColumn}>
            <BothLanguages say={language => sayIn(decisions, language)('outcomeHead')} />
          </th>
          <th scope="col" className={styles.reasonColumn}>
            <BothLanguages say={language => sayIn(decisions, language)('reasonHead')} />
          </th>
        </tr>
      </thead>
      {entries.map(entry => (
        <EntryRows key={entry.key} entry={entry} setting={setting} />
      ))}
    </table>
  )
}

/** The facts of the old and of the new text of a redline. */
export type FactsOfPair = { readonly old: FactValues; readonly now: FactValues }
