import type { ReadRoute } from '../../api.ts'

/** What every change of workshops, participations and speaking times makes stale. */
export const WORKSHOP_TOUCHES: readonly ReadRoute[] = [
  'GET /api/workshops',
  'GET /api/edition',
  'GET /api/acts',
  'GET /api/desk',
]
