import type { SourceStatus, Stage, Turn } from '../../../shared/model/edition.ts'
import type { StageBody } from '../../../shared/protocol/bodies.ts'
import { instantAt, isoDay, isoTime } from '../../../shared/words/dates.ts'

/** A stage as a form holds it: the deadline as a day and a time on the clocks of its zone. */
export type StageForm = {
  readonly fr: string
  readonly ja: string
  readonly en: string
  readonly turn: Turn
  readonly versionLabel: string
  readonly startsFrom: Stage['startsFrom']
  readonly confirmsEssential: boolean
  /** Of meaning in a joint stage only. */
  readonly adopts: boolean
  readonly hasDue: boolean
  /** YYYY-MM-DD. */
  readonly day: string
  /** HH:MM. */
  readonly time: string
  readonly zone: string
  readonly dueStatus: SourceStatus
  readonly evidence: string
}

/** The form of a stage, or of a new one. `zone` is the host's, for a stage without a deadline. */
export function formOf(stage: Stage | null, zone: string): StageForm {
  const dueZone = stage?.due?.zone ?? zone
  return {
    fr: stage?.name.fr ?? '',
    ja: stage?.name.ja ?? '',
    en: stage?.name.en ?? '',
    turn: stage?.turn ?? 'joint',
    versionLabel: stage?.versionLabel ?? '',
    startsFrom: stage?.startsFrom ?? 'last-received',
    confirmsEssential: stage?.confirmsEssential ?? false,
    adopts: stage?.adopts ?? false,
    hasDue: stage?.due != null,
    day: stage?.due ? isoDay(stage.due.at, dueZone) : '',
    // "By the 31st" means until the end of that day.
    time: stage?.due ? isoTime(stage.due.at, dueZone) : '23:59',
    zone: dueZone,
    dueStatus: stage?.dueStatus ?? 'to-confirm',
    evidence: stage?.evidence ?? '',
  }
}

/** The deadline the form says; null without one, or while its day or time is incomplete. */
export function dueOf({ hasDue, day, time, zone }: StageForm): Stage['due'] {
  if (!hasDue || !/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time)) return null
  return { at: instantAt(day, time, zone), zone }
}

export function bodyOf(form: StageForm): StageBody {
  return {
    name: { fr: form.fr, ja: form.ja, ...(form.en ? { en: form.en } : {}) },
    turn: form.turn,
    versionLabel: form.versionLabel.trim() || null,
    confirmsEssential: form.confirmsEssential,
    adopts: form.adopts && form.turn === 'joint',
    startsFrom: form.startsFrom,
    due: dueOf(form),
    dueStatus: form.dueStatus,
    evidence: form.evidence,
  }
}
