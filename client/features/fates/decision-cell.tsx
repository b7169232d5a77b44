/** What was decided of an amendment, and why, in the languages in which it was said. */
import { Link } from 'react-router'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { AmendmentFateView } from '../../../shared/protocol/views.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './fate-table.module.css'
import { DecisionMark } from './marks.tsx'

type DecisionCellProps = {
  readonly amendment: AmendmentFateView
  /** Where it is decided; null once the text has left. */
  readonly decideAt: string | null
}

export function DecisionCell({ amendment: { decision }, decideAt }: DecisionCellProps) {
  const t = useText(fates)
  return (
    <td rowSpan={2} className={styles.decision} data-label={t('decisionHead')}>
      <div>
        <p>
          <DecisionMark outcome={decision?.outcome ?? (decideAt === null ? 'none' : 'undecided')} />
          {!decision && decideAt !== null && (
            <>
              {' '}
              <Link to={decideAt}>{t('decide')}</Link>
            </>
          )}
        </p>
        {decision?.reason && <Reason reason={decision.reason} />}
      </div>
    </td>
  )
}

type Reason = NonNullable<NonNullable<AmendmentFateView['decision']>['reason']>

/** The reader of the other language is told that there is no more to read. */
export function Reason({ reason }: { readonly reason: Reason }) {
  const t = useText(fates)
  const given = LANGUAGES.filter(language => reason[language].trim() !== '')
  return (
    <>
      {given.map(language => (
        <p key={language} lang={language} className={styles.reason}>
          {reason[language]}
        </p>
      ))}
      {given.length === 1 && (
        <p className={styles.oneLanguage}>
          <span aria-hidden="true">△ </span>
          {t(given[0] === 'fr' ? 'reasonFrOnly' : 'reasonJaOnly')}
        </p>
      )}
    </>
  )
}
