/** Random pairs of texts: a text and what somebody made of it. */
import type { BilingualText, Block } from '../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../shared/model/ids.ts'
import { editedWording } from '../shared/compare/random-wording.ts'
import { randomText, relinked, revisedText } from './random-text.ts'
import type { Random } from './seeded.ts'

/** A text and a revision of it; sometimes without common ids, as an import is; sometimes split, merged or reworded. */
export function randomPair(random: Random): readonly [BilingualText, BilingualText] {
  const a = randomText(random)
  if (random.below(12) === 0) return [a, randomText(random)]
  let b = revisedText(random, a)
  for (const language of ['fr', 'ja'] as const) {
    const blocks = b[language].flatMap(block => {
      const chance = random.below(8)
      return chance === 0
        ? splitBlock(random, block)
        : chance < 3
          ? [reworded(random, language, block)]
          : [block]
    })
    b = { ...b, [language]: random.below(4) ? blocks : mergedBlocks(random, blocks) }
  }
  b = relinked(random, b)
  return random.below(3) ? [a, b] : [a, withoutIds(b)]
}

function reworded(random: Random, language: 'fr' | 'ja', block: Block): Block {
  const content = block.content.map(inline =>
    inline.type === 'text'
      ? { ...inline, text: `${editedWording(random, language, inline.text)}x`.normalize('NFC') }
      : inline,
  )
  return {
    ...block,
    content: content.filter((inline, index) => inline.type !== 'text' || content[index - 1]?.type !== 'text'),
  }
}

function splitBlock(random: Random, block: Block): Block[] {
  const at = random.below(block.content.length + 1)
  const fresh = `${block.id}-${random.below(1e9)}`
  const unit = random.below(2) ? block.unit : (`unit-${fresh}` as UnitId)
  return [
    { ...block, content: block.content.slice(0, at) },
    { ...block, id: fresh as BlockId, unit, content: block.content.slice(at) },
  ]
}

function mergedBlocks(random: Random, blocks: readonly Block[]): Block[] {
  const at = random.below(blocks.length)
  const [first, second] = [blocks[at], blocks[at + 1]]
  if (!first || !second) return [...blocks]
  return blocks.toSpliced(at, 2, {
    ...first,
    content: [...first.content, { type: 'break' }, ...second.content],
  })
}

function withoutIds(text: BilingualText): BilingualText {
  const fresh = (block: Block): Block => ({
    ...block,
    id: `i-${block.id}` as BlockId,
    unit: `i-${block.unit}` as UnitId,
  })
  return { fr: text.fr.map(fresh), ja: text.ja.map(fresh) }
}
