/**
 * What a new edition is filled with: everything the store needs to create it, without ids or states.
 *
 * A template is data. The code that creates an edition gives ids, makes the first stage current and
 * refers to organisations and facts by `key`.
 */

import type { Side } from '../../shared/model/bilingual-text.ts'
import type {
  Edition,
  FactOwner,
  FactStatement,
  SourceStatus,
  Stage,
  Workshop,
} from '../../shared/model/edition.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { WorkshopSlot } from '../../shared/model/workshop.ts'
import type { GlossaryTerm } from './glossary.ts'

export type EditionTemplate = {
  readonly edition: Omit<Edition, 'id'>
  readonly organisations: readonly OrganisationTemplate[]
  readonly workshops: readonly WorkshopTemplate[]
  readonly facts: readonly FactTemplate[]
  /** The plan, in order of `position`. */
  readonly stages: readonly StageTemplate[]
  /** Other deadlines and meetings, in order of time. They open no stage. */
  readonly calendar: readonly CalendarEntry[]
  readonly glossary: readonly GlossaryTerm[]
}

export type OrganisationTemplate = {
  /** Handle by which mandates of a template name it; unique in the template. */
  readonly key: string
  readonly name: BilingualLabel
  readonly side: Side | null
}

/** Where and when it meets is said later. */
export type WorkshopTemplate = Omit<Workshop, 'id' | 'edition' | keyof WorkshopSlot>

/** `key` is unique in the template; texts of the template refer to facts by it. */
export type FactTemplate = Omit<FactStatement, 'owner'> & {
  readonly key: string
  /** An organisation by its key. */
  readonly owner: { readonly organisation: string } | Exclude<FactOwner, { organisation: unknown }> | null
}

export type StageTemplate = Omit<Stage, 'id' | 'edition' | 'state' | 'openedAt' | 'closedAt'>

export type CalendarEntry = {
  readonly kind: 'deadline' | 'meeting' | 'event'
  /**
   * As precise as the source is: a day `2026-07-31`, a month `2026-03`, or an interval of either with a
   * slash, `2026-04/2026-05` (ISO 8601). In the host's zone.
   */
  readonly when: string
  readonly name: BilingualLabel
  readonly status: SourceStatus
  /** The words of the source, kept as evidence; empty when there are none. */
  readonly evidence: string
}
