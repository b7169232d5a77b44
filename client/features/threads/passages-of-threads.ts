/** The ranges of words that threads hang on, block by block. Pure. */
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { BlockId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { type Anchor, type BlockPosition, isInternal } from '../../../shared/model/thread.ts'
import type { PassageRange } from '../../text-view/passages.tsx'
import type { HungThread } from './hung-threads.ts'

export type PassagesByBlock = ReadonlyMap<BlockId, readonly PassageRange[]>

type Hanging = {
  readonly key: string
  readonly language: Language
  readonly start: BlockPosition
  readonly end: BlockPosition
  readonly isShared: boolean
}

/** Resolved threads mark their words only while they are chosen. */
export function passagesOfThreads(
  hung: readonly HungThread[],
  text: BilingualText,
  chosen: string | null,
): PassagesByBlock {
  const ranges = new Map<BlockId, PassageRange[]>()
  for (const { thread, location } of hung) {
    const passage = thread.anchor.passage
    if (location.state !== 'passage' || !passage || (thread.resolved && thread.id !== chosen)) continue
    const { start, end } = location
    const isShared = !isInternal(thread)
    addRanges(ranges, text, { key: thread.id, language: passage.language, start, end, isShared }, chosen)
  }
  return ranges
}

/** As above, with the passage of the thread that is being begun. */
export function withNewPassage(
  passages: PassagesByBlock,
  text: BilingualText,
  anchor: Anchor | null,
  key: string,
): PassagesByBlock {
  if (!anchor?.passage) return passages
  const ranges = new Map([...passages].map(([block, list]) => [block, [...list]]))
  const { language, start, end } = anchor.passage
  addRanges(ranges, text, { key, language, start, end, isShared: false }, key)
  return ranges
}

function addRanges(
  ranges: Map<BlockId, PassageRange[]>,
  text: BilingualText,
  { key, language, start, end, isShared }: Hanging,
  chosen: string | null,
): void {
  const blocks = text[language]
  const [first, last] = [start, end].map(({ block }) => blocks.findIndex(({ id }) => id === block))
  if (first === undefined || last === undefined || first < 0 || last < first) return
  for (const [index, block] of blocks.slice(first, last + 1).entries()) {
    const from = index === 0 ? start.offset : 0
    const to = index === last - first ? end.offset : plainText(block).length
    if (from >= to) continue
    const range = { key, from, to, isShared, isChosen: key === chosen }
    const known = ranges.get(block.id)
    if (known) known.push(range)
    else ranges.set(block.id, [range])
  }
}
