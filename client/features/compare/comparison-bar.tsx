/** Above the rows: the walk through the changes, the view, the languages, the filters. Stays in sight while one reads. */
import { type ReactNode, useRef } from 'react'
import { Link } from 'react-router'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { COMPARISON_LAYOUTS, type ComparisonLayout, type ShownLanguages } from './comparison-address.ts'
import styles from './comparison-bar.module.css'
import { useBarHeight } from './use-bar-height.ts'

/** Pieces for the bars of the pages of comparison; each page puts together those that it has. */
export function Bar({ children }: { readonly children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  useBarHeight(bar)
  return (
    <div className={styles.bar} ref={bar}>
      {children}
    </div>
  )
}

type WalkKeysProps = {
  readonly count: number
  readonly current: number | null
  readonly step: (by: 1 | -1) => void
  /** Whether the letters walk too. */
  readonly letters: boolean
  readonly children?: ReactNode
}

export function WalkKeys({ count, current, step, letters, children }: WalkKeysProps) {
  const t = useText(compare)
  return (
    <div className={styles.walk}>
      <button
        type="button"
        aria-label={t('previous')}
        aria-keyshortcuts={letters ? 'p k' : undefined}
        disabled={!count}
        onClick={() => step(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={t('next')}
        aria-keyshortcuts={letters ? 'n j' : undefined}
        disabled={!count}
        onClick={() => step(1)}
      >
        ↓
      </button>
      <span role="status">
        {current === null ? t('positionNone', { count }) : t('position', { n: current, count })}
      </span>
      {children}
    </div>
  )
}

/** How many are seen; press to go to the next that is not. */
export function SeenCount({
  seen,
  count,
  letters,
  onNext,
}: {
  readonly seen: number
  readonly count: number
  readonly letters: boolean
  readonly onNext: () => void
}) {
  const t = useText(compare)
  const words = t('seenOf', { count: seen, of: count })
  if (count === 0) return null
  return (
    <button
      type="button"
      className={styles.seen}
      title={t('nextUnseen')}
      aria-keyshortcuts={letters ? 'u' : undefined}
      disabled={seen === count}
      onClick={onNext}
    >
      <span aria-hidden="true">{seen === count ? '✓ ' : ''}</span>
      {words}
      <span className="unseen"> – {t('nextUnseen')}</span>
    </button>
  )
}

type LayoutKeysProps = {
  /** Null on the page of successive versions. */
  readonly layout: ComparisonLayout | null
  readonly onLayout: (layout: ComparisonLayout) => void
  /** Address of the page of successive versions. */
  readonly successive: string
}

export function LayoutKeys({ layout, onLayout, successive }: LayoutKeysProps) {
  const t = useText(compare)
  return (
    <fieldset className={styles.group}>
      <legend className="unseen">{t('view')}</legend>
      {COMPARISON_LAYOUTS.map(each => (
        <button key={each} type="button" aria-pressed={layout === each} onClick={() => onLayout(each)}>
          {t(each)}
        </button>
      ))}
      <Link to={successive} aria-current={layout === null ? 'page' : undefined}>
        {t('successive')}
      </Link>
    </fieldset>
  )
}

export function LanguageKeys({
  languages,
  onLanguages,
}: {
  readonly languages: ShownLanguages
  readonly onLanguages: (languages: ShownLanguages) => void
}) {
  const t = useText(compare)
  return (
    <fieldset className={styles.group}>
      <legend className="unseen">{t('languages')}</legend>
      {(['both', 'fr', 'ja'] as const).map(each => (
        <button
          key={each}
          type="button"
          aria-pressed={languages === each}
          onClick={() => onLanguages(each)}
          {...(each === 'both' ? {} : { lang: each })}
        >
          {each === 'both' ? t('both') : LANGUAGE_NAMES[each]}
        </button>
      ))}
    </fieldset>
  )
}

export function UnfoldKey({
  unfolded,
  onUnfold,
}: {
  readonly unfolded: boolean
  readonly onUnfold: (all: boolean) => void
}) {
  const t = useText(compare)
  return (
    <Button kind="plain" onClick={() => onUnfold(!unfolded)} aria-pressed={unfolded}>
      {t(unfolded ? 'foldAll' : 'unfoldAll')}
    </Button>
  )
}
