/** How many amendments fared how, what was decided, and whether the two agree. */
import { FATES } from '../../../shared/model/amendment.ts'
import type { FateCounts } from '../../../shared/protocol/views.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './fate-summary.module.css'
import { FATE_SIGNS } from './marks.tsx'
import { OutcomeCountList } from './outcome-count-list.tsx'

type FateSummaryProps = {
  readonly counts: FateCounts
  /** What a difference means here. */
  readonly differences: string
  /** The text has not left: what is undecided can still be decided. */
  readonly open?: boolean
  readonly onShowDiffering?: () => void
}

export function FateSummary({ counts, differences, open = false, onShowDiffering }: FateSummaryProps) {
  const t = useText(fates)
  const { amendments, differing, undecided } = counts
  return (
    <div className={styles.summary}>
      <dl className={styles.counts}>
        <div>
          <dt>{t('amendments', { count: amendments })}</dt>
          <dd>
            <ul>
              {FATES.map(fate => (
                <li key={fate}>
                  <span aria-hidden="true">{FATE_SIGNS[fate]} </span>
                  {t(`fates.${fate}`, { count: counts.fates[fate] })}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t('decisionsLine')}</dt>
          <dd>
            <OutcomeCountList counts={counts.decisions} without={undecided} open={open} />
          </dd>
        </div>
      </dl>
      {differing > 0 ? (
        <Notice
          kind="alarm"
          title={t('differing', { count: differing })}
          actions={onShowDiffering && <Button onClick={onShowDiffering}>{t('showDiffering')}</Button>}
        >
          {differences}
        </Notice>
      ) : (
        amendments > 0 &&
        undecided === 0 && (
          <p className={styles.agree}>
            <span aria-hidden="true">✓ </span>
            {t('agree')}
          </p>
        )
      )}
    </div>
  )
}
