/** The glossary an edition starts from, kept as tab-separated values so that anyone can read and mend it. */
import { readFileSync } from 'node:fs'

export type GlossaryTerm = {
  readonly fr: string
  readonly ja: string
  readonly en: string
  /** Found in texts of earlier meetings, standard usage, or a proposal that both sides have to validate. */
  readonly confidence: 'attested' | 'standard' | 'proposal'
  /** The domain of the term ("governance", "UI"…), as the file names it. */
  readonly domain: string
  /** Where it was found, variants, cautions; often empty. */
  readonly remark: string
}

/**
 * The terms of a file with the columns fr, ja, en, note. A note reads `[A] domain: remark`, where A is
 * attested, B standard usage and C a proposal. Throws on another header and on any malformed line.
 */
export function readGlossary(tsv: string): GlossaryTerm[] {
  const [header, ...lines] = tsv.replace(/\n+$/u, '').split(/\r?\n/u)
  if (header !== 'fr\tja\ten\tnote') throw new Error(`not a glossary, it starts with: ${header}`)
  return lines.map(readTerm)
}

/** What the grades of the notes stand for. Above `initialGlossary`, which is read as the module loads. */
const CONFIDENCE = { A: 'attested', B: 'standard', C: 'proposal' } as const

/** The terms that come with the product. */
export const initialGlossary: readonly GlossaryTerm[] = readGlossary(
  readFileSync(new URL('./glossary.tsv', import.meta.url), 'utf8'),
)

function readTerm(line: string): GlossaryTerm {
  const cells = line.split('\t')
  const [fr, ja, en, note] = cells
  const parts = /^\[([ABC])\] ([^:]+)(?:: (.*))?$/u.exec(note ?? '')
  if (cells.length !== 4 || !fr || !ja || !en || !parts) throw new Error(`malformed glossary line: ${line}`)
  const [, grade, domain, remark] = parts
  return {
    fr,
    ja,
    en,
    confidence: CONFIDENCE[grade as keyof typeof CONFIDENCE],
    domain: domain!,
    remark: remark ?? '',
  }
}
