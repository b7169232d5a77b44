/** What a chair, or who asked, does with a change, and what is said when it went well. */
import { useState } from 'react'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { UnitChangeView } from '../../../shared/protocol/change-views.ts'
import type { ReadRoute } from '../../api.ts'
import { changes as words } from '../../i18n/messages/changes.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useToast } from '../../ui/toast.tsx'

export const CHANGE_TOUCHES: readonly ReadRoute[] = [
  'GET /api/drafts/:id/changes',
  'GET /api/texts/:id/agreement',
  'GET /api/drafts/:id/preview',
  'GET /api/awaiting',
]

export type ChangeActs = {
  readonly consent: () => void
  readonly decline: (reason: BilingualLabel) => void
  readonly withdraw: () => void
  readonly busy: boolean
  readonly error: Error | null
  /** The form for the reason is open. */
  readonly declining: boolean
  readonly setDeclining: (declining: boolean) => void
}

export function useChangeActs({ id, afterPair }: Pick<UnitChangeView, 'id' | 'afterPair'>): ChangeActs {
  const t = useText(words)
  const say = useToast()
  const [declining, setDeclining] = useState(false)
  const consents = useAct('POST /api/changes/:id/consents', CHANGE_TOUCHES)
  const refusal = useAct('POST /api/changes/:id/refusal', CHANGE_TOUCHES)
  const withdrawal = useAct('POST /api/changes/:id/withdrawal', CHANGE_TOUCHES)
  const params = { id }
  const all = [consents, refusal, withdrawal]
  return {
    consent: () =>
      consents.mutate(
        { params, body: { afterPair } },
        { onSuccess: ({ made }) => say(t(made ? 'saidMade' : 'saidConsented')) },
      ),
    decline: ({ fr, ja }) =>
      refusal.mutate(
        { params, body: { reason: { fr, ja } } },
        {
          onSuccess: () => {
            setDeclining(false)
            say(t('saidDeclined'))
          },
        },
      ),
    withdraw: () => withdrawal.mutate({ params }, { onSuccess: () => say(t('saidWithdrawn')) }),
    busy: all.some(({ isPending }) => isPending),
    error: all.map(({ error }) => error).find(error => error !== null) ?? null,
    declining,
    setDeclining,
  }
}
