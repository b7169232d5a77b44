/**
 * 各版対照, colonnes de versions successives: each state in a column of its own, with what changed against the one
 * before it; at the end the remarks. With both languages a row has two lines, French above Japanese.
 */
import { type ReactNode, type Ref, useMemo } from 'react'
import { newText, oldText } from '../../../../shared/compare/texts-of-comparison.ts'
import { blockNumbers } from '../../../../shared/model/block-numbers.ts'
import type { Language } from '../../../../shared/model/language.ts'
import type { ComparisonView } from '../../../../shared/protocol/views.ts'
import { compare } from '../../../i18n/messages/compare.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Instant } from '../../../ui/instant.tsx'
import { languagesOf, type ShownLanguages } from '../comparison-address.ts'
import type { CellSetting } from '../row-cell.tsx'
import { useComparedName } from '../use-compared-name.ts'
import type { ChainRow } from './chain.ts'
import type { ChainItem } from './chain-items.ts'
import { ColumnsFold, ColumnsRow } from './columns-row.tsx'
import styles from './columns-table.module.css'

/** What is said of a row beyond what the comparisons say of it, such as decisions and fates; each on a line. */
export type ChainRemarks = (row: ChainRow) => readonly ReactNode[]

type ColumnsTableProps = {
  /** One less than the states. */
  readonly steps: readonly ComparisonView[]
  readonly items: readonly ChainItem[]
  readonly languages: ShownLanguages
  readonly onOpen: (key: string, open: boolean) => void
  /** Number of the changed row one stands on, from 1. */
  readonly current: number | null
  readonly remarks?: ChainRemarks
  readonly ref?: Ref<HTMLDivElement>
}

/** What the rows share. */
export type ColumnsSetting = {
  readonly languages: readonly Language[]
  /** Names of the states, from the oldest. */
  readonly names: readonly string[]
  /** Of each step. */
  readonly cells: readonly CellSetting[]
  readonly remarks: ChainRemarks
}

export function ColumnsTable({
  steps,
  items,
  languages,
  onOpen,
  current,
  remarks = NO_REMARKS,
  ref,
}: ColumnsTableProps) {
  const t = useText(compare)
  const states = [steps[0]!.from, ...steps.map(step => step.to)]
  const nameOf = useComparedName()
  const setting = useMemo(
    (): ColumnsSetting => ({
      languages: languagesOf(languages),
      names: [steps[0]!.from, ...steps.map(step => step.to)].map(state => nameOf(state)),
      cells: steps.map(({ comparison, facts, oldFacts }) => ({
        weight: null,
        facts,
        oldFacts,
        oldNumbers: blockNumbers(oldText(comparison)),
        newNumbers: blockNumbers(newText(comparison)),
      })),
      remarks,
    }),
    [languages, nameOf, remarks, steps],
  )
  return (
    <div className={styles.scroll} data-states={states.length} ref={ref}>
      <table className={styles.table} data-states={states.length} data-languages={setting.languages.length}>
        <caption className="unseen">{t('successive')}</caption>
        <colgroup>
          <col className={styles.numberColumn} />
          {states.map(({ ref: state }) => (
            <col key={state} />
          ))}
          <col className={styles.remarksColumn} />
        </colgroup>
        <thead className={styles.heads}>
          <tr>
            <td className={styles.head} />
            {states.map((state, index) => (
              <th key={state.ref} scope="col" className={styles.head}>
                {setting.names[index]}
                <span className={styles.when}>{state.at && <Instant at={state.at} />}</span>
              </th>
            ))}
            <th scope="col" className={styles.head}>
              {t('remarks')}
            </th>
          </tr>
        </thead>
        {items.map(item =>
          item.type === 'fold' ? (
            <ColumnsFold key={item.key} item={item} setting={setting} onOpen={onOpen} />
          ) : (
            <ColumnsRow
              key={item.row.key}
              row={item.row}
              change={item.change}
              current={item.change !== null && item.change === current}
              setting={setting}
            />
          ),
        )}
      </table>
      {!items.some(item => item.type === 'row' && item.change !== null) && (
        <p className={styles.nothing}>{t('noChanges')}</p>
      )}
    </div>
  )
}

const NO_REMARKS: ChainRemarks = () => []
