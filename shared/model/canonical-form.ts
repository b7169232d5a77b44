/**
 * The canonical form of a bilingual text: the exact characters that its SHA-256 is taken over.
 *
 * Recipe, for another program: take {"facts":…,"format":"concordance-text/1","fr":[…],"ja":[…]};
 * each block has exactly the keys content, id, kind, level, unit; adjacent texts with the same marks are
 * joined and empty ones dropped; marks are sorted by type, then by their own canonical form; absent
 * marks are left out; every string is in NFC; object keys are sorted by UTF-16 code unit; JSON without
 * white space; UTF-8. `facts` maps each fact used in the text to the value rendered per language.
 */
import type { BilingualText, Block, Inline, Mark } from './bilingual-text.ts'
import type { FactId } from './ids.ts'
import type { Language } from './language.ts'
import { sha256 } from './sha256.ts'

export const CANONICAL_FORMAT = 'concordance-text/1'

/** What a fact read as in each language when the version was made. */
export type FactValues = Readonly<Record<FactId, { readonly [L in Language]: string }>>

/** The canonical form as JSON text. Equal texts give equal strings on every machine. */
export function canonicalForm(text: BilingualText, facts: FactValues = {}): string {
  return canonicalJson({
    format: CANONICAL_FORMAT,
    facts,
    fr: text.fr.map(normalBlock),
    ja: text.ja.map(normalBlock),
  })
}

/** Lower-case hexadecimal SHA-256 of the UTF-8 bytes of `canonical`. */
export async function canonicalHash(canonical: string): Promise<string> {
  const bytes = new TextEncoder().encode(canonical)
  // Not there over plain HTTP, whatever the types say.
  const subtle = crypto.subtle as typeof crypto.subtle | undefined
  if (!subtle) return sha256(bytes)
  const digest = await subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** What was stored as a canonical form is none. Its words are in no message: faults are logged. */
export class UnreadableForm extends Error {
  constructor() {
    super(`not a ${CANONICAL_FORMAT}`)
    this.name = 'UnreadableForm'
  }
}

/** Reads back a canonical form. Throws UnreadableForm. */
export function parseCanonicalForm(json: string): {
  readonly text: BilingualText
  readonly facts: FactValues
} {
  const data = parsed(json)
  if (data?.format !== CANONICAL_FORMAT) throw new UnreadableForm()
  return { text: { fr: data.fr, ja: data.ja }, facts: data.facts }
}

function parsed(json: string) {
  try {
    return JSON.parse(json)
  } catch {
    // The parser's own message quotes the text.
    throw new UnreadableForm()
  }
}

/** The block with joined texts, sorted marks and NFC strings: two blocks that read the same are deeply equal. */
export function normalBlock(block: Block): Block {
  const { id, unit, kind, level } = block
  return { id, unit, kind, level, content: normalContent(block.content) }
}

export function normalContent(content: readonly Inline[]): Inline[] {
  const normal: Inline[] = []
  for (const inline of content) {
    if (inline.type !== 'text') {
      normal.push(inline.type === 'note' ? { type: 'note', text: inline.text.normalize('NFC') } : inline)
      continue
    }
    if (inline.text === '') continue
    const marks = sortedMarks(inline.marks ?? [])
    const last = normal.at(-1)
    if (last?.type === 'text' && canonicalJson(last.marks ?? []) === canonicalJson(marks))
      normal[normal.length - 1] = textNode((last.text + inline.text).normalize('NFC'), marks)
    else normal.push(textNode(inline.text.normalize('NFC'), marks))
  }
  return normal
}

function textNode(text: string, marks: readonly Mark[]): Inline {
  return marks.length ? { type: 'text', text, marks } : { type: 'text', text }
}

export function sortedMarks(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((a, b) => {
    const [x, y] = [a.type + canonicalJson(a), b.type + canonicalJson(b)]
    return x < y ? -1 : x > y ? 1 : 0
  })
}

/** JSON with sorted keys, NFC strings, no white space. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`no canonical form for ${String(value)}`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => [key.normalize('NFC'), member] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}
