/** In the margin of each unit: that it comes from a workshop, that its source changed, that something is proposed there. */
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { Text } from '../../../shared/model/edition.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type {
  ProposalsView,
  ProposalView,
  ProvenanceView,
} from '../../../shared/protocol/integration-views.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { useText } from '../../i18n/use-text.ts'
import { UnitOriginsProvider } from '../../text-view/unit-origins.tsx'
import styles from './integration.module.css'
import { OriginDialog } from './origin-dialog.tsx'
import { PROPOSAL_SIGNS } from './proposal-signs.ts'
import { useProvenances } from './use-integration.ts'

type OriginsProps = {
  /** The text, and the draft or version of it that is shown (`draft:<id>`, `version:<id>`). */
  readonly of: Pick<Text, 'id' | 'kind'>
  readonly place: string
  /** As it reads now. */
  readonly text: () => BilingualText
  readonly proposals?: ProposalsView | null | undefined
  readonly onProposal?: (id: string) => void
  readonly children: ReactNode
}

const NO_PROVENANCES: readonly ProvenanceView[] = []

/** Where nothing is known (an observer, a text that is no declaration) the margins say nothing. */
export function Origins({ of, place, text, proposals, onProposal, children }: OriginsProps) {
  const data = useProvenances(of, place)
  const [shown, setShown] = useState<{ readonly id: string; readonly unit: UnitId } | null>(null)
  const provenances = data?.provenances ?? NO_PROVENANCES
  const byUnit = useMemo(() => groupedByUnit(provenances), [provenances])
  const proposed = useMemo(() => proposedByUnit(proposals?.proposals ?? []), [proposals])
  const inMargin = useCallback(
    (unit: UnitId) => {
      const [own, waiting] = [byUnit.get(unit), proposed.get(unit)]
      if (!own && !waiting) return null
      return (
        <UnitOriginMarks
          provenances={own ?? NO_PROVENANCES}
          proposals={waiting ?? []}
          onOrigin={id => setShown({ id, unit })}
          onProposal={onProposal}
        />
      )
    },
    [byUnit, proposed, onProposal],
  )
  const open = shown && provenances.find(({ id }) => id === shown.id)
  return (
    <UnitOriginsProvider value={inMargin}>
      {children}
      {data && shown && open && (
        <OriginDialog
          provenance={open}
          unit={shown.unit}
          text={text()}
          facts={data.facts}
          updates={data.updates}
          onClose={() => setShown(null)}
        />
      )}
    </UnitOriginsProvider>
  )
}

function UnitOriginMarks({
  provenances,
  proposals,
  onOrigin,
  onProposal,
}: {
  readonly provenances: readonly ProvenanceView[]
  readonly proposals: readonly ProposalView[]
  readonly onOrigin: (id: string) => void
  readonly onProposal: ((id: string) => void) | undefined
}) {
  const t = useText(integration)
  return (
    <span className={styles.origins}>
      {provenances.map(({ id, workshop, now }) => {
        const changed = now !== null && now.dismissed === null
        return (
          <button
            key={id}
            type="button"
            className={styles.origin}
            data-warn={changed || undefined}
            onPointerDown={event => event.preventDefault()}
            onClick={() => onOrigin(id)}
          >
            <span aria-hidden="true">{changed ? '△ ' : '◆ '}</span>
            <span className="unseen">{t('origin', { number: workshop.number })}</span>
            <span aria-hidden="true">{t('originShort', { number: workshop.number })}</span>
            {changed && <span className={styles.changed}>{t('originChanged')}</span>}
          </button>
        )
      })}
      {onProposal &&
        proposals.map(({ id, state, workshop }) => (
          <button
            key={id}
            type="button"
            className={styles.origin}
            data-warn={state === 'open' || undefined}
            onPointerDown={event => event.preventDefault()}
            onClick={() => onProposal(id)}
          >
            <span aria-hidden="true">{PROPOSAL_SIGNS[state]} </span>
            {t('proposalHere')}{' '}
            <span className="unseen">{t('fromWorkshop', { number: workshop.number })}</span>
          </button>
        ))}
    </span>
  )
}

function groupedByUnit(provenances: readonly ProvenanceView[]): Map<UnitId, ProvenanceView[]> {
  const byUnit = new Map<UnitId, ProvenanceView[]>()
  for (const each of provenances)
    for (const unit of each.units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), each])
  return byUnit
}

/** At the unit that would change, or the one that would be followed; what stands in the text says where it comes from. */
function proposedByUnit(proposals: readonly ProposalView[]): Map<UnitId, ProposalView[]> {
  const byUnit = new Map<UnitId, ProposalView[]>()
  for (const each of proposals) {
    if (!each.current || each.state !== 'open') continue
    const unit = each.base || each.numbers.unit ? each.unit : each.after
    if (unit) byUnit.set(unit, [...(byUnit.get(unit) ?? []), each])
  }
  return byUnit
}
