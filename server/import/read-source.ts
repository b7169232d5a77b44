/** One language of a text brought in from outside, as blocks whose kinds are guessed. */
import type { Language } from '../../shared/model/language.ts'
import type { ImportBlock } from '../../shared/protocol/bodies.ts'
import type { AlignmentView } from '../../shared/protocol/views.ts'
import { guessKinds } from './guess-kind.ts'
import { readHtml } from './read-html.ts'
import { readPlain } from './read-plain.ts'

export type Source = { readonly format: 'plain' | 'html'; readonly content: string }

export type ReadSource = {
  readonly blocks: readonly ImportBlock[]
  readonly dropped: AlignmentView['dropped']
}

/** Throws NestedTooDeep on HTML that is no document. */
export function readSource(source: Source, language: Language): ReadSource {
  const { paragraphs, dropped } =
    source.format === 'html' ? readHtml(source.content) : readPlain(source.content, language)
  return {
    blocks: guessKinds(paragraphs, language),
    dropped: [...dropped].map(([what, count]) => ({ language, what, count })),
  }
}
