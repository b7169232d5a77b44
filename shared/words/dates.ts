/**
 * Instants as people of both sides read them: always on both sides' clocks, with the weekday.
 *
 *   dim. 31 mai 2026, 23:59 (Paris) · lun. 1er juin, 06:59 (Tokyo)
 *   2026年5月31日（日）23:59（パリ）・6月1日（月）06:59（東京）
 *   Sun 31 May 2026, 23:59 (Paris) · Mon 1 June, 06:59 (Tokyo)
 */
import type { Side } from '../model/bilingual-text.ts'
import type { InterfaceLanguage } from '../model/language.ts'

export type Clock = {
  readonly side: Side
  /** IANA zone. */
  readonly zone: string
  readonly name: { readonly [L in InterfaceLanguage]: string }
}

/** The clock of each side; the only place that knows which zones are shown. */
export const CLOCKS: readonly Clock[] = [
  { side: 'fra', zone: 'Europe/Paris', name: { fr: 'Paris', ja: 'パリ', en: 'Paris' } },
  { side: 'jap', zone: 'Asia/Tokyo', name: { fr: 'Tokyo', ja: '東京', en: 'Tokyo' } },
]

/** Both clocks in one line. The zone in which the deadline was meant comes first when it is one of them. */
export function onBothClocks(
  instant: string,
  language: InterfaceLanguage,
  meantIn: string | null = null,
): string {
  const readings = clockReadings(instant, language, meantIn)
  return readings
    .map(({ text, name }) => (language === 'ja' ? `${text}（${name}）` : `${text} (${name})`))
    .join(language === 'ja' ? '・' : ' · ')
}

export type ClockReading = {
  readonly side: Side
  readonly name: string
  /** Day and time; by default the year is in the first reading only, and in the second when it differs. */
  readonly text: string
}

/** One reading per clock, for layouts that put each on its own line. */
export function clockReadings(
  instant: string,
  language: InterfaceLanguage,
  meantIn: string | null = null,
  yearInEach = false,
): ClockReading[] {
  const clocks = [...CLOCKS].sort((a, b) => Number(b.zone === meantIn) - Number(a.zone === meantIn))
  let yearSaid = ''
  return clocks.map(({ side, zone, name }) => {
    const moment = partsOf(instant, zone, language)
    const text = dayWords(moment, language, yearInEach || moment.year !== yearSaid)
    yearSaid = moment.year
    return { side, name: name[language], text: `${text}${language === 'ja' ? '' : ', '}${moment.time}` }
  })
}

/**
 * A span of time on each clock, for a heading that names the year: « mer. 3 juin, 03:12 – 03:26 ». An instant
 * reads as one; a span over midnight names both days.
 */
export function clockSpans(from: string, to: string, language: InterfaceLanguage): ClockReading[] {
  return CLOCKS.map(({ side, zone, name }) => {
    const [a, b] = [partsOf(from, zone, language), partsOf(to, zone, language)]
    const between = language === 'ja' ? '～' : ' – '
    const day = (moment: Moment) =>
      `${dayWords(moment, language, false)}${language === 'ja' ? '' : ', '}${moment.time}`
    const sameDay = isoDay(from, zone) === isoDay(to, zone)
    const end = sameDay ? (a.time === b.time ? '' : between + b.time) : between + day(b)
    return { side, name: name[language], text: day(a) + end }
  })
}

/** Day and time on one clock: « sam. 24 oct. 2026, 12:00 »-like, with the year. */
export function onOneClock(instant: string, language: InterfaceLanguage, zone: string): string {
  const moment = partsOf(instant, zone, language)
  return `${dayWords(moment, language, true)}${language === 'ja' ? '' : ', '}${moment.time}`
}

/** The day of an instant on one clock in few words: « 3 juin », with the year when it is not that of `today`. */
export function shortDay(instant: string, today: string, language: InterfaceLanguage, zone: string): string {
  const { year, month, day } = partsOf(instant, zone, language)
  const withYear = year !== isoDay(today, zone).slice(0, 4)
  if (language === 'ja') return `${withYear ? `${year}年` : ''}${month}月${day}日`
  return `${language === 'fr' ? frenchDay(day) : day} ${month}${withYear ? ` ${year}` : ''}`
}

/** A calendar day `YYYY-MM-DD`, without a zone. */
export function calendarDay(day: string, language: InterfaceLanguage): string {
  return dayWords(partsOf(`${day}T12:00:00Z`, 'UTC', language), language, true)
}

