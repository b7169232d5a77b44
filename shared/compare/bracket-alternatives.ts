/**
 * A reserved amendment leaves its question open in the text itself: the words of both sides stand side by side,
 * each in brackets that name who asks for them.
 */
import type { BilingualText, Block, Inline, Side } from '../model/bilingual-text.ts'
import type { BlockId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { AmendmentBlocks } from './carry-out.ts'
import { type BlockPair, compareTexts } from './comparison.ts'
import { joinContent, sliceContent } from './slice-content.ts'

export type Alternatives = {
  /** What stands in the draft, and who stands behind it. */
  readonly ours: AmendmentBlocks
  readonly by: Side
  /** What the other side asks for. */
  readonly theirs: AmendmentBlocks
  readonly askedBy: Side
  /** Begins the ids of the brackets: the same in both languages, so that they are one question. */
  readonly id: string
}

/** Our blocks with the differences in brackets, and theirs that we have not, whole in brackets. */
export function bracketAlternatives(alternatives: Alternatives): AmendmentBlocks {
  const blocks = (language: Language) => bracketed(language, alternatives)
  return { fr: blocks('fr'), ja: blocks('ja') }
}

function bracketed(language: Language, { ours, theirs, by, askedBy, id }: Alternatives): readonly Block[] {
  if (LANGUAGES.every(each => sayTheSame(ours[each], theirs[each])))
    // Moved, or of another kind: no words differ, so all of them are in question.
    return ours[language].map(block => inBrackets(block, `${id}.t`, askedBy))
  const alone = (blocks: readonly Block[]): BilingualText => ({
    fr: [],
    ja: [],
    [language]: blocks,
  })
  const { rows } = compareTexts(alone(ours[language]), alone(theirs[language]))
  const pairs = rows.flatMap(row => row[language].pairs)
  const result: Block[] = []
  const done = new Set<BlockId>()
  for (const pair of pairs) {
    const block = pair.old ?? pair.new!
    if (done.has(block.id)) continue
    done.add(block.id)
    if (!pair.old) result.push(inBrackets(pair.new!, `${id}.t`, askedBy))
    else if (!pair.new) result.push(inBrackets(pair.old, `${id}.o`, by))
    else if (pair.kinds.includes('split') || pair.kinds.includes('merged') || changesObjectsOnly(pair))
      result.push(...bothWhole(pair, pairs, done, { id, by, askedBy }))
    else result.push(mixed(pair, { id, by, askedBy }))
  }
  return result
}

type Askers = Pick<Alternatives, 'id' | 'by' | 'askedBy'>

/** One paragraph: common words as they are, ours then theirs wherever they differ. */
function mixed({ old, new: now, segments }: BlockPair, { id, by, askedBy }: Askers): Block {
  const content: Inline[] = []
  segments.forEach((segment, index) => {
    if (segment.type === 'equal') content.push(...sliceContent(old!.content, segment.fromA, segment.toA))
    else if (segment.type === 'delete')
      content.push(
        ...withBracket(sliceContent(old!.content, segment.fromA, segment.toA), `${id}.o${index}`, by),
      )
    else
      content.push(
        ...withBracket(sliceContent(now!.content, segment.fromB, segment.toB), `${id}.t${index}`, askedBy),
      )
  })
  return { ...old!, content: joinContent(content) }
}

/** Our paragraphs whole, then theirs. */
function bothWhole(
  pair: BlockPair,
  pairs: readonly BlockPair[],
  done: Set<BlockId>,
  { id, by, askedBy }: Askers,
): Block[] {
  const group = pairs.filter(other => other.old?.id === pair.old?.id || other.new?.id === pair.new?.id)
  const old = new Map(group.flatMap(({ old }) => (old ? [[old.id, old] as const] : [])))
  const now = new Map(group.flatMap(({ new: now }) => (now ? [[now.id, now] as const] : [])))
  for (const key of [...old.keys(), ...now.keys()]) done.add(key)
  const theirs = [...now.values()].map(block =>
    // A paragraph of theirs that kept the id of ours needs one of its own beside it.
    old.has(block.id) ? { ...block, id: `${block.id}.${id}` as BlockId } : block,
  )
  return [
    ...[...old.values()].map(block => inBrackets(block, `${id}.o`, by)),
    ...theirs.map(block => inBrackets(block, `${id}.t`, askedBy)),
  ]
}

/** A fact or a note alone cannot carry a bracket: words must stand in it. */
function changesObjectsOnly({ old, new: now, segments }: BlockPair): boolean {
  return segments.some(({ type, fromA, toA, fromB, toB }) => {
    if (type === 'equal') return false
    const content =
      type === 'delete' ? sliceContent(old!.content, fromA, toA) : sliceContent(now!.content, fromB, toB)
    return !content.some(inline => inline.type === 'text')
  })
}

function inBrackets(block: Block, id: string, by: Side): Block {
  return { ...block, content: withBracket(block.content, id, by) }
}

function withBracket(content: readonly Inline[], id: string, by: Side): Inline[] {
  return content.map(inline =>
    inline.type === 'text'
      ? { ...inline, marks: [...(inline.marks ?? []), { type: 'bracket', id, by } as const] }
      : inline,
  )
}

function sayTheSame(a: readonly Block[], b: readonly Block[]): boolean {
  const words = (blocks: readonly Block[]) =>
    JSON.stringify(blocks.map(({ content }) => joinContent(content)))
  return words(a) === words(b)
}
