/** A comparison turns the old text into the new one, and the new one back into the old, exactly. */
import type { BilingualText, Block, Inline } from '../model/bilingual-text.ts'
import { canonicalJson } from '../model/canonical-form.ts'
import { LANGUAGES } from '../model/language.ts'
import type { BlockPair, Comparison, Segment } from './comparison.ts'
import { joinContent, sliceContent } from './slice-content.ts'

/**
 * The new text, made from the old one and the changes. Adjacent texts with the same marks come out joined,
 * as in the canonical form. Throws when `a` is not the text that the comparison was made from.
 */
export function applyComparison(a: BilingualText, comparison: Comparison): BilingualText {
  return transformed(a, comparison, BACKWARD, FORWARD)
}

/** The old text, made from the new one; the reverse of `applyComparison`. */
export function revertComparison(b: BilingualText, comparison: Comparison): BilingualText {
  return transformed(b, comparison, FORWARD, BACKWARD)
}

/** The names of one side of a pair, and the type of segment that only this side has. */
type Side = {
  readonly block: 'old' | 'new'
  readonly index: 'oldIndex' | 'newIndex'
  readonly from: 'fromA' | 'fromB'
  readonly to: 'toA' | 'toB'
  readonly kept: 'delete' | 'insert'
}
const BACKWARD: Side = { block: 'old', index: 'oldIndex', from: 'fromA', to: 'toA', kept: 'delete' }
const FORWARD: Side = { block: 'new', index: 'newIndex', from: 'fromB', to: 'toB', kept: 'insert' }

function transformed(base: BilingualText, comparison: Comparison, source: Side, target: Side): BilingualText {
  const blocks = LANGUAGES.map(language => {
    const byIndex: { pair: BlockPair; content: Inline[] }[][] = []
    const used = new Set<number>()
    for (const row of comparison.rows)
      for (const pair of row[language].pairs) {
        const at = pair[source.index]
        const block = at === null ? null : base[language][at]
        if (at !== null) used.add(at)
        if (at !== null && (!block || !sameBlock(block, pair[source.block]!)))
          throw new Error(`block ${at} (${language}) is not the one that was compared: ${block?.id}`)
        const place = pair[target.index]
        if (place === null) continue
        byIndex[place] ??= []
        byIndex[place].push({ pair, content: contentOf(pair, block ?? null, source, target) })
      }
    if (used.size !== base[language].length)
      throw new Error(`${base[language].length - used.size} blocks (${language}) were not compared`)
    return byIndex.map(parts => joined(parts, target))
  })
  return { fr: blocks[0]!, ja: blocks[1]! }
}

/** Unchanged words come from the block at hand with its marks; changed words and changed marks from the other. */
function contentOf(pair: BlockPair, block: Block | null, source: Side, target: Side): Inline[] {
  const other = pair[target.block]!.content
  const content: Inline[] = []
  for (const segment of pair.segments) {
    if (segment.type === target.kept)
      content.push(...sliceContent(other, segment[target.from], segment[target.to]))
    else if (segment.type === 'equal') content.push(...equalContent(segment, pair, block!, source, target))
  }
  return content
}

function equalContent(segment: Segment, pair: BlockPair, block: Block, source: Side, target: Side): Inline[] {
  const content: Inline[] = []
  let at = segment[source.from]
  for (const change of pair.formatting) {
    if (change[source.from] < at || change[source.to] > segment[source.to]) continue
    content.push(...sliceContent(block.content, at, change[source.from]))
    content.push(...sliceContent(pair[target.block]!.content, change[target.from], change[target.to]))
    at = change[source.to]
  }
  return [...content, ...sliceContent(block.content, at, segment[source.to])]
}

function joined(
  parts: readonly { readonly pair: BlockPair; readonly content: readonly Inline[] }[],
  target: Side,
): Block {
  const inOrder = [...parts].sort(
    (x, y) => x.pair[target.from] - y.pair[target.from] || x.pair[target.to] - y.pair[target.to],
  )
  const { id, unit, kind, level } = inOrder[0]!.pair[target.block]!
  return { id, unit, kind, level, content: joinContent(inOrder.flatMap(({ content }) => content)) }
}

function sameBlock(a: Block, b: Block): boolean {
  if (a === b) return true
  return (
    canonicalJson({ ...a, content: joinContent(a.content) }) ===
    canonicalJson({ ...b, content: joinContent(b.content) })
  )
}
