import { useState } from 'react'
import type { Stage } from '../../../shared/model/edition.ts'
import { useAct } from '../../queries.ts'
import { PLAN_TOUCHES } from './stage-acts.tsx'

/** Moves a stage one place; the table shows it at once and takes it back when it is refused. */
export function useReorder(stages: readonly Stage[]) {
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const reorder = useAct('PUT /api/stages', PLAN_TOUCHES)
  const shown = wanted ? byOrder(stages, wanted) : stages
  const move = (id: string, by: -1 | 1): number | null => {
    const order = shown.map(stage => stage.id as string)
    const [from, to] = [order.indexOf(id), order.indexOf(id) + by]
    if (to < 0 || to >= order.length) return null
    order.splice(to, 0, ...order.splice(from, 1))
    setWanted(order)
    reorder.mutate(
      { body: { order } },
      // The table has been asked for again by then; after a refusal the old order returns.
      { onSettled: () => setWanted(null) },
    )
    return to + 1
  }
  return { shown, move, error: reorder.error }
}

function byOrder(stages: readonly Stage[], order: readonly string[]): Stage[] {
  // A stage that someone added meanwhile stands at the end until the server has answered.
  const place = (stage: Stage) => (order.indexOf(stage.id) + order.length + 1) % (order.length + 1)
  return [...stages].sort((a, b) => place(a) - place(b))
}
