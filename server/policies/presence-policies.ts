/** [M3] Who may see that somebody is here, and where. */
import { SIDES, type Side } from '../../shared/model/bilingual-text.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { isMember, isMemberOf, isOrganiser } from './membership.ts'
import { actingMandate, mayReadDraft, type TextFacts } from './policies.ts'

type Mandates = readonly Mandate[]

/** Those who see one another: the members of a side, and the organisers who stand outside the sides. */
export const CIRCLES = [...SIDES, 'organisers'] as const
export type Circle = (typeof CIRCLES)[number]

/** The circles one belongs to; none for an observer, and for an organiser whose mandate names a side. */
export function circlesOf(mandates: Mandates): readonly Circle[] {
  const outside = isOrganiser(mandates) && mandates.every(mandate => mandate.side === null)
  const sides = SIDES.filter(side => isMemberOf(mandates, side))
  return outside ? [...sides, 'organisers'] : sides
}

/** That they are here. Where they are is shown only as far as one may read the place oneself. */
export function maySeeHere(mandates: Mandates, theirs: Mandates): boolean {
  const circles = circlesOf(mandates)
  return circlesOf(theirs).some(circle => circles.includes(circle))
}

/**
 * Of the other side those alone who are in the same joint draft as oneself, where their carets show anyway.
 * `mandates` are of one who is in the draft.
 */
export function maySeeInDraft(
  mandates: Mandates,
  theirs: Mandates,
  text: TextFacts,
  draft: Pick<Draft, 'audience'>,
): boolean {
  return (
    draft.audience === 'joint' &&
    isMember(theirs) &&
    mayReadDraft(mandates, text, draft) &&
    mayReadDraft(theirs, text, draft)
  )
}

/** The mandate by which somebody is shown to one of their own circle. */
export function mandateInCircle(mandates: Mandates, theirs: Mandates): Mandate | undefined {
  const circles = circlesOf(mandates).filter(circle => circlesOf(theirs).includes(circle))
  return circles
    .flatMap(circle =>
      theirs.filter(mandate =>
        circle === 'organisers' ? mandate.role === 'organiser' : isMemberOf([mandate], circle as Side),
      ),
    )
    .at(0)
}

/** The mandate by which somebody is shown to the other side, in a joint draft. */
export function mandateInDraft(
  theirs: Mandates,
  text: TextFacts,
  draft: Pick<Draft, 'audience'>,
): Mandate | undefined {
  return actingMandate(theirs, text, draft)
}
