/** Recorded decisions that belong to no amendment as the texts are compared today: shown all the same. */
import type { TransmittedDecision } from '../../../shared/model/amendment.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import { Reason } from './decision-cell.tsx'
import { DecisionMark } from './marks.tsx'

export function UnplacedDecisions({ decisions }: { readonly decisions: readonly TransmittedDecision[] }) {
  const t = useText(fates)
  return (
    <>
      <p>{t('unplacedWords')}</p>
      <ul>
        {decisions.map(({ amendment, outcome, reason, units }) => (
          <li key={amendment}>
            <p>
              <DecisionMark outcome={outcome} /> {t('unplacedUnits', { units: units.join(', ') })}
            </p>
            {reason && <Reason reason={reason} />}
          </li>
        ))}
      </ul>
    </>
  )
}
