/** [A3] [A4] Who reads the agreement, and who consents to what. As in policies.ts, pure functions. */
import { SIDES, type Side } from '../../shared/model/bilingual-text.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { has, isMember, isOrganiser } from './membership.ts'
import type { TextFacts } from './policies.ts'
import type { PlaceFacts } from './thread-policies.ts'

/** Both delegations and the secretariat; an observer reads texts, not how far the sides are. */
export function mayReadAgreement(mandates: readonly Mandate[]): boolean {
  return isMember(mandates) || isOrganiser(mandates)
}

/**
 * The side for which a chair may consent at a place: on a version, which both sides read, or in a joint draft. In a
 * private draft there is nothing that the other side could have consented to. That the place is the one on the table
 * is a question of its own; see `isOnTable`.
 */
export function mayConsentAt(mandates: readonly Mandate[], text: TextFacts, place: PlaceFacts): Side | null {
  if (text.kind !== 'declaration' || text.adoptedAt !== null) return null
  if ('draft' in place && place.draft.audience !== 'joint') return null
  return SIDES.find(side => has(mandates, ['chair'], side)) ?? null
}
