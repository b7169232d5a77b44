/** [S2] [A5] Who asks for a change of a unit of a joint draft, and who consents. As in policies.ts, pure functions. */
import { SIDES, type Side } from '../../shared/model/bilingual-text.ts'
import type { Mandate, Role } from '../../shared/model/mandate.ts'
import { has } from './membership.ts'
import { type DraftFacts, mayReadDraft, mayWriteDraft, type TextFacts, type TurnFacts } from './policies.ts'

type Mandates = readonly Mandate[]
export type SpeakingFor = Mandate & { readonly side: Side }

/** Whoever reads the joint draft of the declaration. In a private draft there are no such changes. */
export function mayReadChanges(
  mandates: Mandates,
  text: TextFacts,
  draft: Pick<DraftFacts, 'audience'>,
): boolean {
  return text.kind === 'declaration' && draft.audience === 'joint' && mayReadDraft(mandates, text, draft)
}

/** The sides in whose name these mandates ask: their chairs and drafters, while the draft may be written. */
export function askingSides(
  mandates: Mandates,
  text: TextFacts,
  draft: DraftFacts,
  stage: TurnFacts | null,
): Side[] {
  if (!mayReadChanges(mandates, text, draft) || !mayWriteDraft(mandates, text, draft, stage)) return []
  return SIDES.filter(side => has(mandates, ['chair', 'drafter'], side))
}

/** The side for which a chair consents or declines; null for everybody else. */
export function answeringSide(
  mandates: Mandates,
  text: TextFacts,
  draft: DraftFacts,
  stage: TurnFacts | null,
): Side | null {
  return askingSides(mandates, text, draft, stage).find(side => has(mandates, ['chair'], side)) ?? null
}

/**
 * The mandate that an asking is recorded with: of the side in whose name it is, the chair's before a drafter's; of any
 * side for a change that nobody claims. Undefined where `sides` (see `askingSides`) has none.
 */
export function askingMandate(
  mandates: Mandates,
  sides: readonly Side[],
  askedBy: Side | null,
): SpeakingFor | undefined {
  return speaking(
    mandates,
    ['chair', 'drafter'],
    askedBy === null ? sides : sides.filter(is => is === askedBy),
  )
}

/** The chair's mandate that answers for the side. */
export function answeringMandate(mandates: Mandates, side: Side | null): SpeakingFor | undefined {
  return side === null ? undefined : speaking(mandates, ['chair'], [side])
}

/** Taking back what one's own side asked for. `asked` is the side of the mandate that did. */
export function mayWithdrawChange(sides: readonly Side[], asked: Side | null): boolean {
  return asked !== null && sides.includes(asked)
}

function speaking(
  mandates: Mandates,
  roles: readonly Role[],
  sides: readonly Side[],
): SpeakingFor | undefined {
  for (const role of roles)
    for (const mandate of mandates)
      if (mandate.role === role && mandate.side !== null && sides.includes(mandate.side))
        return { ...mandate, side: mandate.side }
  return undefined
}
