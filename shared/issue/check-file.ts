/**
 * [S3] Checking a file without the room that it comes from: an issued document, the data of one, a canonical form by
 * itself, or a record of acts. The command line and the public page do the same.
 */
import { type ChainFault, chainFaults, parseRecord } from '../model/act-chain.ts'
import { canonicalForm, canonicalHash, parseCanonicalForm, UnreadableForm } from '../model/canonical-form.ts'
import { corrigendaFaults, UnreadableCorrigendum } from '../model/corrigendum.ts'
import { dataInHtml, issuedHtml } from './issued-html.ts'
import { type IssuedText, parseIssuedText } from './issued-text.ts'

export type CheckedFile =
  | {
      readonly kind: 'issued'
      readonly issued: IssuedText
      /** Of the adopted text, recomputed. */
      readonly sha256: string
      readonly faults: readonly IssuedFault[]
    }
  | { readonly kind: 'canonical'; readonly sha256: string }
  | {
      readonly kind: 'record'
      readonly acts: number
      readonly faults: readonly ChainFault[]
    }
  /** None of these, or too damaged to be read as one. */
  | { readonly kind: 'unknown' }

/**
 * `hash`: the words are not those that the hash was taken over. `form`: they are not in canonical form. `words`: what
 * the document prints is not what its data says. `corrigenda`: one of them was altered, left out or put elsewhere.
 */
export type IssuedFault = 'hash' | 'form' | 'words' | 'corrigenda'

/** `content` is the file's text. Throws nothing for whatever a file holds. */
export async function checkFile(content: string): Promise<CheckedFile> {
  const words = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const record = parseRecord(words)
  if (record) {
    const faults = await Promise.all(record.chains.map(({ audience, acts }) => chainFaults(audience, acts)))
    const acts = record.chains.reduce((sum, chain) => sum + chain.acts.length, 0)
    return { kind: 'record', acts, faults: faults.flat() }
  }
  const inHtml = parseIssuedText(dataInHtml(words))
  const issued = inHtml ?? parseIssuedText(jsonOf(words))
  if (issued) return checkIssued(issued, inHtml ? words : null)
  const canonical = words.trim()
  if (!isCanonical(canonical)) return { kind: 'unknown' }
  return { kind: 'canonical', sha256: await canonicalHash(canonical) }
}

/** `html` is the document that the data was found in. */
async function checkIssued(issued: IssuedText, html: string | null): Promise<CheckedFile> {
  const sha256 = await canonicalHash(issued.canonical)
  const faults: IssuedFault[] = []
  if (sha256 !== issued.sha256) faults.push('hash')
  if (!isCanonical(issued.canonical)) faults.push('form')
  else {
    if (!(await areCorrigendaSound(issued))) faults.push('corrigenda')
    if (html !== null && printed(issued) !== html) faults.push('words')
  }
  return { kind: 'issued', issued, sha256, faults }
}

/** Undefined when the corrigenda cannot be read. */
function printed(issued: IssuedText): string | undefined {
  try {
    return issuedHtml(issued)
  } catch (error) {
    if (isUnreadable(error)) return undefined
    throw error
  }
}

async function areCorrigendaSound(issued: IssuedText): Promise<boolean> {
  try {
    const { text } = parseCanonicalForm(issued.canonical)
    return (await corrigendaFaults({ sha256: issued.sha256, text }, issued.corrigenda)).length === 0
  } catch (error) {
    if (isUnreadable(error)) return false
    throw error
  }
}

/** A file may hold anything in the place of a corrigendum. */
function isUnreadable(error: unknown): boolean {
  return error instanceof UnreadableCorrigendum || error instanceof TypeError
}

/** Whether writing it anew gives the same characters. */
function isCanonical(canonical: string): boolean {
  try {
    const { text, facts } = parseCanonicalForm(canonical)
    return canonicalForm(text, facts) === canonical
  } catch (error) {
    if (error instanceof UnreadableForm || error instanceof TypeError) return false
    throw error
  }
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
