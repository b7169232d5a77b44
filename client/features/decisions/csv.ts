/** A table as CSV (RFC 4180, with a byte order mark, without which Excel reads no Japanese). */

/** The first record is the head. */
export function csvOf(records: readonly (readonly string[])[]): string {
  return `\uFEFF${records.map(record => `${record.map(field).join(',')}\r\n`).join('')}`
}

/**
 * A cell that begins like a formula is one to a spreadsheet, whoever wrote it; full-width signs count as well where
 * Japanese is read. An apostrophe before it makes it words.
 */
const FORMULA = /^[\s\u00A0\u3000]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u

function field(words: string): string {
  const harmless = FORMULA.test(words) ? `'${words}` : words
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
