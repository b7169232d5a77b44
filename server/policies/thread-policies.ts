/** [T1]–[T4] [M3] Who may read, begin and continue threads of comments. As in policies.ts, pure functions. */
import { type Audience, SIDES } from '../../shared/model/bilingual-text.ts'
import type { Mandate, Role } from '../../shared/model/mandate.ts'
import type { Mention, Thread } from '../../shared/model/thread.ts'
import type { Circle } from '../../shared/protocol/thread-views.ts'
import { mayHear } from './act-audience.ts'
import { isMemberOf } from './membership.ts'
import {
  type DraftFacts,
  mayComment,
  mayReadDraft,
  mayReadVersion,
  type TextFacts,
  type VersionFacts,
} from './policies.ts'

type Mandates = readonly Mandate[]

/** The draft or version at which something is said. */
export type PlaceFacts = { readonly draft: Pick<DraftFacts, 'audience'> } | { readonly version: VersionFacts }

export function mayReadPlace(mandates: Mandates, text: TextFacts, place: PlaceFacts): boolean {
  return 'draft' in place
    ? mayReadDraft(mandates, text, place.draft)
    : mayReadVersion(mandates, place.version)
}

/** Those of its audience who may read where it was begun: its words may be quoted in it. */
export function mayReadThread(
  mandates: Mandates,
  text: TextFacts,
  { audience }: Pick<Thread, 'audience'>,
  origin: PlaceFacts,
): boolean {
  return mayHear(mandates, audience) && mayReadPlace(mandates, text, origin)
}

/** [T4] Members of its audience who may read it; an organiser reads what is shared, and says nothing. */
export function mayCommentIn(
  mandates: Mandates,
  text: TextFacts,
  thread: Pick<Thread, 'audience'>,
  origin: PlaceFacts,
): boolean {
  return (
    mayReadThread(mandates, text, thread, origin) &&
    commentingMandate(mandates, text, thread.audience) !== undefined
  )
}

/**
 * [T2] In which audiences one may begin a thread at a place, the safest first. In a private draft only the side's
 * own: a shared thread would show the other side words that were not transmitted.
 */
export function beginningAudiences(mandates: Mandates, text: TextFacts, place: PlaceFacts): Audience[] {
  if (!mayComment(mandates) || !mayReadPlace(mandates, text, place)) return []
  const circle = 'draft' in place ? place.draft.audience : 'joint'
  const own = SIDES.filter(side => isMemberOf(mandates, side) && (circle === 'joint' || circle === side))
  return circle === 'joint' && own.length > 0 ? [...own, 'joint'] : own
}

export function circleOf({ audience }: Pick<Thread, 'audience'>, origin: PlaceFacts): Circle {
  return 'draft' in origin ? `${audience}/draft` : audience
}

/** The mandate that a comment in this audience is recorded with. */
export function commentingMandate(
  mandates: Mandates,
  text: TextFacts,
  audience: Audience,
): Mandate | undefined {
  const preferred: readonly Role[] =
    text.kind === 'declaration'
      ? ['drafter', 'chair', 'reviewer', 'lead']
      : ['lead', 'drafter', 'chair', 'reviewer']
  const held = mandates.filter(({ side }) => side !== null && (audience === 'joint' || side === audience))
  return preferred.flatMap(role => held.filter(mandate => mandate.role === role))[0]
}

/** The mention is for somebody who holds one of these mandates. */
export function callsAnyOf(mandates: Mandates, mention: Mention): boolean {
  switch (mention.kind) {
    case 'mandate':
      return mandates.some(({ id }) => id === mention.mandate)
    case 'role':
      return mandates.some(({ side, role }) => side === mention.side && role === mention.role)
    case 'side':
      return isMemberOf(mandates, mention.side)
  }
}

/** Whether those whom it names can be among the readers; `holder` is the one it names by mandate, if it is known. */
export function mayBeCalled(
  mention: Mention,
  text: TextFacts,
  thread: Pick<Thread, 'audience'>,
  origin: PlaceFacts,
  holder: Mandate | undefined,
): boolean {
  if (mention.kind === 'mandate') return holder !== undefined && mayReadThread([holder], text, thread, origin)
  return thread.audience === 'joint' || mention.side === thread.audience
}
