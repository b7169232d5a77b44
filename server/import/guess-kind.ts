/**
 * What kind of block each paragraph of an imported text is, by its words and place. A guess that the
 * reader corrects in the review; it must be the same kind of guess in both languages, so that the
 * alignment can use it.
 */
import type { BlockKind, BlockLevel } from '../../shared/model/bilingual-text.ts'
import type { Language } from '../../shared/model/language.ts'
import type { ImportBlock } from '../../shared/protocol/bodies.ts'
import { KIND_WORDS, type KindWords } from './kind-words.ts'
import { listMarker } from './list-marker.ts'
import { type SourceParagraph, toLevel } from './source-paragraph.ts'

/** The blocks of one language, in order, with list numbers and bullets taken off. */
export function guessKinds(paragraphs: readonly SourceParagraph[], language: Language): ImportBlock[] {
  const words = KIND_WORDS[language]
  const top = headingTop(paragraphs)
  const blocks: ImportBlock[] = []
  paragraphs.forEach((paragraph, index) => {
    blocks.push(
      guess(paragraph, { words, top, before: blocks, after: paragraphs.slice(index + 1, index + 1 + REACH) }),
    )
  })
  // A source that marks its headings says their levels too.
  return top === null ? nestNumbered(blocks, words) : blocks
}

/** The place and date stand among the last paragraphs, perhaps before the names of the signatories. */
const REACH = 4

type Context = {
  readonly words: KindWords
  /** The level just above the source's first headings; null when the source marks none. */
  readonly top: number | null
  readonly before: readonly ImportBlock[]
  /** The next paragraphs, at most `REACH`. */
  readonly after: readonly SourceParagraph[]
}

function guess(paragraph: SourceParagraph, context: Context): ImportBlock {
  const { top, before, after, words } = context
  const { text, role } = paragraph
  if (before.length === 0 && (role === 'heading' || isShort(paragraph, words))) return block('title', 1, text)
  if (role === 'heading') return block('heading', toLevel(paragraph.level - (top ?? 0)), text)
  const nearEnd = after.length < REACH && before.length > 0
  if (nearEnd && words.signature.test(text)) return block('signature', 1, text)
  if (before.at(-1)?.kind === 'signature' && isShort(paragraph, words)) return block('signature', 1, text)
  if (isHeading(paragraph, context)) return block('heading', 1, text)
  return guessBody(paragraph, context)
}

/** Short enough for a title or heading, on one line, and not ended as a sentence. */
function isShort({ text, role }: SourceParagraph, words: KindWords): boolean {
  return (
    role === 'plain' &&
    text.length <= words.longest &&
    !text.includes('\n') &&
    !words.stop.test(text) &&
    !listMarker(text)
  )
}

/** By its words; or, where the source marks no headings, by its shape: a short line above something longer. */
function isHeading(paragraph: SourceParagraph, { words, top, after }: Context): boolean {
  const { text } = paragraph
  const numbered = words.numberedHeading.test(text)
  if (!isShort(paragraph, words)) return false
  if (numbered || words.namedHeading.test(text)) return true
  const [next] = after
  return (
    top === null &&
    text.length <= words.longestUnknown &&
    words.start.test(text) &&
    next !== undefined &&
    (next.text.length > text.length || words.numberedHeading.test(next.text))
  )
}

function guessBody(paragraph: SourceParagraph, { words, before }: Context): ImportBlock {
  const marker = listMarker(paragraph.text)
  const role = paragraph.role === 'plain' ? (marker?.role ?? 'plain') : paragraph.role
  const text = marker ? paragraph.text.slice(marker.length) : paragraph.text
  if (role === 'plain') return block(words.recital.test(text) ? 'recital' : 'paragraph', 1, text)
  const heading = before.findLast(({ kind }) => kind === 'heading' || kind === 'title')
  const underCommitments = heading !== undefined && words.commitmentHeading.test(heading.text)
  if (role === 'number' && (underCommitments || words.commitment.test(text)))
    return block('commitment', 1, text)
  return block(role, toLevel(paragraph.level), text)
}

/** How many heading levels the source spends on its title: our headings begin at 1 below it. */
function headingTop(paragraphs: readonly SourceParagraph[]): number | null {
  const rest = paragraphs.slice(1).filter(paragraph => paragraph.role === 'heading')
  return rest.length ? Math.min(...rest.map(paragraph => paragraph.level)) - 1 : null
}

/** Numbered headings right under a named one (the workshops under "Work of the workshops") are a level below it. */
function nestNumbered(blocks: readonly ImportBlock[], words: KindWords): ImportBlock[] {
  let nested = false
  return blocks.map((each, index) => {
    if (each.kind !== 'heading') return each
    const numbered = words.numberedHeading.test(each.text)
    if (!numbered) nested = false
    else if (blocks[index - 1]?.kind === 'heading' && !words.numberedHeading.test(blocks[index - 1]!.text))
      nested = true
    return numbered && nested ? { ...each, level: 2 } : each
  })
}

function block(kind: BlockKind, level: BlockLevel, text: string): ImportBlock {
  return { kind, level, text }
}
