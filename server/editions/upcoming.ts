import { cannes2026 } from './cannes-2026.ts'
import type { EditionTemplate } from './edition-template.ts'

/** The meeting being prepared: what a set-up offers as its template. */
export const UPCOMING: EditionTemplate = cannes2026
