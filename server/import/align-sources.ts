/** Two texts brought in, read and put side by side for the reader's review. */
import { alignLanguages } from '../../shared/align/align-languages.ts'
import type { AlignmentView } from '../../shared/protocol/views.ts'
import type { Refusal } from '../http/respond.ts'
import { NestedTooDeep } from './read-html.ts'
import { readSource, type Source } from './read-source.ts'

export type Sources = { readonly fr: Source; readonly ja: Source }

/**
 * Blocks of one language that are aligned at most: the alignment takes time by the product of both. A
 * declaration has 60 to 200, the Universal Declaration 92.
 */
const MOST_BLOCKS = 600

/** Every block of both sources is in exactly one row, in order. */
export function alignSources(sources: Sources): AlignmentView | Refusal {
  try {
    const [fr, ja] = [readSource(sources.fr, 'fr'), readSource(sources.ja, 'ja')]
    for (const [language, { blocks }] of [['fr', fr] as const, ['ja', ja] as const]) {
      if (blocks.length === 0) return { refusal: 'language-missing', detail: language }
      if (blocks.length > MOST_BLOCKS) return { refusal: 'too-large', detail: language }
    }
    return {
      rows: alignLanguages(fr.blocks, ja.blocks).map(bead => ({
        fr: bead.fr.map(index => fr.blocks[index]!),
        ja: bead.ja.map(index => ja.blocks[index]!),
        confidence: bead.confidence,
      })),
      dropped: [...fr.dropped, ...ja.dropped],
    }
  } catch (error) {
    if (error instanceof NestedTooDeep) return { refusal: 'unsupported-file' }
    throw error
  }
}
