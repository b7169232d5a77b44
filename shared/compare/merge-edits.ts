/** Two edits of one paragraph brought together, word by word, where they do not touch each other. */
import type { BilingualText, Block, Inline } from '../model/bilingual-text.ts'
import { canonicalJson } from '../model/canonical-form.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { AmendmentBlocks } from './carry-out.ts'
import { type BlockPair, compareTexts } from './comparison.ts'
import { joinContent, sliceContent } from './slice-content.ts'

/**
 * The blocks with what both `ours` and `theirs` changed of `base`. Null when their words touch or overlap, or when
 * one of them did more than change words, marks and kinds: then a person decides.
 */
export function mergeEdits(
  base: AmendmentBlocks,
  ours: AmendmentBlocks,
  theirs: AmendmentBlocks,
): AmendmentBlocks | null {
  const merged: { fr: readonly Block[]; ja: readonly Block[] } = { fr: [], ja: [] }
  for (const language of LANGUAGES) {
    const blocks = mergeLanguage(language, base[language], ours[language], theirs[language])
    if (!blocks) return null
    merged[language] = blocks
  }
  return merged
}

function mergeLanguage(
  language: Language,
  base: readonly Block[],
  ours: readonly Block[],
  theirs: readonly Block[],
): readonly Block[] | null {
  const form = (blocks: readonly Block[]) => canonicalJson(blocks)
  if (form(theirs) === form(base)) return ours
  if (form(ours) === form(base)) return theirs
  const sameIds = (a: readonly Block[], b: readonly Block[]) =>
    a.length === b.length && a.every((block, index) => block.id === b[index]!.id)
  if (!sameIds(base, ours) || !sameIds(base, theirs)) return null
  const merged = base.map((block, index) => mergeBlock(language, block, ours[index]!, theirs[index]!))
  return merged.every(block => block !== null) ? merged : null
}

function mergeBlock(language: Language, base: Block, ours: Block, theirs: Block): Block | null {
  const changes = bothChanges(pairOf(language, base, ours), pairOf(language, base, theirs))
  if (!changes) return null
  const content: Inline[] = []
  let at = 0
  for (const { from, to, words } of changes) {
    content.push(...sliceContent(base.content, at, from), ...words)
    at = to
  }
  content.push(...sliceContent(base.content, at, Number.POSITIVE_INFINITY))
  const shape = theirs.kind !== base.kind || theirs.level !== base.level ? theirs : ours
  return { ...ours, kind: shape.kind, level: shape.level, content: joinContent(content) }
}

type Change = { readonly from: number; readonly to: number; readonly words: readonly Inline[] }

function pairOf(language: Language, old: Block, now: Block): BlockPair {
  const alone = (block: Block): BilingualText => ({ fr: [], ja: [], [language]: [block] })
  return compareTexts(alone(old), alone(now)).rows[0]![language].pairs[0]!
}

/** The changes of both in the base's order; null when two of them touch without being the same. */
function bothChanges(ours: BlockPair, theirs: BlockPair): Change[] | null {
  if (!ours.old || !ours.new || !theirs.old || !theirs.new) return null
  const all = [...changesOf(ours), ...changesOf(theirs)].sort((a, b) => a.from - b.from || a.to - b.to)
  const kept: Change[] = []
  for (const change of all) {
    const last = kept.at(-1)
    if (last && canonicalJson(last) === canonicalJson(change)) continue
    if (last && change.from <= last.to) return null
    kept.push(change)
  }
  return kept
}

/** Ranges of the old block with the content that takes their place: changed words, and words with other marks. */
function changesOf({ segments, formatting, new: now }: BlockPair): Change[] {
  const changes: Change[] = []
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index]!
    if (segment.type === 'equal') continue
    const next = segment.type === 'delete' ? segments[index + 1] : undefined
    const come = segment.type === 'insert' ? segment : next?.type === 'insert' ? next : undefined
    if (come && come !== segment) index++
    const words = come ? sliceContent(now!.content, come.fromB, come.toB) : []
    changes.push({ from: segment.fromA, to: segment.toA, words })
  }
  for (const { fromA, toA, fromB, toB } of formatting)
    changes.push({ from: fromA, to: toA, words: sliceContent(now!.content, fromB, toB) })
  return changes
}
