/** Rights hang on a mandate (person × role × side × organisation × workshop), never on a person. */
import type { Side } from './bilingual-text.ts'
import type { EditionId, MandateId, OrganisationId, PersonId, WorkshopId } from './ids.ts'
import type { BilingualLabel, InterfaceLanguage } from './language.ts'

export const ROLES = ['organiser', 'chair', 'drafter', 'lead', 'reviewer', 'observer'] as const
export type Role = (typeof ROLES)[number]

/** An organiser or an observer may stand outside the sides; every other role belongs to one. */
export const ROLES_WITHOUT_SIDE: readonly Role[] = ['organiser', 'observer']

export type Person = {
  readonly id: PersonId
  /** How the person is shown; for demonstration people, their mandate in words. */
  readonly name: string
  /** Sign-in name: an e-mail address or any handle, compared case-insensitively. */
  readonly login: string
  readonly language: InterfaceLanguage
  /** IANA time zone of the person. */
  readonly zone: string
}

export type Mandate = {
  readonly id: MandateId
  readonly edition: EditionId
  readonly person: PersonId
  readonly role: Role
  readonly side: Side | null
  readonly organisation: OrganisationId | null
  readonly workshop: WorkshopId | null
  /** The mandate in words, in the languages of the texts: "COPIL JAP – rédaction". */
  readonly title: BilingualLabel
  readonly startsAt: string
  /** Null while it lasts. */
  readonly endsAt: string | null
}

/** The mandates that hold at `now` (ISO 8601 UTC). */
export function activeMandates(mandates: readonly Mandate[], now: string): Mandate[] {
  return mandates.filter(
    mandate => mandate.startsAt <= now && (mandate.endsAt === null || now < mandate.endsAt),
  )
}
