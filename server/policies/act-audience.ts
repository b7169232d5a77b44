/** Who hears of an act: the same circles for the log of acts and for live events. */
import { ACT_AUDIENCES, type ActAudience } from '../../shared/model/act-chain.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { isMemberOf, isOrganiser } from './membership.ts'

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
