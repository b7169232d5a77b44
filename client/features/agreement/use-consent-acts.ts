/** A chair's acts on one or several units, each said in passing when it is done. */
import type { ConsentKind } from '../../../shared/model/agreement.ts'
import type { VersionId } from '../../../shared/model/ids.ts'
import { type ReadRoute, Refusal } from '../../api.ts'
import { agreement } from '../../i18n/messages/agreement.ts'
import { useText } from '../../i18n/use-text.ts'
import { askAgain, queryClient, useAct } from '../../queries.ts'
import { useToast } from '../../ui/toast.tsx'
import type { CardActs } from './agreement-card.tsx'
import type { UnitStanding } from './unit-standing.ts'

export const AGREEMENT_TOUCHES: readonly ReadRoute[] = [
  'GET /api/texts/:id/agreement',
  'GET /api/awaiting',
  'GET /api/texts/:id/standing',
]

export function useConsentActs({ text, place }: Pick<CardActs, 'text' | 'place'>) {
  const t = useText(agreement)
  const say = useToast()
  const consent = useAct('POST /api/texts/:id/consents', AGREEMENT_TOUCHES)
  const withdrawal = useAct('POST /api/texts/:id/consents/withdrawal', AGREEMENT_TOUCHES)
  const params = { id: text }
  // What the page knows was overtaken: it is asked for again, so that one reads what stands.
  const onError = (error: Error) => {
    if (error instanceof Refusal) void askAgain(queryClient, AGREEMENT_TOUCHES)
  }
  return {
    busy: consent.isPending || withdrawal.isPending,
    error: consent.error ?? withdrawal.error,
    /** To the words as they were read; `since`: declared unchanged since that version. Resolves when it is done. */
    agree: (
      units: readonly Pick<UnitStanding, 'unit' | 'pair'>[],
      kind: ConsentKind,
      since: VersionId | null = null,
      onDone?: () => void,
    ) =>
      consent.mutate(
        {
          params,
          body: {
            place,
            units: units.map(({ unit, pair }) => ({ unit, pair })),
            kind,
            claim: since && { kind: 'unchanged', since },
          },
        },
        {
          onError,
          onSuccess: () => {
            say(kind === 'agreed' ? t('saidAgreed', { count: units.length }) : t('saidAdReferendum'))
            onDone?.()
          },
        },
      ),
    withdraw: ({ unit }: Pick<UnitStanding, 'unit'>, onDone: () => void) =>
      withdrawal.mutate(
        { params, body: { place, units: [unit] } },
        {
          onError,
          onSuccess: () => {
            say(t('saidWithdrawn'))
            onDone()
          },
        },
      ),
  }
}
