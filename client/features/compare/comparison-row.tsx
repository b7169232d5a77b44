/** One unit of a comparison: what kind of change in words, the alarm, and its cells in both languages. */
import { memo } from 'react'
import type { BlockPair, ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { BlockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { BlockFrame } from '../../text-view/block-view.tsx'
import { useShapeWords } from '../../text-view/shape-words.ts'
import type { ComparisonLayout } from './comparison-address.ts'
import { type ComparisonFilters, shownKinds } from './comparison-items.ts'
import styles from './comparison-row.module.css'
import { MarkedWords, type ShownState } from './marked-words.tsx'

/** What every row of one comparison shares. */
export type RowSetting = {
  readonly layout: ComparisonLayout
  readonly filters: ComparisonFilters
  readonly facts: FactValues
  readonly oldFacts: FactValues
  readonly oldNumbers: BlockNumbers
  readonly newNumbers: BlockNumbers
}

type ComparisonRowProps = {
  readonly row: ComparisonRow
  /** Number of the change among those shown; null for an unchanged unit. */
  readonly change: number | null
  readonly current: boolean
  readonly setting: RowSetting
}

/** Drawn again only when it changes: a step through a thousand rows draws two. */
export const ComparisonRowView = memo(function ComparisonRowView({
  row,
  change,
  current,
  setting,
}: ComparisonRowProps) {
  const t = useText(compare)
  const kinds = change === null ? [] : shownKinds(row.kinds, setting.filters)
  const words = [
    ...kinds.map(kind => t(kind)),
    ...(row.alarm ? [t(row.alarm === 'fr-only' ? 'frOnly' : 'jaOnly')] : []),
  ]
  const position = unitWords(row, t)
  return (
    <article
      className={styles.row}
      data-layout={setting.layout}
      data-change={change ?? undefined}
      data-row={row.key}
      data-alarm={change === null ? undefined : (row.alarm ?? undefined)}
      aria-label={[position, ...words].join(' – ')}
      aria-current={current || undefined}
      tabIndex={-1}
    >
      <div className={styles.margin}>
        <UnitNumber row={row} changed={change !== null} />
        {kinds.length > 0 && (
          <ul className={styles.kinds}>
            {kinds.map(kind => (
              <li key={kind}>
                {kind === 'moved' && row.oldPosition !== null
                  ? t('movedFrom', { n: row.oldPosition + 1 })
                  : t(kind)}
              </li>
            ))}
          </ul>
        )}
        {change !== null && row.alarm && (
          <p className={styles.alarm}>
            <span aria-hidden="true">▲ </span>
            {t(row.alarm === 'fr-only' ? 'frOnly' : 'jaOnly')}
          </p>
        )}
      </div>
      {LANGUAGES.map(language =>
        setting.layout === 'redline' ? (
          <Cell
            key={language}
            row={row}
            language={language}
            state="both"
            changed={change !== null}
            setting={setting}
          />
        ) : (
          (['old', 'new'] as const).map(state => (
            <Cell
              key={`${language} ${state}`}
              row={row}
              language={language}
              state={state}
              changed={change !== null}
              setting={setting}
            />
          ))
        ),
      )}
    </article>
  )
})

/** The number now, the former one below it when the text before it grew or shrank; struck when the unit is gone. */
function UnitNumber({ row, changed }: { readonly row: ComparisonRow; readonly changed: boolean }) {
  const t = useText(compare)
  const [was, is] = [row.oldPosition, row.newPosition]
  return (
    <p className={styles.number} aria-hidden="true">
      {is === null ? <s>{was === null ? '' : was + 1}</s> : is + 1}
      {changed && is !== null && was !== null && was !== is && !row.kinds.includes('moved') && (
        <span className={styles.was}> {t('was', { n: was + 1 })}</span>
      )}
    </p>
  )
}

function unitWords(row: ComparisonRow, t: ReturnType<typeof useText<typeof compare.messages.fr>>): string {
  const [was, is] = [row.oldPosition, row.newPosition]
  if (is === null) return t('unitDeleted', { old: (was ?? 0) + 1 })
  return was === null || was === is ? t('unit', { n: is + 1 }) : t('unitWas', { n: is + 1, old: was + 1 })
}

type CellProps = {
  readonly row: ComparisonRow
  readonly language: Language
  readonly state: ShownState
  readonly changed: boolean
  readonly setting: RowSetting
}

function Cell({ row, language, state, changed, setting }: CellProps) {
  const t = useText(compare)
  const { pairs, kinds } = row[language]
  const shown = pairs.filter(pair => (state === 'old' ? pair.old : state === 'new' ? pair.new : true))
  const untouched = changed && pairs.length > 0 && shownKinds(kinds, setting.filters).length === 0
  return (
    <div className={styles.cell} data-language={language} data-state={state}>
      <p className={styles.cellName} aria-hidden={state === 'both' ? true : undefined}>
        {cellName(language, state, t)}
      </p>
      {shown.map(pair => (
        <Pair
          key={`${pair.oldIndex} ${pair.newIndex} ${pair.fromA} ${pair.fromB}`}
          pair={pair}
          language={language}
          state={state}
          setting={setting}
        />
      ))}
      {shown.length === 0 && <p className={styles.absent}>{t(absentWords(pairs, language, state))}</p>}
      {untouched && state !== 'old' && (
        <p className={styles.untouched}>
          <span aria-hidden="true">○ </span>
          {t('unchangedLanguage')}
        </p>
      )}
    </div>
  )
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
  const { hideFormatting, hideTypographic } = setting.filters
  const marks = hideFormatting ? [] : [...new Set(pair.formatting.flatMap(change => change.marks))]
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
      <BlockFrame block={block} language={language} number={first ? number : undefined}>
        <MarkedWords
          pair={pair}
          state={state}
          language={language}
          facts={setting.facts}
          oldFacts={setting.oldFacts}
          hideFormatting={hideFormatting}
          hideTypographic={hideTypographic}
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

const MARK_WORDS = {
  bold: 'markBold',
  italic: 'markItalic',
  underline: 'markUnderline',
  link: 'markLink',
  ruby: 'markRuby',
  bracket: 'markBracket',
} as const

function absentWords(pairs: readonly BlockPair[], language: Language, state: ShownState) {
  if (pairs.length === 0) return language === 'fr' ? 'missingFr' : 'missingJa'
  return state === 'old' ? 'noBlockOld' : 'noBlockNew'
}

function cellName(
  language: Language,
  state: ShownState,
  t: ReturnType<typeof useText<typeof compare.messages.fr>>,
): string {
  if (state === 'old') return t(language === 'fr' ? 'oldFrench' : 'oldJapanese')
  if (state === 'new') return t(language === 'fr' ? 'newFrench' : 'newJapanese')
  return LANGUAGE_NAMES[language]
}
