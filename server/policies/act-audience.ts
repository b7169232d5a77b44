/** Who hears of an act: the same circles for the log of acts and for live events. */
import type { Mandate } from '../../shared/model/mandate.ts'
import { isMemberOf, isOrganiser } from './membership.ts'

/**
 * `all`: everyone with a mandate; `organisers`; `fra`, `jap`: the members of one side and nobody else, the
 * organisers neither; `joint`: the members of both sides and the organisers, without the observers.
 */
export const ACT_AUDIENCES = ['all', 'organisers', 'fra', 'jap', 'joint'] as const
export type ActAudience = (typeof ACT_AUDIENCES)[number]

/** `mandates` are those that hold now. */
export function mayHear(mandates: readonly Mandate[], audience: ActAudience): boolean {
  switch (audience) {
    case 'all':
      return mandates.length > 0
    case 'organisers':
      return isOrganiser(mandates)
    case 'fra':
    case 'jap':
      return isMemberOf(mandates, audience)
    case 'joint':
      return isMemberOf(mandates, 'fra') || isMemberOf(mandates, 'jap') || isOrganiser(mandates)
  }
}

/** The audiences one hears. */
export function heardBy(mandates: readonly Mandate[]): ActAudience[] {
  return ACT_AUDIENCES.filter(audience => mayHear(mandates, audience))
}
