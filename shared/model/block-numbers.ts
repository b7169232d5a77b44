/**
 * Generated numbers, the same in both languages: they are counted over units in reading order, so that the
 * French and the Japanese block of one unit always carry the same one.
 *
 * Commitments count through the whole text (1, 2, 3 …). Numbered items count per level and begin again
 * after anything that is not an item. The further blocks of a unit in one language carry no number.
 */
import { type BilingualText, type Block, unitsOf } from './bilingual-text.ts'
import type { BlockId } from './ids.ts'
import { LANGUAGES, type Language } from './language.ts'

export type BlockNumbers = ReadonlyMap<BlockId, string>

const BULLETS: { readonly [L in Language]: readonly [string, string, string] } = {
  fr: ['–', '•', '◦'],
  ja: ['・', '－', '◦'],
}

/** The number or bullet printed before each block that has one. */
export function blockNumbers(text: BilingualText): BlockNumbers {
  const numbers = new Map<BlockId, string>()
  let commitments = 0
  let items = [0, 0, 0]
  for (const unit of unitsOf(text)) {
    const kinds = [...unit.fr, ...unit.ja]
    const item = kinds.find(block => block.kind === 'number')
    if (kinds.some(block => block.kind === 'commitment')) commitments++
    if (item)
      items = items.map((count, level) =>
        level + 1 < item.level ? count : level + 1 === item.level ? count + 1 : 0,
      )
    else if (!kinds.some(block => block.kind === 'bullet')) items = [0, 0, 0]
    for (const language of LANGUAGES)
      for (const block of firstOfEachKind(unit[language])) {
        const number = printed(block, language, commitments, items[block.level - 1] ?? 0)
        if (number) numbers.set(block.id, number)
      }
  }
  return numbers
}

function printed(block: Block, language: Language, commitments: number, item: number): string | undefined {
  if (block.kind === 'commitment') return language === 'fr' ? `${commitments}.` : `${commitments}．`
  if (block.kind === 'bullet') return BULLETS[language][block.level - 1]
  if (block.kind !== 'number') return undefined
  const count = block.level === 1 ? String(item) : block.level === 2 ? letter(item) : roman(item)
  return language === 'fr' ? `${count})` : `（${count}）`
}

/** One number per unit and kind; bullets are not numbers and stand before every block. */
function firstOfEachKind(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block, index) =>
      block.kind === 'bullet' || blocks.findIndex(other => other.kind === block.kind) === index,
  )
}

function letter(count: number): string {
  return count <= 26
    ? String.fromCharCode(96 + count)
    : `${letter(Math.floor((count - 1) / 26))}${letter(((count - 1) % 26) + 1)}`
}

function roman(count: number): string {
  const parts: readonly [number, string][] = [
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let left = count
  let written = ''
  for (const [value, sign] of parts) for (; left >= value; left -= value) written += sign
  return written
}
