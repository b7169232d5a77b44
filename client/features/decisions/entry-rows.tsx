/** One paragraph of the table: its amendment, then what was said about it, oldest first. */
import { LANGUAGES } from '../../../shared/model/language.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { sayIn } from '../../i18n/use-text.ts'
import { AmendmentCells } from './amendment-cells.tsx'
import { BothLanguages } from './both-languages.tsx'
import styles from './decisions-table.module.css'
import type { TableSetting } from './decisions-table.tsx'
import type { TableEntry } from './shown-entries.ts'
import { ThreadCells } from './thread-cells.tsx'

type EntryRowsProps = { readonly entry: TableEntry; readonly setting: TableSetting }

export function EntryRows({ entry, setting }: EntryRowsProps) {
  const { amendment, threads } = entry
  const head = (
    <th scope="rowgroup" rowSpan={threads.length + (amendment ? 1 : 0)} className={styles.unit}>
      <UnitWords entry={entry} setting={setting} />
    </th>
  )
  return (
    <tbody data-entry={entry.key}>
      {amendment && (
        <tr data-item="amendment">
          {head}
          <AmendmentCells amendment={amendment} setting={setting} />
        </tr>
      )}
      {threads.map((thread, index) => (
        <tr key={thread.id} data-item="thread" data-audience={thread.audience}>
          {!amendment && index === 0 && head}
          <ThreadCells thread={thread} setting={setting} />
        </tr>
      ))}
    </tbody>
  )
}

/** Number and first words in both languages, and what kind of change it is. */
function UnitWords({ entry: { place, words, amendment }, setting }: EntryRowsProps) {
  const { names } = setting
  if (!place)
    return (
      <p className={styles.number}>
        <BothLanguages say={language => sayIn(decisions, language)('detached')} />
      </p>
    )
  const n = place.numbers.join(', ')
  return (
    <>
      <p className={styles.number}>
        <BothLanguages say={language => sayIn(decisions, language)('number', { n })} />{' '}
        <span className={styles.in}>{names[place.in]}</span>
      </p>
      {LANGUAGES.map(language =>
        words[language] ? (
          <p key={language} lang={language} className={styles.firstWords}>
            {words[language]}
          </p>
        ) : null,
      )}
      {amendment && (
        <ul className={styles.kinds}>
          {amendment.kinds.map(kind => (
            <li key={kind}>
              <BothLanguages say={language => sayIn(compare, language)(kind)} />
            </li>
          ))}
          {amendment.alarm && (
            <li className={styles.alarm}>
              <span aria-hidden="true">▲ </span>
              <BothLanguages
                say={language =>
                  sayIn(compare, language)(amendment.alarm === 'fr-only' ? 'frOnly' : 'jaOnly')
                }
              />
            </li>
          )}
        </ul>
      )}
    </>
  )
}