/** From a day to a day: « du 21 au 24 octobre 2026 », 2026年10月21日（水）～24日（土）, 21–24 October 2026. */
export function calendarDays(startsOn: string, endsOn: string, language: InterfaceLanguage): string {
  const [a, b] = [startsOn, endsOn].map(day => partsOf(`${day}T12:00:00Z`, 'UTC', language)) as [
    Moment,
    Moment,
  ]
  if (startsOn === endsOn) return calendarDay(startsOn, language)
  const sameMonth = a.year === b.year && a.month === b.month
  if (language === 'ja') {
    const end = sameMonth ? `${b.day}日（${b.weekday}）` : dayWords(b, language, a.year !== b.year)
    return `${dayWords(a, language, true)}～${end}`
  }
  const year = a.year === b.year ? '' : ` ${a.year}`
  if (language === 'en')
    return sameMonth
      ? `${a.day}–${b.day} ${b.month} ${b.year}`
      : `${a.day} ${a.month}${year} – ${b.day} ${b.month} ${b.year}`
  const [from, to] = [frenchDay(a.day), frenchDay(b.day)]
  return sameMonth
    ? `du ${from} au ${to} ${b.month} ${b.year}`
    : `du ${from} ${a.month}${year} au ${to} ${b.month} ${b.year}`
}

/**
 * Whole days between two instants as a person counts them on the calendar of `zone`: 0 today, 1 tomorrow,
 * −1 yesterday, whatever the hours.
 */
export function calendarDaysBetween(from: string, to: string, zone: string): number {
  const day = (instant: string) => Date.parse(`${isoDay(instant, zone)}T00:00:00Z`)
  return Math.round((day(to) - day(from)) / 86_400_000)
}

/** `YYYY-MM-DD` of an instant in a zone. */
export function isoDay(instant: string, zone: string): string {
  const { year, month, day } = numbersOf(instant, zone)
  return `${year}-${month}-${day}`
}

/** `HH:MM` of an instant in a zone. */
export function isoTime(instant: string, zone: string): string {
  const { hour, minute } = numbersOf(instant, zone)
  return `${hour}:${minute}`
}

/**
 * The instant at which the clocks of `zone` show `day` (YYYY-MM-DD) and `time` (HH:MM), ISO 8601 UTC.
 * An hour that a change of clocks skips is read as the hour after it.
 */
export function instantAt(day: string, time: string, zone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  let guess = wanted
  // The offset is that of the instant looked for: twice is enough, also beside a change of clocks.
  for (let turn = 0; turn < 2; turn++) guess = wanted - offsetAt(guess, zone)
  return new Date(guess).toISOString()
}

function offsetAt(milliseconds: number, zone: string): number {
  const { year, month, day, hour, minute, second } = numbersOf(new Date(milliseconds).toISOString(), zone)
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return shown - Math.floor(milliseconds / 1000) * 1000
}

type Numbers = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>

function numbersOf(instant: string, zone: string): Numbers {
  const numbers: Numbers = { year: '', month: '', day: '', hour: '', minute: '', second: '' }
  const format = formatter('en-GB', zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  for (const { type, value } of format.formatToParts(new Date(instant)))
    if (type in numbers) numbers[type as keyof Numbers] = value
  return numbers
}

type Moment = {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly weekday: string
  readonly time: string
}

function partsOf(instant: string, zone: string, language: InterfaceLanguage): Moment {
  const locale = { fr: 'fr-FR', ja: 'ja-JP', en: 'en-GB' }[language]
  const words = formatter(locale, zone, { weekday: 'short', month: 'long', day: 'numeric', year: 'numeric' })
  const found: Record<string, string> = {}
  for (const { type, value } of words.formatToParts(new Date(instant))) found[type] = value
  const { month, day, year } = numbersOf(instant, zone)
  return {
    year,
    // Japanese writes the number; some runtimes hand the unit back inside the part.
    month: language === 'ja' ? String(Number(month)) : (found.month ?? month),
    day: String(Number(day)),
    weekday: found.weekday ?? '',
    time: isoTime(instant, zone),
  }
}

function dayWords(moment: Moment, language: InterfaceLanguage, withYear: boolean): string {
  const { year, month, day, weekday } = moment
  if (language === 'ja') return `${withYear ? `${year}年` : ''}${month}月${day}日（${weekday}）`
  const days = language === 'fr' ? frenchDay(day) : day
  return `${weekday} ${days} ${month}${withYear ? ` ${year}` : ''}`
}

function frenchDay(day: string): string {
  return day === '1' ? '1er' : day
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter is slow (about 0.1 ms); there are few of them. */
function formatter(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formatters.set(key, made)
  return made
}
