/**
 * 溶け込み版, texte consolidé: the new text alone. What changed is marked in the margin by a bar and in words, and
 * where a unit was deleted the margin says so: nothing of the comparison is lost, nothing of it is in the text.
 */
import { memo, useMemo } from 'react'
import { newText } from '../../../shared/compare/texts-of-comparison.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { noteNumbers } from '../../../shared/model/note-numbers.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { BlockView } from '../../text-view/block-view.tsx'
import styles from './comparison-clean.module.css'
import { shownKinds } from './comparison-filters.ts'
import type { ComparisonItem } from './comparison-items.ts'
import type { ComparisonRowProps } from './comparison-row.tsx'
import type { SheetProps } from './comparison-sheet.ts'
import { RowMargin, rowWords, unitOfRow } from './row-margin.tsx'

export function ComparisonClean({ comparison, items, setting, current, seen }: SheetProps) {
  const notes = useMemo(() => noteNumbers(newText(comparison)), [comparison])
  return cleanRows(items).map(({ row, change }) => (
    <CleanRow
      key={row.key}
      row={row}
      change={change}
      current={change !== null && change === current}
      seen={seen.has(row.key)}
      setting={setting}
      notes={notes}
    />
  ))
}

type RowItem = Pick<Extract<ComparisonItem, { type: 'row' }>, 'row' | 'change'>

/** Every row once, where it stands now: a text for reading has no folds and no pointers. */
function cleanRows(items: readonly ComparisonItem[]): RowItem[] {
  return items.flatMap((item): RowItem[] => {
    if (item.type === 'fold') return item.open ? [] : item.rows.map(row => ({ row, change: null }))
    return item.place === 'here' ? [item] : []
  })
}

type CleanRowProps = ComparisonRowProps & { readonly notes: ReturnType<typeof noteNumbers> }

/** Drawn again only when it changes. */
const CleanRow = memo(function CleanRow({ row, change, current, seen, setting, notes }: CleanRowProps) {
  const t = useText(compare)
  const kinds = shownKinds(row.kinds, setting)
  const deleted = row.newUnit === null
  return (
    <article
      className={styles.row}
      data-languages={setting.languages.length}
      data-changed={kinds.length > 0 || undefined}
      data-deleted={deleted || undefined}
      data-change={change ?? undefined}
      data-row={row.key}
      data-unit={unitOfRow(row)}
      aria-label={rowWords(row, kinds, t)}
      aria-current={current || undefined}
      tabIndex={-1}
    >
      <div className={styles.margin}>
        <RowMargin row={row} kinds={kinds} seen={seen} tick={setting.tick} />
      </div>
      {!deleted &&
        setting.languages.map(language => (
          <div key={language} className={styles.cell} data-language={language}>
            {blocksOf(row, language).map(block => (
              <BlockView
                key={block.id}
                block={block}
                language={language}
                facts={setting.facts}
                number={setting.newNumbers.get(block.id)}
                firstNote={notes.get(block.id) ?? 1}
              />
            ))}
            {blocksOf(row, language).length === 0 && (
              <p className={styles.missing}>{t(language === 'fr' ? 'missingFr' : 'missingJa')}</p>
            )}
          </div>
        ))}
    </article>
  )
})

/** The new blocks of a row, each once and in order: a merged one stands in several pairs. */
function blocksOf(row: ComparisonRowProps['row'], language: keyof BilingualText): BilingualText['fr'] {
  const blocks = row[language].pairs.flatMap(pair => (pair.new ? [pair.new] : []))
  return blocks.filter((block, index) => blocks.findIndex(({ id }) => id === block.id) === index)
}
