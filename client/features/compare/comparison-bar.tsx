/** Above the rows: the walk through the changes, the layout, the filters. Stays in sight while one reads. */
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { ComparisonLayout } from './comparison-address.ts'
import styles from './comparison-bar.module.css'
import type { ComparisonFilters } from './comparison-items.ts'
import type { ChangeWalk } from './use-change-walk.ts'

type ComparisonBarProps = {
  readonly walk: ChangeWalk
  /** How many changes are shown. */
  readonly count: number
  readonly layout: ComparisonLayout
  readonly onLayout: (layout: ComparisonLayout) => void
  readonly filters: ComparisonFilters
  readonly onFilters: (filters: ComparisonFilters) => void
  readonly unfolded: boolean
  readonly onUnfold: (all: boolean) => void
}

export function ComparisonBar({
  walk,
  count,
  layout,
  onLayout,
  filters,
  onFilters,
  unfolded,
  onUnfold,
}: ComparisonBarProps) {
  const t = useText(compare)
  return (
    <div className={styles.bar}>
      <div className={styles.walk} title={t('keys')}>
        <button
          type="button"
          aria-label={t('previous')}
          aria-keyshortcuts={walk.singleKeys ? 'p k' : undefined}
          disabled={!count}
          onClick={() => walk.step(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label={t('next')}
          aria-keyshortcuts={walk.singleKeys ? 'n j' : undefined}
          disabled={!count}
          onClick={() => walk.step(1)}
        >
          ↓
        </button>
        <span role="status">
          {walk.current === null ? t('positionNone', { count }) : t('position', { n: walk.current, count })}
        </span>
        <label>
          <input
            type="checkbox"
            checked={walk.singleKeys}
            onChange={event => walk.setSingleKeys(event.target.checked)}
          />
          {t('singleKeys')}
        </label>
      </div>
      <fieldset className={styles.layouts}>
        <legend className="unseen">{t('view')}</legend>
        {(['redline', 'columns'] as const).map(each => (
          <button key={each} type="button" aria-pressed={layout === each} onClick={() => onLayout(each)}>
            {t(each)}
          </button>
        ))}
      </fieldset>
      <fieldset className={styles.filters}>
        <legend className="unseen">{t('filters')}</legend>
        {(['alarmsOnly', 'hideTypographic', 'hideFormatting'] as const).map(filter => (
          <label key={filter}>
            <input
              type="checkbox"
              checked={filters[filter]}
              onChange={event => onFilters({ ...filters, [filter]: event.target.checked })}
            />
            {t(filter)}
          </label>
        ))}
      </fieldset>
      <Button kind="plain" onClick={() => onUnfold(!unfolded)} aria-pressed={unfolded}>
        {t(unfolded ? 'foldAll' : 'unfoldAll')}
      </Button>
    </div>
  )
}
