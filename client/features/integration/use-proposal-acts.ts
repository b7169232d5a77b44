/** What a side does with a proposal, and what is said when it went well. */
import { useState } from 'react'
import type { ProposalId } from '../../../shared/model/ids.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { ProposalDecided, ProposalView } from '../../../shared/protocol/integration-views.ts'
import type { ReadRoute } from '../../api.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useToast } from '../../ui/toast.tsx'

const TOUCHES: readonly ReadRoute[] = [
  'GET /api/texts/:id/proposals',
  'GET /api/texts/:id/provenance',
  'GET /api/texts/:id/integration',
  'GET /api/coverage',
  'GET /api/drafts/:id/preview',
]

export type ProposalActs = {
  readonly accept: () => void
  readonly reject: (reason: BilingualLabel) => void
  readonly takeBack: () => void
  readonly reword: (words: { readonly fr: string[]; readonly ja: string[] }) => void
  readonly withdraw: () => void
  readonly busy: boolean
  readonly error: Error | null
  /** Which form is open under the proposal. */
  readonly form: 'reject' | 'reword' | null
  readonly open: (form: 'reject' | 'reword' | null) => void
}

export function useProposalActs({ id, revision }: Pick<ProposalView, 'id' | 'revision'>): ProposalActs {
  const t = useText(integration)
  const say = useToast()
  const [form, open] = useState<ProposalActs['form']>(null)
  const decide = useAct('POST /api/proposals/:id/decision', TOUCHES)
  const withdrawal = useAct('POST /api/proposals/:id/decision/withdrawal', TOUCHES)
  const words = useAct('PUT /api/proposals/:id/words', TOUCHES)
  const removal = useAct('DELETE /api/proposals/:id', TOUCHES)
  const params: { readonly id: ProposalId } = { id }
  const done = (message: string) => () => {
    open(null)
    say(message)
  }
  const decided = (outcome: 'accepted' | 'rejected', reason: BilingualLabel | null) =>
    decide.mutate(
      { params, body: { outcome, reason: reason && { fr: reason.fr, ja: reason.ja }, revision } },
      { onSuccess: made => done(saidOf(made, outcome))() },
    )
  const saidOf = ({ carried }: ProposalDecided, outcome: 'accepted' | 'rejected') =>
    t(outcome === 'rejected' ? 'saidRejected' : carried ? 'saidCarried' : 'saidAccepted')
  const all = [decide, withdrawal, words, removal]
  return {
    accept: () => decided('accepted', null),
    reject: reason => decided('rejected', reason),
    takeBack: () =>
      withdrawal.mutate({ params }, { onSuccess: ({ left }) => done(t(left ? 'saidLeft' : 'saidUndone'))() }),
    reword: ({ fr, ja }) =>
      words.mutate({ params, body: { revision, fr, ja } }, { onSuccess: done(t('saidReworded')) }),
    withdraw: () => removal.mutate({ params }, { onSuccess: done(t('saidWithdrawn')) }),
    busy: all.some(({ isPending }) => isPending),
    error: all.map(({ error }) => error).find(error => error !== null) ?? null,
    form,
    open,
  }
}
