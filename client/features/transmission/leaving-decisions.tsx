/**
 * [R5] The decisions that leave with the version, with their reasons as the other side will read them, and what the
 * leaving text makes of each amendment. What is undecided, and where decision and text differ, comes first.
 */
import type { AmendmentFateView, TransmissionPreview } from '../../../shared/protocol/views.ts'
import { fates as fateWords } from '../../i18n/messages/fates.ts'
import { transmission } from '../../i18n/messages/transmission.ts'
import { useText } from '../../i18n/use-text.ts'
import { undecidedAddress } from '../amendments/undecided-address.ts'
import { FateSummary } from '../fates/fate-summary.tsx'
import { FateTable } from '../fates/fate-table.tsx'
import { Fingerprint } from '../texts/fingerprint.tsx'
import styles from './transmission.module.css'

type LeavingDecisionsProps = {
  readonly draft: string
  readonly preview: TransmissionPreview
  readonly decisions: NonNullable<TransmissionPreview['decisions']>
}

export function LeavingDecisions({ draft, preview, decisions }: LeavingDecisionsProps) {
  const t = useText(transmission)
  const f = useText(fateWords)
  const { answer, answerFacts, fates, sha256 } = decisions
  const label = f('decisionsOf', { label: preview.label })
  return (
    <>
      <p className={styles.hint}>{t('decisionsHint', { answer: answer.label })}</p>
      {fates ? (
        <>
          <FateSummary counts={fates.counts} differences={f('differingLeaving')} open />
          <OneLanguageReasons amendments={fates.amendments} />
          <FateTable
            amendments={[...fates.amendments].sort((a, b) => urgency(a) - urgency(b))}
            setting={{
              names: { base: preview.base?.label ?? '', answer: answer.label, version: preview.label },
              facts: { ...answerFacts, version: preview.facts },
              compareAt: null,
              decideAt: undecidedAddress(draft),
            }}
          />
        </>
      ) : (
        <p>{t('fatesTooLong', { count: decisions.decisions.length })}</p>
      )}
      <p className={styles.decisionsHash}>
        {t('decisionsFingerprint')} <Fingerprint sha256={sha256} label={label} whole />
      </p>
    </>
  )
}

/** Not stopped, but said: half of the readers could not read why. */
function OneLanguageReasons({ amendments }: { readonly amendments: readonly AmendmentFateView[] }) {
  const t = useText(transmission)
  const count = amendments.filter(
    ({ decision }) =>
      decision?.outcome === 'rejected' && !(decision.reason?.fr.trim() && decision.reason.ja.trim()),
  ).length
  if (count === 0) return null
  return (
    <p className={styles.oneLanguage}>
      <span aria-hidden="true">△ </span>
      {t('oneLanguageReasons', { count })}
    </p>
  )
}

function urgency({ decision, differs }: AmendmentFateView): number {
  return decision === null ? 0 : differs ? 1 : 2
}
