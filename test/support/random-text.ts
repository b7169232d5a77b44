/** Random bilingual texts for property tests: marks, inline objects, surrogate pairs, combining marks. */
import {
  type BilingualText,
  BLOCK_KINDS,
  type Block,
  type BlockLevel,
  type Inline,
  type Mark,
} from '../../shared/model/bilingual-text.ts'
import { normalBlock } from '../../shared/model/canonical-form.ts'
import type { BlockId, FactId, UnitId } from '../../shared/model/ids.ts'
import type { Random } from './seeded.ts'

const WORDS = {
  fr: [
    'l’attractivité ',
    'des ',
    'territoires ',
    '35 ',
    'collectivités ',
    'e\u0301changes ',
    '👩🏽‍🌾 ',
    '« ',
    '12\u202f500 ',
    'aujourd’hui ',
  ],
  ja: [
    '日仏',
    '自治体',
    '交流会議',
    '第９回',
    '、',
    'が',
    'ヷ',
    '葛\u{E0100}城',
    '𠮷野',
    'ウ\u3099',
    '2026年',
    '。',
  ],
} as const

export function randomText(random: Random, units = 1 + random.below(8)): BilingualText {
  const blocks = (language: 'fr' | 'ja') =>
    Array.from({ length: units }, (_, index) =>
      randomBlock(random, language, `u${index}`, `${language}${index}`),
    )
  return { fr: blocks('fr'), ja: blocks('ja').filter(() => random.below(10) > 0) }
}

/** A revision of `text`: words, marks, kinds, insertions, deletions and moves in either language. */
export function revisedText(random: Random, text: BilingualText): BilingualText {
  const revise = (language: 'fr' | 'ja'): Block[] => {
    const blocks = [...text[language]]
    for (let edits = random.below(4); edits > 0; edits--) {
      const at = random.below(blocks.length + 1)
      const block = blocks[at]
      const fresh = `${language}-${random.below(1e9)}`
      switch (random.below(6)) {
        case 0:
          blocks.splice(at, 0, randomBlock(random, language, `u-${fresh}`, fresh))
          break
        case 1:
          blocks.splice(at, 1)
          break
        case 2:
          if (block) blocks.splice(random.below(blocks.length), 0, ...blocks.splice(at, 1))
          break
        case 3:
          if (block) blocks[at] = { ...block, kind: random.pick(BLOCK_KINDS) }
          break
        default:
          if (block)
            blocks[at] = normalBlock({
              ...block,
              content: block.content.flatMap(inline =>
                random.below(3) ? [inline] : randomContent(random, language),
              ),
            })
      }
    }
    return blocks
  }
  return { fr: revise('fr'), ja: revise('ja') }
}

/** Sometimes with one block linked to the unit of another. */
export function relinked(random: Random, text: BilingualText): BilingualText {
  const language = random.pick(['fr', 'ja'] as const)
  const at = random.below(text[language].length)
  const [block, other] = [text[language][at], random.pick([...text.fr, ...text.ja])]
  if (!block || !other || random.below(3)) return text
  return { ...text, [language]: text[language].with(at, { ...block, unit: other.unit }) }
}

export function randomBlock(random: Random, language: 'fr' | 'ja', unit: string, id: string): Block {
  return normalBlock({
    id: id as BlockId,
    unit: unit as UnitId,
    kind: random.pick(BLOCK_KINDS),
    level: (1 + random.below(3)) as BlockLevel,
    content: randomContent(random, language),
  })
}

function randomContent(random: Random, language: 'fr' | 'ja'): Inline[] {
  return Array.from({ length: random.below(6) }, (): Inline => {
    switch (random.below(12)) {
      case 0:
        return { type: 'break' }
      case 1:
        return { type: 'fact', fact: `f${random.below(3)}` as FactId }
      case 2:
        return { type: 'note', text: random.pick(WORDS[language]) }
      default:
        return { type: 'text', text: words(random, language), marks: randomMarks(random) }
    }
  })
}

function words(random: Random, language: 'fr' | 'ja'): string {
  return Array.from({ length: 1 + random.below(6) }, () => random.pick(WORDS[language])).join('')
}

function randomMarks(random: Random): Mark[] {
  const marks: Mark[] = [
    { type: 'bold' },
    { type: 'italic' },
    { type: 'link', href: 'https://example.org/' },
    { type: 'ruby', rt: 'よみ' },
    { type: 'bracket', id: 'b1', by: 'fra' },
    { type: 'bracket', id: 'b2', by: 'jap' },
  ]
  return marks.filter(() => random.below(6) === 0)
}
