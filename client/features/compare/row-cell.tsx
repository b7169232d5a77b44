/** One language of a compared unit: its blocks with what changed in them, or in words that there is none. */
import type { ReactNode } from 'react'
import type { BlockPair, ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { BlockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Language } from '../../../shared/model/language.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { conventions } from '../../i18n/messages/compare-conventions.ts'
import { sayIn, useText } from '../../i18n/use-text.ts'
import { BlockFrame } from '../../text-view/block-view.tsx'
import { useShapeWords } from '../../text-view/shape-words.ts'
import { type ComparisonFilters, shownKinds } from './comparison-filters.ts'
import { MarkedWords, type ShownState } from './marked-words.tsx'
import styles from './row-cell.module.css'

/** What every cell of one comparison shares. */
export type CellSetting = {
  /** With `substance`, typography and formatting are not marked. */
  readonly weight: ComparisonFilters['weight']
  /** Values of the facts in the new text, and in the old one. */
  readonly facts: FactValues
  readonly oldFacts: FactValues
  readonly oldNumbers: BlockNumbers
  readonly newNumbers: BlockNumbers
}

type CellProps = {
  readonly row: ComparisonRow
  readonly language: Language
  readonly state: ShownState
  readonly changed: boolean
  readonly setting: CellSetting
}

export function Cell({ row, language, state, changed, setting }: CellProps) {
  const t = useText(compare)
  return (
    <div className={styles.cell} data-language={language} data-state={state}>
      <p className={styles.cellName} aria-hidden={state === 'both' ? true : undefined}>
        {cellName(language, state, t)}
      </p>
      <CellBlocks row={row} language={language} state={state} setting={setting} />
      {changed && <Untouched row={row} language={language} state={state} setting={setting} />}
    </div>
  )
}

/** Of a unit that changed: that this language of it did not. Said once, where the new text stands. */
export function Untouched({ row, language, state, setting }: Omit<CellProps, 'changed'>) {
  const t = useText(compare)
  const { pairs, kinds } = row[language]
  if (state === 'old' || pairs.length === 0 || shownKinds(kinds, setting).length > 0) return null
  return (
    <p className={styles.untouched}>
      <span aria-hidden="true">○ </span>
      {t('unchangedLanguage')}
    </p>
  )
}

/** The blocks of the cell, or why there are none: by the conventions of the column's language in a table. */
export function CellBlocks({ row, language, state, setting }: Omit<CellProps, 'changed'>) {
  const t = useText(compare)
  const { pairs } = row[language]
  const shown = pairs.filter(pair => (state === 'old' ? pair.old : state === 'new' ? pair.new : true))
  if (shown.length === 0)
    return state === 'both' ? (
      <p className={styles.absent}>{t(language === 'fr' ? 'missingFr' : 'missingJa')}</p>
    ) : (
      <p className={styles.marker} lang={language}>
        {sayIn(
          conventions,
          language,
        )(pairs.length === 0 ? 'missing' : state === 'old' ? 'inserted' : 'deleted')}
      </p>
    )
  return shown.map(pair => (
    <Pair
      key={`${pair.oldIndex} ${pair.newIndex} ${pair.fromA} ${pair.fromB}`}
      pair={pair}
      language={language}
      state={state}
      setting={setting}
    />
  ))
}

function Pair({
  pair,
  language,
  state,
  setting,
}: Omit<CellProps, 'row' | 'changed'> & { readonly pair: BlockPair }) {
  const t = useText(compare)
  const shape = useShapeWords()
  const block = state === 'old' ? pair.old : (pair.new ?? pair.old)
  if (!block) return null
  const number = block === pair.new ? setting.newNumbers.get(block.id) : setting.oldNumbers.get(block.id)
  const quiet = setting.weight === 'substance'
  const marks = quiet ? [] : [...new Set(pair.formatting.flatMap(change => change.marks))]
  const captions = [
    pair.old && pair.new && pair.kinds.includes('kind')
      ? t('kindChanged', { from: shape(pair.old), to: shape(pair.new) })
      : '',
    marks.length ? t('formattingOf', { marks: marks.map(mark => t(MARK_WORDS[mark])).join(', ') }) : '',
  ].filter(Boolean)
  // Of a block that was cut in two only the first part carries the number.
  const first = block === pair.new ? pair.fromB === 0 : pair.fromA === 0
  return (
    <>
      <BlockFrame
        block={block}
        language={language}
        number={first && number ? withFormer(formerNumber(pair, state, setting), number) : undefined}
      >
        <MarkedWords
          pair={pair}
          state={state}
          language={language}
          facts={setting.facts}
          oldFacts={setting.oldFacts}
          quiet={quiet}
        />
      </BlockFrame>
      {state !== 'old' &&
        captions.map(caption => (
          <p key={caption} className={styles.caption}>
            {caption}
          </p>
        ))}
    </>
  )
}

/** The generated number that the block had, where it has another one now and both are printed in one place. */
function formerNumber(pair: BlockPair, state: ShownState, setting: CellSetting): string | undefined {
  if (state !== 'both' || !pair.old || !pair.new || pair.fromA > 0) return undefined
  if (![pair.old, pair.new].every(({ kind }) => kind === 'commitment' || kind === 'number')) return undefined
  const was = setting.oldNumbers.get(pair.old.id)
  return was === setting.newNumbers.get(pair.new.id) ? undefined : was
}

/** No `del` and `ins`: nobody changed it, the text before it grew or shrank. */
function withFormer(was: string | undefined, is: string): ReactNode {
  if (was === undefined) return is
  return (
    <>
      <s className={styles.former}>{was}</s> {is}
    </>
  )
}

const MARK_WORDS = {
  bold: 'markBold',
  italic: 'markItalic',
  underline: 'markUnderline',
  link: 'markLink',
  ruby: 'markRuby',
  bracket: 'markBracket',
} as const

function cellName(
  language: Language,
  state: ShownState,
  t: ReturnType<typeof useText<typeof compare.messages.fr>>,
): string {
  if (state === 'old') return t(language === 'fr' ? 'oldFrench' : 'oldJapanese')
  if (state === 'new') return t(language === 'fr' ? 'newFrench' : 'newJapanese')
  return LANGUAGE_NAMES[language]
}
