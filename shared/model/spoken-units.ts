/**
 * [W5] A text as it is spoken: one unit after the other, each under the headings of its section. Headings are not
 * stopped at, because nobody reads a heading aloud by itself; one with nothing under it is, so that no words are lost.
 */
import { type BilingualText, type Inline, type Unit, unitsOf } from './bilingual-text.ts'
import type { FactValues } from './canonical-form.ts'
import { LANGUAGES, type Language } from './language.ts'

export type SpokenUnit = Unit & {
  /** Of the unit in the text, from 1: the number that every page shows, headings counted. */
  readonly number: number
  /** The headings above it, the highest first. */
  readonly headings: readonly Unit[]
  /** Of them, those that are met here for the first time: they are said with this unit. */
  readonly opens: readonly Unit[]
  /** Inline notes of the unit and of the headings it opens, by language. */
  readonly notes: { readonly [L in Language]: readonly string[] }
}

/** In reading order; units without words in either language are passed over. */
export function spokenUnits(text: BilingualText): SpokenUnit[] {
  const spoken: SpokenUnit[] = []
  let above: { readonly unit: Unit; readonly number: number; readonly level: number; met: boolean }[] = []
  const speak = (unit: Unit, number: number) => {
    const opens = above.filter(({ met }) => !met).map(heading => heading.unit)
    for (const heading of above) heading.met = true
    spoken.push({
      ...unit,
      number,
      headings: above.map(heading => heading.unit),
      opens,
      notes: { fr: notesIn([...opens, unit], 'fr'), ja: notesIn([...opens, unit], 'ja') },
    })
  }
  /** Leaves the sections from `level` down; a heading that nothing stood under is spoken by itself. */
  const leave = (level: number) => {
    while (above.length && above.at(-1)!.level >= level) {
      const { unit, number, met } = above.at(-1)!
      above = above.slice(0, -1)
      if (!met) speak(unit, number)
    }
  }
  for (const [index, unit] of unitsOf(text).entries()) {
    if (!hasWords(unit)) continue
    const level = headingLevel(unit)
    if (level === null) speak(unit, index + 1)
    else {
      leave(level)
      above = [...above, { unit, number: index + 1, level, met: false }]
    }
  }
  leave(0)
  return spoken
}

/** Where to go for a number of the text: that unit, or for a heading's the first under it; past the end the last. */
export function indexOfNumber(units: readonly Pick<SpokenUnit, 'number'>[], number: number): number {
  const found = units.findIndex(unit => unit.number >= number)
  return found < 0 ? Math.max(0, units.length - 1) : found
}

/** The first words of a unit in a language, of at most `length` characters; empty when the language lacks it. */
export function firstWords(
  unit: Pick<Unit, Language>,
  language: Language,
  facts: FactValues,
  length: number,
): string {
  const words = unit[language]
    .map(({ content }) => content.map(inline => read(inline, language, facts)).join(''))
    .join(language === 'fr' ? ' ' : '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const characters = [...words]
  if (characters.length <= length) return words
  const cut = characters.slice(0, length).join('')
  // French stops after a whole word.
  return `${language === 'fr' ? cut.replace(/\s+\S*$/u, '') : cut}…`
}

function read(inline: Inline, language: Language, facts: FactValues): string {
  if (inline.type === 'text') return inline.text
  if (inline.type === 'fact') return facts[inline.fact]?.[language] ?? '…'
  return inline.type === 'break' ? ' ' : ''
}

function headingLevel({ fr, ja }: Unit): number | null {
  const blocks = [...fr, ...ja]
  return blocks.every(({ kind }) => kind === 'heading') ? Math.min(...blocks.map(({ level }) => level)) : null
}

function hasWords(unit: Unit): boolean {
  return LANGUAGES.some(language =>
    unit[language].some(({ content }) =>
      content.some(inline => inline.type === 'fact' || (inline.type === 'text' && inline.text.trim() !== '')),
    ),
  )
}

function notesIn(units: readonly Unit[], language: Language): string[] {
  return units.flatMap(unit =>
    unit[language].flatMap(({ content }) =>
      content.flatMap(inline => (inline.type === 'note' ? [inline.text] : [])),
    ),
  )
}
