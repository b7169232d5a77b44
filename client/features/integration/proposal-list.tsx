/** The amendments from workshops of the current stage, those that wait first; then those of earlier stages. */
import type { ProposalsView, ProposalView } from '../../../shared/protocol/integration-views.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './integration.module.css'
import { ProposalCard } from './proposal-card.tsx'

export function ProposalList({ view }: { readonly view: ProposalsView }) {
  const t = useText(integration)
  const current = view.proposals.filter(proposal => proposal.current)
  const past = view.proposals.filter(proposal => !proposal.current)
  if (view.proposals.length === 0) return <p className={styles.empty}>{t('noProposals')}</p>
  const card = (proposal: ProposalView) => (
    <li key={proposal.id}>
      <ProposalCard proposal={proposal} decides={view.decides} facts={view.facts} />
    </li>
  )
  return (
    <>
      <ul className={styles.list}>{inReadingOrder(current).map(card)}</ul>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{t('past')}</summary>
          <ul className={styles.list}>{past.map(card)}</ul>
        </details>
      )}
    </>
  )
}

/** How many wait for the reader's side, and how many for any. */
export function waitingIn({ proposals, decides }: ProposalsView): {
  readonly mine: number
  readonly all: number
} {
  const open = proposals.filter(({ current, state }) => current && state === 'open')
  return { mine: decides ? open.filter(({ decisions }) => !decisions[decides]).length : 0, all: open.length }
}

function inReadingOrder(proposals: readonly ProposalView[]): ProposalView[] {
  const place = ({ numbers }: ProposalView) => numbers.unit ?? (numbers.after ?? 0) + 0.5
  return proposals.toSorted((a, b) => place(a) - place(b))
}
