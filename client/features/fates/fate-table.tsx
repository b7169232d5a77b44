/**
 * The amendments of an answer, each with its words in both languages, the decision and its reason, its fate, and what
 * stands in its place in the text that followed. A table that can be put on a table.
 */
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { AmendmentFateView } from '../../../shared/protocol/views.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import { FateRows } from './fate-rows.tsx'
import styles from './fate-table.module.css'

/** What every row of one table shares. */
export type FateSetting = {
  /** Labels of the version that was answered, of the answer, and of the text that followed. */
  readonly names: { readonly base: string; readonly answer: string; readonly version: string }
  readonly facts: {
    readonly base: FactValues
    readonly answer: FactValues
    readonly version: FactValues
  }
  /** Addresses of comparisons at a unit; null while the text has not left. */
  readonly compareAt: ((amendment: AmendmentFateView) => ComparedAt) | null
  /** Where an undecided amendment is decided; null once the text has left. */
  readonly decideAt: string | null
}
export type ComparedAt = { readonly from: string; readonly to: string; readonly address: string }

type FateTableProps = {
  readonly amendments: readonly AmendmentFateView[]
  readonly setting: FateSetting
}

export function FateTable({ amendments, setting }: FateTableProps) {
  const t = useText(fates)
  return (
    <table className={styles.table}>
      <caption className="unseen">{t('answerOf', { answer: setting.names.answer })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('unitHead')}</th>
          <th scope="col" lang="fr">
            {LANGUAGE_NAMES.fr}
          </th>
          <th scope="col" lang="ja">
            {LANGUAGE_NAMES.ja}
          </th>
          <th scope="col">{t('decisionHead')}</th>
          <th scope="col">{t('fateHead')}</th>
        </tr>
      </thead>
      {amendments.map(amendment => (
        <FateRows key={amendment.amendment} amendment={amendment} setting={setting} />
      ))}
    </table>
  )
}
