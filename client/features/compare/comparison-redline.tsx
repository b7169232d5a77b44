/** 見え消し: each language once, old and new words in one line, the languages side by side. */
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { Fold, MovedAway } from './comparison-fold.tsx'
import styles from './comparison-redline.module.css'
import { ComparisonRowView } from './comparison-row.tsx'
import type { SheetProps } from './comparison-sheet.ts'

export function ComparisonRedline({ items, setting, onOpen, current, seen }: SheetProps) {
  const { languages } = setting
  return (
    <>
      <div className={styles.heads} data-languages={languages.length} aria-hidden="true">
        <span />
        {languages.map(language => (
          <span key={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </span>
        ))}
      </div>
      {items.map(item =>
        item.type === 'fold' ? (
          <Fold key={item.key} item={item} languages={languages} onOpen={onOpen} />
        ) : item.place === 'left' ? (
          <MovedAway key={item.key} row={item.row} />
        ) : (
          <ComparisonRowView
            key={item.key}
            row={item.row}
            change={item.change}
            current={item.change !== null && item.change === current}
            seen={seen.has(item.row.key)}
            setting={setting}
          />
        ),
      )}
    </>
  )
}
