import type { Edition, SourceStatus, Workshop } from '../../../shared/model/edition.ts'
import type { WorkshopBody } from '../../../shared/protocol/bodies.ts'
import { instantAt, isoDay, isoTime } from '../../../shared/words/dates.ts'

/** A workshop as a form holds it: its slot as a day and two times on the host's clocks. */
export type WorkshopForm = {
  readonly fr: string
  readonly ja: string
  readonly en: string
  /** One a line. */
  readonly aliases: string
  readonly status: SourceStatus
  readonly roomFr: string
  readonly roomJa: string
  /** YYYY-MM-DD, HH:MM. */
  readonly day: string
  readonly begins: string
  readonly ends: string
}

/** The form of a workshop, or of a new one. */
export function formOf(workshop: Workshop | null, { zone }: Pick<Edition, 'zone'>): WorkshopForm {
  const { startsAt = null, endsAt = null } = workshop ?? {}
  return {
    fr: workshop?.title.fr ?? '',
    ja: workshop?.title.ja ?? '',
    en: workshop?.title.en ?? '',
    aliases: workshop?.aliases.join('\n') ?? '',
    status: workshop?.status ?? 'to-confirm',
    roomFr: workshop?.room?.fr ?? '',
    roomJa: workshop?.room?.ja ?? '',
    day: startsAt ? isoDay(startsAt, zone) : '',
    begins: startsAt ? isoTime(startsAt, zone) : '',
    ends: endsAt ? isoTime(endsAt, zone) : '',
  }
}

export type FormSlot =
  | { readonly kind: 'none' | 'partly' | 'reversed' }
  | { readonly kind: 'set'; readonly startsAt: string; readonly endsAt: string }

/** What the day and the times say together. */
export function slotOf({ day, begins, ends }: WorkshopForm, { zone }: Pick<Edition, 'zone'>): FormSlot {
  if (!day && !begins && !ends) return { kind: 'none' }
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || ![begins, ends].every(time => /^\d\d:\d\d$/.test(time)))
    return { kind: 'partly' }
  const [startsAt, endsAt] = [instantAt(day, begins, zone), instantAt(day, ends, zone)]
  return startsAt < endsAt ? { kind: 'set', startsAt, endsAt } : { kind: 'reversed' }
}

export function bodyOf(form: WorkshopForm, edition: Pick<Edition, 'zone'>): WorkshopBody {
  const slot = slotOf(form, edition)
  return {
    title: { fr: form.fr, ja: form.ja, ...(form.en ? { en: form.en } : {}) },
    aliases: form.aliases
      .split('\n')
      .map(alias => alias.trim())
      .filter(alias => alias !== ''),
    status: form.status,
    room: form.roomFr || form.roomJa ? { fr: form.roomFr, ja: form.roomJa } : null,
    startsAt: slot.kind === 'set' ? slot.startsAt : null,
    endsAt: slot.kind === 'set' ? slot.endsAt : null,
  }
}
