/**
 * One compared unit by itself, without margin: its French and Japanese side by side, each with what changed.
 * For places that show a single unit, such as an amendment.
 */
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { BlockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { Cell } from './row-cell.tsx'
import styles from './row-redline.module.css'

type RowRedlineProps = {
  readonly row: ComparisonRow
  /** Values of the facts in the new text. */
  readonly facts: FactValues
  /** In the old text; the same when left out. */
  readonly oldFacts?: FactValues | undefined
  /** Both by default, French first. */
  readonly languages?: readonly Language[]
  /** Generated numbers of the old and the new text (block-numbers.ts); none are printed when left out. */
  readonly oldNumbers?: BlockNumbers
  readonly newNumbers?: BlockNumbers
}

const NO_NUMBERS: BlockNumbers = new Map()

export function RowRedline({
  row,
  facts,
  oldFacts = facts,
  languages = LANGUAGES,
  oldNumbers = NO_NUMBERS,
  newNumbers = NO_NUMBERS,
}: RowRedlineProps) {
  const setting = { weight: null, facts, oldFacts, oldNumbers, newNumbers }
  return (
    <div className={styles.row} data-languages={languages.length}>
      {languages.map(language => (
        <Cell
          key={language}
          row={row}
          language={language}
          state="both"
          changed={row.kinds.length > 0}
          setting={setting}
        />
      ))}
    </div>
  )
}
