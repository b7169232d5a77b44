/** Both texts with their dates, then what changed in figures. */
import type { ComparisonView } from '../../../shared/protocol/views.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Instant } from '../../ui/instant.tsx'
import styles from './comparison-summary.module.css'
import { useComparedName } from './use-compared-name.ts'

export function ComparisonSummary({ view }: { readonly view: ComparisonView }) {
  const t = useText(compare)
  const nameOf = useComparedName()
  const language = useLanguage()
  const { counts } = view.comparison
  return (
    <div className={styles.summary}>
      <dl className={styles.texts}>
        {(['from', 'to'] as const).map(end => (
          <div key={end}>
            <dt>{t(end === 'from' ? 'old' : 'new')}</dt>
            <dd>
              <strong>{nameOf(view[end])}</strong>
              {view[end].at && (
                <>
                  {' '}
                  <Instant at={view[end].at} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {sentences(language, t('changes', { count: counts.changed }), t('ofUnits', { count: counts.rows }))}
        {counts.alarms > 0 ? (
          <strong className={styles.alarms}>
            <span aria-hidden="true">▲ </span>
            {t('alarms', { count: counts.alarms })}
          </strong>
        ) : (
          <span className={styles.noAlarms}>{t('noAlarms')}</span>
        )}
      </p>
    </div>
  )
}
