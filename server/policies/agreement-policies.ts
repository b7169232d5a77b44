/** [A3] [A4] Who consents to what. As in policies.ts, pure functions. */
import { SIDES, type Side } from '../../shared/model/bilingual-text.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { has } from './membership.ts'
import type { TextFacts } from './policies.ts'
import type { PlaceFacts } from './thread-policies.ts'

/**
 * The side for which a chair may consent at a place: on a version, which both sides read, or in a joint draft. In a
 * private draft there is nothing that the other side could have consented to; in an adopted text all is said.
 */
export function mayConsentAt(mandates: readonly Mandate[], text: TextFacts, place: PlaceFacts): Side | null {
  if (text.kind !== 'declaration' || text.adoptedAt !== null) return null
  if ('draft' in place && place.draft.audience !== 'joint') return null
  return SIDES.find(side => has(mandates, ['chair'], side)) ?? null
}
