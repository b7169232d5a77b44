/** Which day's digest is due now, on a person's own clock and calendar. */
import { instantAt, isoDay } from '../../shared/words/dates.ts'

/** A digest that could not be sent at its hour is sent until so much later, in milliseconds; then the day has none. */
export const LATEST = 6 * 3_600_000

export type DueDay = {
  /** YYYY-MM-DD in the person's zone: at most one digest has it. */
  readonly day: string
  /** The instant of the chosen hour on that day. An hour that a change of clocks skips is the hour after it. */
  readonly at: string
}

/** Undefined when no hour has struck within the last six. Late in the evening it may be yesterday's that is due. */
export function dueDay(now: string, hour: number, zone: string): DueDay | undefined {
  const today = isoDay(now, zone)
  for (const day of [today, dayBefore(today)]) {
    const at = instantAt(day, `${String(hour).padStart(2, '0')}:00`, zone)
    const late = Date.parse(now) - Date.parse(at)
    if (late >= 0 && late < LATEST) return { day, at }
  }
  return undefined
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
