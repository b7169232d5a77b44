/** Blocks that left their place and changed on the way. */
import { postingsOf } from './align-gap.ts'
import { type FlatBlock, tokensOf } from './flat-blocks.ts'
import type { Lexicon } from './lexicon.ts'
import { type Bags, similarity } from './similarity.ts'
import { wordChanges } from './word-changes.ts'

/** Least similarity of bags, and least share of characters that a word comparison then finds unchanged. */
const LIKELY = 0.5
const CONFIRMED = 0.65
/** Shorter blocks, in characters, are alike by chance. */
const LEAST_LENGTH = { fr: 24, ja: 10 } as const
/** Features of more blocks than this do not make two blocks candidates. */
const COMMON = 20

/** Places of old and new blocks, none twice, the most alike first. */
export function findMoves(
  old: readonly FlatBlock[],
  now: readonly FlatBlock[],
  bags: Bags,
  lexicon: Lexicon,
): { readonly i: number; readonly j: number }[] {
  if (!old.length || !now.length) return []
  const long = ({ text }: FlatBlock) => text.length >= LEAST_LENGTH[lexicon.language]
  const newBags = now.map(bags.bagOf)
  const postings = postingsOf(newBags)
  const likely = old.filter(long).flatMap(block => {
    const bag = bags.bagOf(block)
    const places = new Set<number>()
    for (const feature of bag.counts.keys()) {
      const list = postings.get(feature) ?? []
      if (list.length <= 2 * COMMON) for (let p = 0; p < list.length; p += 2) places.add(list[p]!)
    }
    return [...places].flatMap(place => {
      const score = similarity(bag, newBags[place]!, bags)
      return score >= LIKELY && long(now[place]!) ? [{ block, other: now[place]!, score }] : []
    })
  })
  likely.sort((x, y) => y.score - x.score || x.block.index - y.block.index || x.other.index - y.other.index)
  const taken = new Set<FlatBlock>()
  const moves: { i: number; j: number }[] = []
  for (const { block, other } of likely) {
    if (taken.has(block) || taken.has(other) || unchangedShare(block, other, lexicon) < CONFIRMED) continue
    taken.add(block).add(other)
    moves.push({ i: block.index, j: other.index })
  }
  return moves
}

function unchangedShare(a: FlatBlock, b: FlatBlock, lexicon: Lexicon): number {
  let changed = 0
  for (const change of wordChanges(tokensOf(a, lexicon), tokensOf(b, lexicon), lexicon, true))
    changed += change.toA - change.fromA + change.toB - change.fromB
  return 1 - changed / (a.text.length + b.text.length)
}
