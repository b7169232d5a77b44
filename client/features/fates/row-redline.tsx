/** One compared unit by itself, without margin: what changed in one language or both. */
import type { BlockPair, ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { BlockFrame } from '../../text-view/block-view.tsx'
import { useShapeWords } from '../../text-view/shape-words.ts'
import { MarkedWords } from '../compare/marked-words.tsx'
import styles from './row-redline.module.css'

type RowRedlineProps = {
  readonly row: ComparisonRow
  /** Values of the facts in the new text. */
  readonly facts: FactValues
  /** In the old text; the same when left out. */
  readonly oldFacts?: FactValues | undefined
  /** Both by default, French first. */
  readonly languages?: readonly Language[]
}

export function RowRedline({ row, facts, oldFacts = facts, languages = LANGUAGES }: RowRedlineProps) {
  return languages.map(language => (
    <Cell key={language} row={row} language={language} facts={{ ...oldFacts, ...facts }} />
  ))
}

type CellProps = {
  readonly row: ComparisonRow
  readonly language: Language
  readonly facts: FactValues
}

function Cell({ row, language, facts }: CellProps) {
  const t = useText(compare)
  const { pairs, kinds } = row[language]
  return (
    <div className={styles.cell} data-language={language}>
      {pairs.length === 0 && (
        <p className={styles.absent}>{t(language === 'fr' ? 'missingFr' : 'missingJa')}</p>
      )}
      {pairs.map(pair => (
        <Pair
          key={`${pair.oldIndex} ${pair.newIndex} ${pair.fromA} ${pair.fromB}`}
          pair={pair}
          language={language}
          facts={facts}
        />
      ))}
      {pairs.length > 0 && kinds.length === 0 && row.kinds.length > 0 && (
        <p className={styles.untouched}>
          <span aria-hidden="true">○ </span>
          {t('unchangedLanguage')}
        </p>
      )}
    </div>
  )
}

function Pair({ pair, language, facts }: Omit<CellProps, 'row'> & { readonly pair: BlockPair }) {
  const t = useText(compare)
  const shape = useShapeWords()
  const block = pair.new ?? pair.old
  if (!block) return null
  return (
    <>
      <BlockFrame block={block} language={language}>
        <MarkedWords
          pair={pair}
          state="both"
          language={language}
          facts={facts}
          hideFormatting={false}
          hideTypographic={false}
        />
      </BlockFrame>
      {pair.old && pair.new && pair.kinds.includes('kind') && (
        <p className={styles.untouched}>{t('kindChanged', { from: shape(pair.old), to: shape(pair.new) })}</p>
      )}
    </>
  )
}
