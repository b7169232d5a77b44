/** What the routes about texts need besides `Deps`. */
import type { Deps } from '../app.ts'
import type { ComparisonCache } from '../comparisons/comparison-cache.ts'
import type { OneAtATime } from './one-at-a-time.ts'

export type TextDeps = Deps & {
  readonly comparisons: ComparisonCache
  readonly oneAtATime: OneAtATime
}
