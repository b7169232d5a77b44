/** One language of an amendment: the words of the base with what the answer changed. */
import type { BlockPair, ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { BlockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Language } from '../../../shared/model/language.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { BlockFrame } from '../../text-view/block-view.tsx'
import { useShapeWords } from '../../text-view/shape-words.ts'
import { MarkedWords } from '../compare/marked-words.tsx'
import styles from './amendment-redline.module.css'

type AmendmentRedlineProps = {
  readonly rows: readonly ComparisonRow[]
  readonly language: Language
  readonly setting: RedlineSetting
  /** Without a word on a language that did not change. */
  readonly plain?: boolean
}

/** What all redlines of one comparison share. */
export type RedlineSetting = {
  /** Values of the facts in the answer, and in the base. */
  readonly facts: FactValues
  readonly oldFacts: FactValues
  readonly oldNumbers: BlockNumbers
  readonly newNumbers: BlockNumbers
}

export function AmendmentRedline({ rows, language, setting, plain = false }: AmendmentRedlineProps) {
  const t = useText(compare)
  const pairs = rows.flatMap(row => row[language].pairs)
  const untouched = rows.every(row => row[language].kinds.length === 0)
  return (
    <section className={styles.language} aria-label={LANGUAGE_NAMES[language]}>
      <p className={styles.name} aria-hidden="true" lang={language}>
        {LANGUAGE_NAMES[language]}
      </p>
      {pairs.length === 0 && (
        <p className={styles.absent}>{t(language === 'fr' ? 'missingFr' : 'missingJa')}</p>
      )}
      {pairs.map(pair => (
        <Pair
          key={`${pair.oldIndex} ${pair.newIndex} ${pair.fromA} ${pair.fromB}`}
          pair={pair}
          language={language}
          setting={setting}
        />
      ))}
      {untouched && pairs.length > 0 && !plain && (
        <p className={styles.note}>
          <span aria-hidden="true">○ </span>
          {t('unchangedLanguage')}
        </p>
      )}
    </section>
  )
}

function Pair({
  pair,
  language,
  setting,
}: Omit<AmendmentRedlineProps, 'rows' | 'plain'> & { readonly pair: BlockPair }) {
  const t = useText(compare)
  const shape = useShapeWords()
  const block = pair.new ?? pair.old
  if (!block) return null
  const { facts, oldFacts, oldNumbers, newNumbers } = setting
  const number = pair.new ? newNumbers.get(block.id) : oldNumbers.get(block.id)
  // Of a block that was cut in two only the first part carries the number.
  const first = pair.new ? pair.fromB === 0 : pair.fromA === 0
  return (
    <>
      <BlockFrame block={block} language={language} number={first ? number : undefined}>
        <MarkedWords
          pair={pair}
          state="both"
          language={language}
          facts={facts}
          oldFacts={oldFacts}
          quiet={false}
        />
      </BlockFrame>
      {pair.old && pair.new && pair.kinds.includes('kind') && (
        <p className={styles.note}>{t('kindChanged', { from: shape(pair.old), to: shape(pair.new) })}</p>
      )}
    </>
  )
}
