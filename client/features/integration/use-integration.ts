/** What is asked about workshops' words, only where there is something to ask about: the declaration. */
import { useQuery } from '@tanstack/react-query'
import type { Draft, Text } from '../../../shared/model/edition.ts'
import type { ProposalsView, ProvenancesView } from '../../../shared/protocol/integration-views.ts'
import { call } from '../../api.ts'
import { keyOf } from '../../queries.ts'

/** The amendments from workshops of a joint draft; null in every other, and while there are none. */
export function useJointProposals({
  draft,
  text,
}: {
  readonly draft: Pick<Draft, 'audience'>
  readonly text: Pick<Text, 'id' | 'kind'>
}): ProposalsView | null {
  const asked = { params: { id: text.id } }
  const { data } = useQuery({
    queryKey: keyOf('GET /api/texts/:id/proposals', asked),
    queryFn: () => call('GET /api/texts/:id/proposals', asked),
    enabled: draft.audience === 'joint' && text.kind === 'declaration',
  })
  return data?.proposals.some(({ current }) => current) ? data : null
}

/** Undefined until it is known, and for a text that is no declaration. */
export function useProvenances(text: Pick<Text, 'id' | 'kind'>, place: string): ProvenancesView | undefined {
  const asked = { params: { id: text.id }, query: { place } }
  const { data } = useQuery({
    queryKey: keyOf('GET /api/texts/:id/provenance', asked),
    queryFn: () => call('GET /api/texts/:id/provenance', asked),
    enabled: text.kind === 'declaration',
  })
  return data
}
