/** [S1] The stage in which a text is to be adopted, and the draft that is to be sealed there. */
import type { Draft, Stage } from '../../shared/model/edition.ts'
import type { TextSituation } from '../texts/text-situation.ts'

/** The current stage, if it adopts; else the first of the plan that adopts and is not done; null without one. */
export function adoptingStage({ stages }: Pick<TextSituation, 'stages'>): Stage | null {
  const adopting = stages.filter(({ adopts }) => adopts)
  return (
    adopting.find(({ state }) => state === 'current') ??
    adopting.find(({ state }) => state === 'pending') ??
    adopting.at(-1) ??
    null
  )
}

/** The open joint draft of that stage. */
export function adoptingDraft(
  { openDrafts, text }: Pick<TextSituation, 'openDrafts' | 'text'>,
  stage: Stage | null,
): Draft | null {
  if (stage === null || text.kind !== 'declaration') return null
  return openDrafts.find(draft => draft.stage === stage.id && draft.audience === 'joint') ?? null
}
