/** One row of successive versions: per language a line, per state a cell, then the remarks. */
import { memo } from 'react'
import type { ComparisonRow } from '../../../../shared/compare/comparison.ts'
import type { Block } from '../../../../shared/model/bilingual-text.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { compare } from '../../../i18n/messages/compare.ts'
import { conventions } from '../../../i18n/messages/compare-conventions.ts'
import { sayIn, useText } from '../../../i18n/use-text.ts'
import { BlockFrame } from '../../../text-view/block-view.tsx'
import { InlineContent } from '../../../text-view/inline-content.tsx'
import { UnitAgreement } from '../../../text-view/unit-agreement.tsx'
import { CellBlocks, type CellSetting } from '../row-cell.tsx'
import { type ChainRow, placeOf } from './chain.ts'
import type { ChainItem } from './chain-items.ts'
import { ChainRemarkList } from './chain-remarks.tsx'
import styles from './columns-table.module.css'
import type { ColumnsSetting } from './columns-table.tsx'

type ColumnsRowProps = {
  readonly row: ChainRow
  /** Number among the changed rows; null for an unchanged one. */
  readonly change: number | null
  readonly current: boolean
  readonly setting: ColumnsSetting
}

/** Drawn again only when it changes. */
export const ColumnsRow = memo(function ColumnsRow({ row, change, current, setting }: ColumnsRowProps) {
  const t = useText(compare)
  const { languages, names, cells } = setting
  const place = placeOf(row)
  const unit = row.units.at(-1)?.[0]
  return (
    <tbody
      className={styles.row}
      data-row={row.key}
      data-unit={unit}
      data-change={change ?? undefined}
      aria-current={current || undefined}
      tabIndex={-1}
    >
      {languages.map((language, line) => (
        <tr key={language} data-language={language}>
          {line === 0 && (
            <th scope="rowgroup" rowSpan={languages.length} className={styles.number}>
              <span className="unseen">{t('unitWord')} </span>
              {place.gone ? <s>{place.position + 1}</s> : place.position + 1}
            </th>
          )}
          {names.map((name, state) => (
            <td key={name} className={styles.cell} data-language={language} data-state={state}>
              <p className={styles.name} aria-hidden="true">
                {name}
              </p>
              <StateCell row={row} state={state} language={language} cells={cells} />
            </td>
          ))}
          {line === 0 && (
            <td rowSpan={languages.length} className={styles.remarks}>
              {unit && <UnitAgreement unit={unit} number={place.position + 1} />}
              <ChainRemarkList row={row} names={names} more={setting.remarks(row)} />
            </td>
          )}
        </tr>
      ))}
    </tbody>
  )
})

type StateCellProps = {
  readonly row: ChainRow
  readonly state: number
  readonly language: Language
  readonly cells: readonly CellSetting[]
}

/** The first state as it stood; every other against the one before it. */
function StateCell({ row, state, language, cells }: StateCellProps) {
  const c = sayIn(conventions, language)
  if (state === 0)
    return row.units[0]!.length > 0 ? (
      <OriginalBlocks rows={row.steps[0]!} language={language} setting={cells[0]!} />
    ) : (
      <Marker language={language}>–</Marker>
    )
  const step = row.steps[state - 1]!
  if (row.units[state]!.length === 0)
    return <Marker language={language}>{step.length > 0 ? c('deleted') : '–'}</Marker>
  if (step.every(each => isSame(each, language))) return <Marker language={language}>{c('same')}</Marker>
  return step.map(each => (
    <CellBlocks key={each.key} row={each} language={language} state="both" setting={cells[state - 1]!} />
  ))
}

/** The blocks that the first step starts from, each whole and once, in their order. */
function OriginalBlocks({
  rows,
  language,
  setting,
}: {
  readonly rows: readonly ComparisonRow[]
  readonly language: Language
  readonly setting: CellSetting
}) {
  const blocks = new Map<number, Block>()
  for (const { old, oldIndex } of rows.flatMap(row => row[language].pairs))
    if (old && oldIndex !== null) blocks.set(oldIndex, old)
  if (blocks.size === 0) return <Marker language={language}>{sayIn(conventions, language)('missing')}</Marker>
  return [...blocks]
    .sort(([a], [b]) => a - b)
    .map(([, block]) => (
      <BlockFrame key={block.id} block={block} language={language} number={setting.oldNumbers.get(block.id)}>
        <InlineContent block={block} language={language} facts={setting.oldFacts} />
      </BlockFrame>
    ))
}

function Marker({ language, children }: { readonly language: Language; readonly children: string }) {
  return (
    <p className={styles.marker} lang={language}>
      {children}
    </p>
  )
}

/** The words and shape of this language are those of the state before. */
function isSame(row: ComparisonRow, language: Language): boolean {
  return (
    row.oldUnits.length > 0 && row.newUnit !== null && row[language].kinds.every(kind => kind === 'moved')
  )
}

type ColumnsFoldProps = {
  readonly item: Extract<ChainItem, { type: 'fold' }>
  readonly setting: ColumnsSetting
  readonly onOpen: (key: string, open: boolean) => void
}

/** Each line says by the convention of its language that something is left out. */
export function ColumnsFold({ item, setting, onOpen }: ColumnsFoldProps) {
  const t = useText(compare)
  const { key, open, rows } = item
  const places = rows.map(row => placeOf(row).position + 1)
  return (
    <tbody className={styles.fold} data-open={open || undefined}>
      <tr>
        <td className={styles.foldKey}>
          <span className={styles.range}>
            {places.length > 1 ? `${places[0]}–${places.at(-1)}` : places[0]}
          </span>
        </td>
        <td colSpan={setting.names.length + 1} className={styles.folded}>
          <button type="button" aria-expanded={open} onClick={() => onOpen(key, !open)}>
            <span aria-hidden="true">{open ? '▾ ' : '▸ '}</span>
            {t('folded', { count: rows.length })}
            <span className="unseen"> {t(open ? 'refold' : 'unfold')}</span>
          </button>
          {!open && (
            <span className={styles.printed} aria-hidden="true">
              {setting.languages.map(language => (
                <span key={language} lang={language}>
                  {sayIn(conventions, language)('omitted')}
                </span>
              ))}
            </span>
          )}
        </td>
      </tr>
    </tbody>
  )
}
