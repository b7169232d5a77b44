/** What a person is, by the mandates that hold now. Everything else in policies/ is said in these words. */
import type { Side } from '../../shared/model/bilingual-text.ts'
import { SIDES } from '../../shared/model/bilingual-text.ts'
import type { Mandate, Role } from '../../shared/model/mandate.ts'

/** The roles that make one a member of a side's delegation. An organiser or observer of a side is not one. */
const MEMBER_ROLES: readonly Role[] = ['chair', 'drafter', 'lead', 'reviewer']

export function has(mandates: readonly Mandate[], roles: readonly Role[], side?: Side): boolean {
  return mandates.some(
    mandate => roles.includes(mandate.role) && (side === undefined || mandate.side === side),
  )
}

export function isOrganiser(mandates: readonly Mandate[]): boolean {
  return has(mandates, ['organiser'])
}

/** Chair, drafter, lead or reviewer of the side. */
export function isMemberOf(mandates: readonly Mandate[], side: Side): boolean {
  return has(mandates, MEMBER_ROLES, side)
}

export function isMember(mandates: readonly Mandate[]): boolean {
  return SIDES.some(side => isMemberOf(mandates, side))
}

export function otherSide(side: Side): Side {
  return side === 'fra' ? 'jap' : 'fra'
}
