/** What the routes about texts need besides `Deps`. */
import type { Deps } from '../app.ts'
import type { ComparisonCache, HashedText } from '../comparisons/comparison-cache.ts'
import type { FateCache } from '../comparisons/fate-cache.ts'
import type { Recent } from '../comparisons/recent.ts'
import type { OneAtATime } from './one-at-a-time.ts'

export type TextDeps = Deps & {
  readonly comparisons: ComparisonCache
  readonly fates: FateCache
  /** Words of drafts at past instants, by `<draft> <instant>`. */
  readonly pastTexts: Recent<HashedText>
  readonly oneAtATime: OneAtATime
}
