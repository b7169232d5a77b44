/**
 * [F1] What a shared fact says, as data, and how each language prints it. Counts and dates are one value for both
 * languages, so that their figures cannot differ.
 *
 *   35 collectivités              35自治体
 *   du 21 au 24 octobre 2026      2026年10月21日（水）～24日（土）
 *   24 octobre 2026               2026年10月24日
 *
 * A day prints without article, so that the text says « le », « au » or « dès le » before it; a span brings its own
 * « du … au … ».
 */
import type { Language } from './language.ts'

export type FactType = (typeof FACT_TYPES)[number]
/** A number of something; a day, month, year or span of them; the name of a place or body; anything else. */
export const FACT_TYPES = ['count', 'date', 'name', 'text'] as const

/** What is counted: French noun in the singular and plural, Japanese counter. Without one the figure stands alone. */
export type CountUnit = {
  readonly fr: { readonly one: string; readonly other: string }
  readonly ja: string
}

/** A whole number from 0. */
export type CountValue = { readonly n: number }

/**
 * A day `2026-10-21`, a month `2026-10` or a year `2026`; `to`, of the same precision and later, ends a span.
 * With `weekday` Japanese prints as in a programme, 21日（水）～24日（土）; without, as in a sentence, 21日から24日まで.
 */
export type DateValue = {
  readonly from: string
  readonly to: string | null
  readonly weekday: boolean
}

/** As written in each language: names and free text, and what could not be read of counts and dates of older rooms. */
export type WrittenValue = { readonly [L in Language]: string }

export type FactValue = CountValue | DateValue | WrittenValue

export function isCount(value: FactValue): value is CountValue {
  return 'n' in value
}

export function isDate(value: FactValue): value is DateValue {
  return 'from' in value
}

export function isWritten(value: FactValue): value is WrittenValue {
  return 'fr' in value
}

/** Whether a fact of this type may be given the value: a count a number, a date real days in order, the others words. */
export function fitsType(type: FactType, value: FactValue): boolean {
  if (type === 'count') return isCount(value) && Number.isSafeInteger(value.n) && value.n >= 0
  if (type === 'date') return isDate(value) && isRealDate(value)
  return isWritten(value)
}

/** What the value reads as in both languages. `unit` matters to counts only. */
export function renderValue(value: FactValue, unit: CountUnit | null = null): WrittenValue {
  if (isCount(value)) return renderCount(value, unit)
  return isDate(value) ? renderDate(value) : value
}

/** Equal for a reader: the kinds of spaces (no-break, narrow) are of no account. */
export function readsAlike(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && plainSpaces(a) === plainSpaces(b))
}

export function plainSpaces(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ')
}

// — counts —

function renderCount({ n }: CountValue, unit: CountUnit | null): WrittenValue {
  const digits = String(n)
  const grouped = (separator: string) => digits.replace(/\B(?=(\d{3})+$)/g, separator)
  // French is in the plural from two on.
  const noun = unit && (n < 2 ? unit.fr.one : unit.fr.other)
  return {
    fr: noun ? `${grouped('\u202F')}\u00A0${noun}` : grouped('\u202F'),
    ja: `${grouped(',')}${unit?.ja ?? ''}`,
  }
}

// — dates —

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const
const WEEKDAYS = '日月火水木金土'

/** `month` and `day` are null where the precision ends before them. */
type Moment = { readonly year: number; readonly month: number | null; readonly day: number | null }

function isRealDate({ from, to }: DateValue): boolean {
  if (!isRealMoment(from)) return false
  return to === null || (isRealMoment(to) && to.length === from.length && to > from)
}

function isRealMoment(text: string): boolean {
  if (!/^[1-9]\d{3}(-\d{2}(-\d{2})?)?$/.test(text)) return false
  const { month, day } = momentOf(text)
  const whole = `${text}${month === null ? '-01' : ''}${day === null ? '-01' : ''}T00:00:00Z`
  // A day that a month does not have is carried into the next.
  return !Number.isNaN(Date.parse(whole)) && new Date(whole).toISOString().startsWith(text)
}

function momentOf(text: string): Moment {
  const [year, month, day] = text.split('-').map(Number)
  return { year: year!, month: month ?? null, day: day ?? null }
}

function renderDate({ from, to, weekday }: DateValue): WrittenValue {
  const a = momentOf(from)
  if (to === null) return { fr: frenchMoment(a), ja: japaneseMoment(a, weekday) }
  const b = momentOf(to)
  return { fr: frenchSpan(a, b), ja: japaneseSpan(a, b, weekday) }
}

function frenchMoment({ year, month, day }: Moment): string {
  if (month === null) return String(year)
  return day === null ? `${monthName(month)} ${year}` : `${frenchDay(day)}\u00A0${monthName(month)} ${year}`
}

function frenchSpan(a: Moment, b: Moment): string {
  if (a.month === null) return `de ${a.year} à ${b.year}`
  const sameYear = a.year === b.year
  if (a.day === null) {
    const start = sameYear ? monthName(a.month) : frenchMoment(a)
    return `${/^[ao]/.test(start) ? 'd’' : 'de '}${start} à ${frenchMoment(b)}`
  }
  const start = sameYear
    ? a.month === b.month
      ? frenchDay(a.day)
      : `${frenchDay(a.day)}\u00A0${monthName(a.month)}`
    : frenchMoment(a)
  return `du ${start} au ${frenchMoment(b)}`
}

function monthName(month: number): string {
  return MONTHS[month - 1]!
}

function frenchDay(day: number): string {
  return day === 1 ? '1er' : String(day)
}

function japaneseMoment({ year, month, day }: Moment, weekday: boolean, since: Moment | null = null): string {
  const sameYear = since !== null && since.year === year
  const sameMonth = sameYear && since.month === month
  const parts = [
    sameYear && month !== null ? '' : `${year}年`,
    month === null || (sameMonth && day !== null) ? '' : `${month}月`,
    day === null ? '' : `${day}日${weekday ? weekdayOf(year, month!, day) : ''}`,
  ]
  return parts.join('')
}

function japaneseSpan(a: Moment, b: Moment, weekday: boolean): string {
  const [start, end] = [japaneseMoment(a, weekday), japaneseMoment(b, weekday, a)]
  return weekday ? `${start}～${end}` : `${start}から${end}まで`
}

function weekdayOf(year: number, month: number, day: number): string {
  return `（${WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]}）`
}
