/** [A5] [M3] Who asks for brackets, and who learns what was said of them. As in policies.ts, pure functions. */
import { SIDES, type Side } from '../../shared/model/bilingual-text.ts'
import type { Draft, Stage } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { isMember, isOrganiser } from './membership.ts'
import {
  actingMandate,
  mayReadDraft,
  mayReadVersion,
  mayWriteDraft,
  type TextFacts,
  type VersionFacts,
} from './policies.ts'

type Mandates = readonly Mandate[]

/**
 * In a private draft one's own side only; in a joint one either, since both see it at once, one's own first. None where
 * one only reads.
 */
export function sidesToAskFor(
  mandates: Mandates,
  text: TextFacts,
  draft: Pick<Draft, 'audience' | 'closedAt'>,
  stage: Stage | null,
): readonly Side[] {
  if (!mayWriteDraft(mandates, text, draft, stage)) return []
  if (draft.audience !== 'joint') return [draft.audience]
  return actingMandate(mandates, text, draft)?.side === 'jap' ? SIDES.toReversed() : SIDES
}

/** What a draft says of brackets is known to those who read the draft, with who said it. */
export function mayReadRecordInDraft(
  mandates: Mandates,
  text: TextFacts,
  draft: Pick<Draft, 'audience'>,
): boolean {
  return mayReadDraft(mandates, text, draft)
}

/** To all others it is known once a version left with the bracket; observers read the text, not what is said of it. */
export function mayReadRecordOfVersion(mandates: Mandates, version: VersionFacts): boolean {
  return (isMember(mandates) || isOrganiser(mandates)) && mayReadVersion(mandates, version)
}
