/**
 * [A5] Settling a bracket in both languages at once: the words of one alternative stay and lose their brackets, those
 * of all others go; or other words take the place of all of them. Everything else stays as it is, brackets in the kept
 * words too.
 */
import { joinContent, sliceContent } from '../compare/slice-content.ts'
import type { BilingualText, Block, Inline, Mark } from './bilingual-text.ts'
import { plainText } from './bilingual-text.ts'
import { OURS, readBracketId, THEIRS } from './bracket-id.ts'
import { bracketSpans } from './bracket-spans.ts'
import type { BlockId } from './ids.ts'
import { LANGUAGES, type Language } from './language.ts'

/** How a bracket is settled: by one of its alternatives, without any of its words (null), or by other words. */
export type Settlement =
  | { readonly keep: string | null }
  | { readonly words: { readonly [L in Language]: string } }

/** What settling a bracket does to one block; ranges are half-open, in UTF-16 code units of `plainText` before it. */
export type BlockEdit = {
  readonly language: Language
  readonly block: BlockId
  /** Nothing of it is left. */
  readonly gone: boolean
  /** Takes over the id of the paragraph beside which it stood, which goes. */
  readonly as: BlockId | null
  readonly cuts: readonly Range[]
  readonly insert: { readonly at: number; readonly text: string; readonly marks: readonly Mark[] } | null
}
export type Range = { readonly from: number; readonly to: number }

/** The text without the bracket; the same text when it is not in it. */
export function resolveBracket(text: BilingualText, group: string, settlement: Settlement): BilingualText {
  const edits = bracketEdits(text, group, settlement)
  if (edits.length === 0) return text
  const blocks = (language: Language) => {
    const own = new Map(edits.filter(edit => edit.language === language).map(edit => [edit.block, edit]))
    return text[language].flatMap(block => {
      const edit = own.get(block.id)
      if (!edit) return [block]
      return edit.gone ? [] : [edited(block, edit, group)]
    })
  }
  return { fr: blocks('fr'), ja: blocks('ja') }
}

/** For each block that holds words of the bracket, in reading order of each language. */
export function bracketEdits(text: BilingualText, group: string, settlement: Settlement): BlockEdit[] {
  return LANGUAGES.flatMap(language => editsIn(text[language], language, group, settlement))
}

/** True when the words of the bracket stand together in each language: only then can other words take their place. */
export function canRewrite(text: BilingualText, group: string): boolean {
  return LANGUAGES.every(language => {
    const runs = text[language].flatMap(block => merged(rangesOf(block, group, () => true)))
    return runs.length <= 1
  })
}

function editsIn(
  blocks: readonly Block[],
  language: Language,
  group: string,
  settlement: Settlement,
): BlockEdit[] {
  const goes = (letter: string) => !('keep' in settlement) || letter !== settlement.keep
  let words = 'words' in settlement ? settlement.words[language] : ''
  const edits = blocks.flatMap((block): BlockEdit[] => {
    const all = rangesOf(block, group, () => true)
    if (all.length === 0) return []
    const cuts = merged(rangesOf(block, group, goes))
    const insert = words
      ? { at: all[0]!.from, text: words, marks: marksAround(block, all[0]!.from, group) }
      : null
    words = ''
    const left = without(block, cuts)
    const gone = cuts.length > 0 && !insert && left.trim() === ''
    const tidy = insert || gone ? cuts : cuts.map(cut => withSpaces(block, cut, language, group))
    return [{ language, block: block.id, gone, as: null, cuts: tidy, insert }]
  })
  const going = new Set(edits.filter(({ gone }) => gone).map(({ block }) => block))
  return edits.map(edit => {
    const beside = edit.block.endsWith(`.${group}`) ? edit.block.slice(0, -group.length - 1) : ''
    return going.has(beside as BlockId) && !edit.gone ? { ...edit, as: beside as BlockId } : edit
  })
}

function edited(block: Block, { cuts, insert, as }: BlockEdit, group: string): Block {
  const length = plainText(block).length
  const content: Inline[] = []
  let at = 0
  const keepUpTo = (to: number) => {
    if (insert && at <= insert.at && insert.at <= to) {
      content.push(...sliceContent(block.content, at, insert.at), insertedText(insert))
      at = insert.at
    }
    content.push(...sliceContent(block.content, at, to))
  }
  for (const cut of cuts) {
    keepUpTo(cut.from)
    at = cut.to
  }
  if (at < length || (insert && insert.at >= at)) keepUpTo(length)
  return {
    ...block,
    id: as ?? block.id,
    content: joinContent(content.map(inline => withoutGroup(inline, group))),
  }
}

function insertedText({ text, marks }: NonNullable<BlockEdit['insert']>): Inline {
  return marks.length ? { type: 'text', text, marks } : { type: 'text', text }
}

/** In the brackets that stay, new words stand as those did whose place they take. */
function marksAround(block: Block, at: number, group: string): Mark[] {
  const first = sliceContent(block.content, at, plainText(block).length).find(({ type }) => type === 'text')
  const marks = first?.type === 'text' ? (first.marks ?? []) : []
  return marks.filter(mark => mark.type === 'bracket' && readBracketId(mark.id).group !== group)
}

function withoutGroup(inline: Inline, group: string): Inline {
  if (inline.type !== 'text' || !inline.marks) return inline
  const marks = inline.marks.filter(mark => mark.type !== 'bracket' || readBracketId(mark.id).group !== group)
  const { type, text } = inline
  return marks.length ? { type, text, marks } : { type, text }
}

function rangesOf(block: Block, group: string, wanted: (letter: string) => boolean): Range[] {
  return bracketSpans(block.content)
    .filter(({ id }) => {
      const read = readBracketId(id)
      return read.group === group && wanted(read.letter)
    })
    .map(({ from, to }) => ({ from, to }))
}

/** In order, those that touch as one. */
function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && range.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else result.push(range)
  }
  return result
}

/** The words that are left, each inline object as one character. */
function without(block: Block, cuts: readonly Range[]): string {
  const words = plainText(block)
  let left = ''
  let at = 0
  for (const { from, to } of cuts) {
    left += words.slice(at, from)
    at = to
  }
  return left + words.slice(at)
}

/**
 * A passage that somebody chose by hand leaves no double space behind, and none before a full stop. Of a reserved
 * amendment the parts were cut exactly: taking them out gives one of the two texts to the character.
 */
function withSpaces(block: Block, cut: Range, language: Language, group: string): Range {
  const exact = bracketSpans(block.content).some(({ id }) => {
    const read = readBracketId(id)
    return read.group === group && (read.letter === OURS || read.letter === THEIRS)
  })
  if (exact || language === 'ja') return cut
  const words = plainText(block)
  const [before, after] = [words[cut.from - 1] ?? ' ', words[cut.to] ?? '']
  if (before !== ' ') return cut
  if (after === ' ') return { from: cut.from, to: cut.to + 1 }
  return cut.from > 0 && /^(?:[.,)\]]|$)/.test(after) ? { from: cut.from - 1, to: cut.to } : cut
}
