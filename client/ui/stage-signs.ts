import type { Stage } from '../../shared/model/edition.ts'

/** The state of a stage as a shape, beside its words. */
export const STAGE_SIGNS: { readonly [S in Stage['state']]: string } = {
  done: '✓',
  current: '▶',
  pending: '·',
}
