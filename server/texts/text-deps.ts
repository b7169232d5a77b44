/** What the routes about texts need besides `Deps`. */
import type { Deps } from '../app.ts'
import type { ComparisonCache, HashedText } from '../comparisons/comparison-cache.ts'
import type { FateCache } from '../comparisons/fate-cache.ts'
import type { Recent } from '../comparisons/recent.ts'
import type { KeptHistory } from './draft-history.ts'
import type { KeptState } from './log-sittings.ts'
import type { OneAtATime } from './one-at-a-time.ts'

export type TextDeps = Deps & {
  readonly comparisons: ComparisonCache
  readonly fates: FateCache
  /** Words of drafts at past states, by `<draft> <instant>`. */
  readonly pastTexts: Recent<HashedText>
  /** The ends of sittings of drafts, in order, by draft: more come, none goes. */
  readonly pastStates: Recent<readonly KeptState[]>
  /** What the histories opened last consist of, by draft. */
  readonly histories: Recent<KeptHistory>
  readonly oneAtATime: OneAtATime
}
