/** Reading a file that someone chose or dropped: its kind by name and type, its encoding by its bytes. */
import { decodeBytes, type Encoding } from '../../../shared/import/decode-bytes.ts'
import type { ImportSource } from './kept-import.ts'

/** The server's bound on one language, in characters. */
const MOST_CHARACTERS = 2_000_000

export type FileReading =
  | { readonly read: true; readonly source: ImportSource; readonly encoding: Encoding }
  | { readonly read: false; readonly why: 'unsupported' | 'unreadable' | 'tooLarge'; readonly file: string }

export async function readImportFile(file: File): Promise<FileReading> {
  const format = formatOf(file)
  if (!format) return { read: false, why: 'unsupported', file: file.name }
  // Four bytes is the most that a character takes: nothing longer can be within the bound.
  if (file.size > MOST_CHARACTERS * 4) return { read: false, why: 'tooLarge', file: file.name }
  const decoded = decodeBytes(new Uint8Array(await file.arrayBuffer()))
  if (!decoded) return { read: false, why: 'unreadable', file: file.name }
  if (decoded.text.length > MOST_CHARACTERS) return { read: false, why: 'tooLarge', file: file.name }
  return {
    read: true,
    source: { format, content: decoded.text, file: file.name },
    encoding: decoded.encoding,
  }
}

/** What was pasted: the HTML where there is some with structure, else the plain text. */
export function pastedSource(clipboard: Pick<DataTransfer, 'getData'>): ImportSource {
  const html = clipboard.getData('text/html')
  const structured = /<(p|h[1-6]|li|div|br|td)\b/i.test(html)
  return structured
    ? { format: 'html', content: html, file: '' }
    : { format: 'plain', content: clipboard.getData('text/plain'), file: '' }
}

function formatOf(file: File): 'plain' | 'html' | undefined {
  if (/\.x?html?$/i.test(file.name) || file.type === 'text/html') return 'html'
  if (/\.(txt|text|md)$/i.test(file.name) || file.type === 'text/plain') return 'plain'
  return undefined
}
