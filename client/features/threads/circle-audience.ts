import type { Audience } from '../../../shared/model/bilingual-text.ts'
import type { Circle } from '../../../shared/protocol/thread-views.ts'

/** Whose thread a circle reads: one side's, or both. */
export function audienceOf(circle: Circle): Audience {
  return circle.split('/')[0] as Audience
}
