import type { RefusalId } from '../../shared/protocol/refusals.ts'
import { type Link, linkState } from '../store/links.ts'

/** Why a link can no longer be used; undefined while it can. A withdrawn one is said to be past its time. */
export function linkRefusal(link: Link | undefined, now: string): RefusalId | undefined {
  if (!link) return 'link-unknown'
  switch (linkState(link, now)) {
    case 'open':
      return undefined
    case 'used':
      return 'link-used'
    case 'expired':
    case 'withdrawn':
      return 'link-expired'
  }
}
