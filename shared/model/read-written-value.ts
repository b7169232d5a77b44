/** Counts and dates of older rooms, which were typed once per language, read as the one value that they say. */
import {
  type CountUnit,
  type FactType,
  type FactValue,
  fitsType,
  plainSpaces,
  renderValue,
  type WrittenValue,
} from './fact-value.ts'

/**
 * The value that prints exactly as written in both languages, but for kinds of spaces and the width of signs; what
 * cannot be read, or says something else in each language, stays as written. Bare figures only: of « 35 collectivités »
 * nobody knows the singular.
 */
export function readWrittenValue(type: FactType, written: WrittenValue): FactValue {
  const read = type === 'count' ? readCount(written) : type === 'date' ? readDate(written) : null
  return read && fitsType(type, read) && printsAs(read, written) ? read : written
}

function printsAs(value: FactValue, written: WrittenValue, unit: CountUnit | null = null): boolean {
  const printed = renderValue(value, unit)
  return folded(printed.fr) === folded(written.fr) && folded(printed.ja) === folded(written.ja)
}

/** Full width and half width alike, and both signs that are typed for a span. */
function folded(text: string): string {
  return plainSpaces(text).normalize('NFKC').replaceAll('\u301C', '~').trim()
}

function readCount({ ja }: WrittenValue): FactValue | null {
  const digits = folded(ja).replaceAll(',', '')
  return /^\d{1,9}$/.test(digits) ? { n: Number(digits) } : null
}

const MOMENT = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?(\(.\))?$/

/** From the Japanese, where every part is named. */
function readDate({ ja }: WrittenValue): FactValue | null {
  const [first = '', last] = folded(ja)
    .replace(/まで$/, '')
    .split(/~|から/)
  const a = MOMENT.exec(first)
  const from = a && joined(a[1], a[2], a[3])
  if (!a || !from) return null
  const b = last === undefined ? null : MOMENT.exec(last)
  if (last !== undefined && !b) return null
  const to = b && joined(b[1] ?? a[1], b[2] ?? a[2], b[3])
  return { from, to, weekday: a[4] !== undefined }
}

function joined(year?: string, month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(part => part !== undefined).join('-')
}
