/** [W3] The section of a workshop in the declaration: under the heading that names its number, title or alias. */
import { type BilingualText, type Block, plainText, unitsOf } from '../model/bilingual-text.ts'
import type { Workshop } from '../model/edition.ts'
import type { UnitId } from '../model/ids.ts'

export type Section = {
  readonly heading: UnitId
  /** The last unit of the section: what is put in follows it. */
  readonly last: UnitId
}

/** Null when no heading names the workshop; then a place is chosen by hand. */
export function findSection(
  text: BilingualText,
  workshop: Pick<Workshop, 'number' | 'title' | 'aliases'>,
): Section | null {
  const units = unitsOf(text)
  const headings = units.map(({ fr, ja }) => [...fr, ...ja].filter(({ kind }) => kind === 'heading'))
  const names = namesOf(workshop)
  const at = [byNumber(workshop.number), byName(names)]
    .map(says => headings.findIndex(blocks => blocks.some(says)))
    .find(index => index >= 0)
  if (at === undefined) return null
  const level = Math.min(...headings[at]!.map(block => block.level))
  const next = headings.findIndex((blocks, index) => index > at && blocks.some(block => block.level <= level))
  const ending = next < 0 ? lastOfBody(units) : next - 1
  return { heading: units[at]!.id, last: units[Math.max(at, ending)]!.id }
}

/** What follows the last section is signatures, not part of it. */
function lastOfBody(units: ReturnType<typeof unitsOf>): number {
  return units.findLastIndex(({ fr, ja }) => [...fr, ...ja].some(({ kind }) => kind !== 'signature'))
}

const KANJI = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function byNumber(number: number): (block: Block) => boolean {
  const figures = KANJI[number] ? `(?:${number}|${KANJI[number]})` : String(number)
  const french = new RegExp(`\\batelier\\s*(?:n[o°º.]*\\s*)?${number}(?!\\d)`)
  const japanese = new RegExp(`第${figures}分科会|分科会${figures}(?![\\d一二三四五六七八九十])`)
  return block => {
    const words = folded(block)
    return french.test(words) || japanese.test(words.replace(/\s/g, ''))
  }
}

/** Names shorter than this would be found in any heading. */
const SHORTEST_NAME = 4

function namesOf({ title, aliases }: Pick<Workshop, 'title' | 'aliases'>): string[] {
  return [title.fr, title.ja, ...aliases].map(fold).filter(name => name.length >= SHORTEST_NAME)
}

function byName(names: readonly string[]): (block: Block) => boolean {
  return block => {
    const words = folded(block)
    return names.some(
      name => words.includes(name) || (words.length >= SHORTEST_NAME * 2 && name.includes(words)),
    )
  }
}

const folded = (block: Block) => fold(plainText(block))

/** Case, width, spaces and apostrophes do not tell headings apart. */
function fold(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim()
}
