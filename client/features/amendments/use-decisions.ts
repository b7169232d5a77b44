/** Deciding and undoing, as acts: what is under way, what failed. The words arrive in the text by themselves. */
import { useCallback, useState } from 'react'
import type { EditedChoice } from '../../../shared/compare/decide.ts'
import type { AmendmentKey, Outcome } from '../../../shared/model/amendment.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { DecisionsMade } from '../../../shared/protocol/views.ts'
import { useAct } from '../../queries.ts'

export type DecisionAsked = {
  readonly amendments: readonly AmendmentKey[]
  readonly outcome: Outcome
  readonly reason?: BilingualLabel | undefined
  readonly edited?: EditedChoice | undefined
}

export type Decisions = {
  /** Amendments whose decision is on its way. */
  readonly busy: ReadonlySet<AmendmentKey>
  /** The last act that was refused, until the next one. */
  readonly failure: { readonly amendments: readonly AmendmentKey[]; readonly error: Error } | null
  /** Undefined when it was refused. */
  decide(asked: DecisionAsked): Promise<DecisionsMade | undefined>
  withdraw(amendments: readonly AmendmentKey[]): Promise<DecisionsMade | undefined>
}

export function useDecisions(draft: DraftId): Decisions {
  const { mutateAsync: post } = useAct('POST /api/drafts/:id/decisions', ['GET /api/drafts/:id/amendments'])
  const { mutateAsync: takeBack } = useAct('POST /api/drafts/:id/decisions/withdrawal', [
    'GET /api/drafts/:id/amendments',
  ])
  const [busy, setBusy] = useState<ReadonlySet<AmendmentKey>>(new Set())
  const [failure, setFailure] = useState<Decisions['failure']>(null)

  const run = useCallback(async (amendments: readonly AmendmentKey[], act: () => Promise<DecisionsMade>) => {
    setFailure(null)
    setBusy(before => new Set([...before, ...amendments]))
    try {
      return await act()
    } catch (error) {
      setFailure({ amendments, error: error instanceof Error ? error : new Error(String(error)) })
      return undefined
    } finally {
      setBusy(before => new Set([...before].filter(key => !amendments.includes(key))))
    }
  }, [])
  const decide = useCallback(
    ({ amendments, outcome, reason, edited }: DecisionAsked) =>
      run(amendments, () =>
        post({
          params: { id: draft },
          body: {
            amendments: [...amendments],
            outcome,
            reason: reason ? { fr: reason.fr, ja: reason.ja } : null,
            edited: edited ?? null,
          },
        }),
      ),
    [draft, post, run],
  )
  const withdraw = useCallback(
    (amendments: readonly AmendmentKey[]) =>
      run(amendments, () => takeBack({ params: { id: draft }, body: { amendments: [...amendments] } })),
    [draft, run, takeBack],
  )
  return { busy, failure, decide, withdraw }
}
