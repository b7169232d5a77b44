/** The changes asked for in a joint draft of the declaration. */
import { useQuery } from '@tanstack/react-query'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { Draft, Text } from '../../../shared/model/edition.ts'
import type { UnitChangesView, UnitChangeView } from '../../../shared/protocol/change-views.ts'
import { call } from '../../api.ts'
import { keyOf } from '../../queries.ts'

/** Null until they are known, and in every draft that is not joint. */
export function useUnitChanges({
  draft,
  text,
}: {
  readonly draft: Pick<Draft, 'id' | 'audience'>
  readonly text: Pick<Text, 'kind'>
}): UnitChangesView | null {
  const asked = { params: { id: draft.id } }
  const { data } = useQuery({
    queryKey: keyOf('GET /api/drafts/:id/changes', asked),
    queryFn: () => call('GET /api/drafts/:id/changes', asked),
    enabled: draft.audience === 'joint' && text.kind === 'declaration',
  })
  return data ?? null
}

/** Those that wait for an answer, and those that wait for one of the reader's side. */
export function openChanges({ changes, answersFor }: UnitChangesView): {
  readonly all: readonly UnitChangeView[]
  readonly mine: readonly UnitChangeView[]
} {
  const all = changes.filter(({ state }) => state === 'open')
  return { all, mine: answersFor ? all.filter(change => answerOf(change, answersFor) === null) : [] }
}

export function answerOf(change: UnitChangeView, side: Side): UnitChangeView['answers'][number] | null {
  return change.answers.find(answer => answer.side === side) ?? null
}

/** Both sides have consented and the words are not written: something was cut off in between. */
export function isDue(change: UnitChangeView): boolean {
  return (
    change.state === 'open' && change.answers.filter(answer => answer.outcome === 'consented').length === 2
  )
}
