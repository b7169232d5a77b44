/** Hands a table to the browser as a CSV file, with the separator that the spreadsheets of the country expect. */
import { type Separator, writeTable } from '../../../shared/import/csv.ts'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'

export function saveTable(
  name: string,
  rows: readonly (readonly string[])[],
  language: InterfaceLanguage,
): void {
  const file = new Blob([writeTable(rows, SEPARATOR[language])], { type: 'text/csv;charset=utf-8' })
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(address)
}

/** French spreadsheets take the comma for a decimal sign. */
const SEPARATOR: { readonly [L in InterfaceLanguage]: Separator } = { fr: ';', ja: ',', en: ',' }
