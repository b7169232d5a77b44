import { describe, expect, it } from 'vitest'
import { bilingualText, fact, missing, note, text, unit } from '../../../server/editions/demo/text-source.ts'
import type { FactId } from '../../../shared/model/ids.ts'
import { firstWords, indexOfNumber, spokenUnits } from '../../../shared/model/spoken-units.ts'

const spoken = spokenUnits(
  bilingualText([
    unit('t', 'title', 'Restitution', '報告'),
    unit('h1', 'heading', 'Constats', '認識'),
    unit('h2', 'heading', text`Emploi${note('Lentement.')}`, '雇用', 2),
    unit('a', 'paragraph', text`Nous avons appris.${note('Sourire.')}`, '学んだ。'),
    unit('b', 'paragraph', 'Encore.', missing),
    unit('empty', 'paragraph', '', ''),
    unit('h3', 'heading', 'Rien ici', '空', 2),
    unit('h4', 'heading', 'Suites', '今後'),
    unit('c', 'commitment', 'Agir.', '行動する。'),
    unit('h5', 'heading', 'Fin', '終'),
  ]),
)

describe('a text as it is spoken', () => {
  it('[W5] goes from unit to unit, under the headings of its section, and passes over what has no words', () => {
    expect(spoken.map(({ id, headings }) => [id, headings.map(heading => heading.id)])).toEqual([
      ['t', []],
      ['a', ['h1', 'h2']],
      ['b', ['h1', 'h2']],
      ['h3', ['h1']],
      ['c', ['h4']],
      ['h5', []],
    ])
  })

  it('[W5] loses no heading: one with nothing under it is spoken by itself, the others with what they open', () => {
    expect(spoken.map(({ opens }) => opens.map(heading => heading.id))).toEqual([
      [],
      ['h1', 'h2'],
      [],
      [],
      ['h4'],
      [],
    ])
  })

  it('[U8] keeps the numbers that the units have on every page', () => {
    expect(spoken.map(({ number }) => number)).toEqual([1, 4, 5, 7, 9, 10])
    expect([1, 2, 4, 6, 99].map(number => indexOfNumber(spoken, number))).toEqual([0, 1, 1, 3, 5])
  })

  it('[W5] gives the notes of a unit to the speaker, with those of the headings it opens', () => {
    expect(spoken[1]!.notes).toEqual({ fr: ['Lentement.', 'Sourire.'], ja: [] })
    expect(spoken[2]!.notes).toEqual({ fr: [], ja: [] })
  })
})

it('[W5] the first words of what comes next end with a whole word, and say facts with their values', () => {
  const [next] = spokenUnits(
    bilingualText([
      unit(
        'a',
        'paragraph',
        text`Nous, ${fact('n')} collectivités réunies`,
        text`私たち${fact('n')}の自治体は`,
      ),
    ]),
  )
  const facts = { ['n' as FactId]: { fr: '12', ja: '12' } }
  expect(firstWords(next!, 'fr', facts, 20)).toBe('Nous, 12…')
  expect(firstWords(next!, 'fr', facts, 80)).toBe('Nous, 12 collectivités réunies')
  expect(firstWords(next!, 'ja', facts, 6)).toBe('私たち12の…')
})
