/** What the routes about texts, and the digest by mail, share besides `Deps`: comparisons already made, turns at one draft. */
import type { Deps } from '../app.ts'
import {
  type ComparisonCache,
  createComparisonCache,
  type HashedText,
} from '../comparisons/comparison-cache.ts'
import { createFateCache, type FateCache } from '../comparisons/fate-cache.ts'
import { createRecent, type Recent } from '../comparisons/recent.ts'
import type { KeptHistory } from './draft-history.ts'
import type { KeptState } from './log-sittings.ts'
import { createOneAtATime, type OneAtATime } from './one-at-a-time.ts'

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

/** Made once: two would compare everything twice. */
export function createTextDeps(deps: Deps): TextDeps {
  const comparisons = createComparisonCache()
  return {
    ...deps,
    comparisons,
    fates: createFateCache(comparisons),
    pastTexts: createRecent(64),
    pastStates: createRecent(64),
    histories: createRecent(16),
    oneAtATime: createOneAtATime(),
  }
}
