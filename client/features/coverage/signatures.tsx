/** Who has signed the coverage of a workshop for each side, whether that still holds, and signing it. */
import { useState } from 'react'
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import type { SummaryCoverage } from '../../../shared/protocol/integration-views.ts'
import { coverage } from '../../i18n/messages/coverage.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField } from '../../ui/field.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import words from '../integration/integration.module.css'
import styles from './coverage.module.css'

export function Signatures({ summary }: { readonly summary: SummaryCoverage }) {
  const t = useText(coverage)
  return (
    <section className={styles.signatures} aria-label={t('signatures')}>
      <h3>{t('signatures')}</h3>
      <ul className={words.sides}>
        {SIDES.map(side => (
          <SideSigned
            key={side}
            side={side}
            signature={summary.signatures.find(each => each.side === side)}
          />
        ))}
      </ul>
      {summary.maySign && <Signing summary={summary} />}
    </section>
  )
}

function SideSigned({
  side,
  signature,
}: {
  readonly side: Side
  readonly signature: SummaryCoverage['signatures'][number] | undefined
}) {
  const t = useText(coverage)
  const language = useLanguage()
  const by = signature?.by ? labelIn(signature.by, language).text : '—'
  return (
    <li data-signed={signature ? (signature.holds ? 'holds' : 'reopened') : 'none'}>
      <SideMark side={side} />
      <span className={signature && !signature.holds ? styles.warn : undefined}>
        <span aria-hidden="true">{signature ? (signature.holds ? '✓ ' : '△ ') : '○ '}</span>
        {signature ? t(signature.holds ? 'signedBy' : 'reopened', { by }) : t('unsigned')}
        {signature && (
          <span className={words.quiet}>
            {' '}
            <InstantLines at={signature.at} />
          </span>
        )}
      </span>
    </li>
  )
}

function Signing({ summary: { shared, text } }: { readonly summary: SummaryCoverage }) {
  const t = useText(coverage)
  const say = useToast()
  const [confirmed, setConfirmed] = useState<string | null>(null)
  const act = useAct('POST /api/texts/:id/coverage/signature', ['GET /api/coverage'])
  if (!shared) return null
  const { sha256, open, version } = shared
  if (open > 0) return <p className={words.quiet}>{t('signOpen', { count: open, label: version.label })}</p>
  return (
    <div className={styles.signing}>
      <p className={words.quiet}>{t('signHint', { label: version.label })}</p>
      {/* Bound to what is shown: another coverage is to be confirmed anew. */}
      <CheckField
        label={t('signConfirm')}
        checked={confirmed === sha256}
        onChange={on => setConfirmed(on ? sha256 : null)}
      />
      {act.error && <FailureNotice error={act.error} />}
      <Button
        kind="primary"
        disabled={confirmed !== sha256}
        busy={act.isPending}
        onClick={() =>
          act.mutate({ params: { id: text.id }, body: { sha256 } }, { onSuccess: () => say(t('signed')) })
        }
      >
        {t('sign')}
      </Button>
    </div>
  )
}
