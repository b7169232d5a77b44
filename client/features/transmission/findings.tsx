/** What the server found in the text: what refuses the transmission first, then what one should know. */
import { Link } from 'react-router'
import { unitOrder } from '../../../shared/model/bilingual-text.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import type { PreviewFinding, TransmissionPreview } from '../../../shared/protocol/views.ts'
import { transmission } from '../../i18n/messages/transmission.ts'
import { useText } from '../../i18n/use-text.ts'
import { undecidedAddress } from '../amendments/undecided-address.ts'
import styles from './transmission.module.css'

type FindingsProps = {
  readonly preview: Pick<TransmissionPreview, 'findings' | 'content'>
  readonly draft: DraftId
  /** Said instead of the usual words, by what was found. */
  readonly words?: { readonly [K in PreviewFinding['kind']]?: string }
}

export function Findings({ preview, draft, words = {} }: FindingsProps) {
  const t = useText(transmission)
  const findings = [...preview.findings].sort((a, b) => Number(b.blocks) - Number(a.blocks))
  if (findings.length === 0)
    return (
      <p>
        <span aria-hidden="true">✓ </span>
        {t('noFindings')}
      </p>
    )
  return (
    <ul className={styles.findings}>
      {findings.map(finding => (
        <li key={finding.kind} data-blocks={finding.blocks || undefined}>
          <span className={styles.weight}>
            <span aria-hidden="true">{finding.blocks ? '■ ' : '△ '}</span>
            {t(finding.blocks ? 'blocks' : 'shown')}
          </span>
          <span>
            {words[finding.kind] ?? <FindingWords finding={finding} />}
            <Units finding={finding} preview={preview} />
            {finding.kind === 'undecided-amendment' && (
              <Link className={styles.below} to={undecidedAddress(draft)}>
                {t('decideThem')}
              </Link>
            )}
            {finding.kind === 'undecided-proposal' && (
              <Link className={styles.below} to={undecidedAddress(draft)}>
                {t('decideProposals')}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function FindingWords({ finding: { kind, units } }: { readonly finding: PreviewFinding }) {
  const t = useText(transmission)
  if (kind === 'unchanged') return t(kind)
  if (kind === 'empty-text' && units.length === 0) return t('empty-text-whole')
  return t(kind, { count: units.length })
}

/** The units by their numbers in the text, as it shows them. */
function Units({
  finding,
  preview,
}: {
  readonly finding: PreviewFinding
  readonly preview: Pick<TransmissionPreview, 'content'>
}) {
  const t = useText(transmission)
  const order: readonly string[] = unitOrder(preview.content)
  const numbers = finding.units.map(unit => order.indexOf(unit) + 1).filter(number => number > 0)
  if (numbers.length === 0) return null
  return <span className={styles.below}>{t('showUnits', { units: numbers.join(', ') })}</span>
}
