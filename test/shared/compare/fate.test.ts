import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CHANGE_KINDS, compareTexts } from '../../../shared/compare/comparison.ts'
import { type AmendmentFate, fatesOf } from '../../../shared/compare/fate.ts'
import type { BilingualText, Block, Inline, Mark } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { randomText, relinked, revisedText } from '../../support/random-text.ts'
import { seeded } from '../../support/seeded.ts'
import { measureFates } from './fate-quality.ts'
import { withoutIds } from './generated-revision.ts'
import { generatedTriple } from './generated-triple.ts'
import { type Lines, textOf } from './redline.ts'

type Case = {
  readonly act: string
  readonly title: string
  readonly base: Lines
  readonly answer: Lines
  readonly following: Lines
  /** "row fate fr … ja … in units", "-" for a language that the amendment does not touch. */
  readonly fates: readonly string[]
}
const cases: Case[] = JSON.parse(
  readFileSync(new URL('../../fixtures/compare/fates.json', import.meta.url), 'utf8'),
)

describe('the fate of each kind of amendment, in both languages', () => {
  for (const { act, title, base, answer, following, fates } of cases) {
    test(`[C6] ${act}: ${title}`, () => {
      const texts = { base: textOf(base), answer: textOf(answer), following: textOf(following) }
      expect(fatesOf(texts).map(told)).toEqual(fates)
    })

    test(`[C6] the same without ids in the following version: ${act}, ${title}`, () => {
      const texts = { base: textOf(base), answer: textOf(answer), following: withoutIds(textOf(following)) }
      expect(fatesOf(texts).map(fate => told(fate).replaceAll('i-u', 'u'))).toEqual(fates)
    })
  }

  test('there are cases of all three fates for every kind that lines can show', () => {
    for (const kind of CHANGE_KINDS.filter(one => one !== 'formatting'))
      for (const fate of kind === 'typographic' || kind === 'split'
        ? ['taken', 'not-taken']
        : ['taken', 'not-taken', 'in-part'])
        expect(
          cases.some(({ act, fates }) => act === kind && fates.some(line => line.split(' ')[1] === fate)),
          `${kind} ${fate}`,
        ).toBe(true)
  })
})

describe('marks and brackets', () => {
  const words = { fr: 'Nous réaffirmons notre amitié.', ja: '我々は友好を再確認する。' }
  const plain = textOf({ fr: [`u1 | ${words.fr}`], ja: [`u1 | ${words.ja}`] })
  const marked = (from: number, to: number, ...marks: Mark[]): BilingualText => {
    const block = (old: Block, text: string): Block => ({
      ...old,
      content: [
        { text: text.slice(0, from) },
        { text: text.slice(from, to), marks },
        { text: text.slice(to) },
      ].flatMap((run): Inline[] => (run.text ? [{ type: 'text', ...run }] : [])),
    })
    return { fr: [block(plain.fr[0]!, words.fr)], ja: [block(plain.ja[0]!, words.ja)] }
  }
  const fateOf = (base: BilingualText, answer: BilingualText, following: BilingualText) =>
    told(fatesOf({ base, answer, following })[0]!)

  test('[C6] words put in bold are taken, not taken, or in part when only some of them are bold', () => {
    const bold = marked(3, 9, { type: 'bold' })
    expect(fateOf(plain, bold, bold)).toBe('u1 taken fr taken ja taken in u1')
    expect(fateOf(plain, bold, plain)).toBe('u1 not-taken fr not-taken ja not-taken in u1')
    expect(fateOf(plain, bold, marked(3, 6, { type: 'bold' }))).toBe('u1 in-part fr in-part ja in-part in u1')
  })

  test('[C6] marks of another type beside those of the answer do not matter', () => {
    const both = marked(3, 9, { type: 'bold' }, { type: 'underline' })
    expect(fateOf(plain, marked(3, 9, { type: 'bold' }), both)).toBe('u1 taken fr taken ja taken in u1')
  })

  test('[C6] the answer’s words in brackets are not taken yet', () => {
    const longer = textOf({ fr: [`u1 | ${words.fr} Vive elle.`], ja: [`u1 | ${words.ja}万歳。`] })
    const [fr, ja] = LANGUAGES.map(language => longer[language][0]!)
    const bracket: Mark = { type: 'bracket', id: 'b', by: 'jap' }
    const reserved = (block: Block, text: string, more: string): Block => ({
      ...block,
      content: [
        { type: 'text', text },
        { type: 'text', text: more, marks: [bracket] },
      ],
    })
    const following = {
      fr: [reserved(fr!, words.fr, ' Vive elle.')],
      ja: [reserved(ja!, words.ja, '万歳。')],
    }
    expect(fateOf(plain, longer, following)).toBe('u1 in-part fr in-part ja in-part in u1')
    expect(fateOf(plain, following, longer)).toBe('u1 in-part fr in-part ja in-part in u1')
  })
})

describe('amendments of several rows', () => {
  const base = textOf({ fr: ['u1 | Un.', 'u2 | Deux villes se parlent.'], ja: [] })
  const answer = textOf({ fr: ['u1 | Une fois.', 'u2 | Trois villes se parlent.'], ja: [] })

  test('[C6] are taken when all their rows are, and name the units of all', () => {
    const following = textOf({ fr: ['u1 | Une fois.', 'u2 | Deux villes se parlent.'], ja: [] })
    const amendments = [{ key: 'x', rows: ['u1', 'u2'] }]
    const comparison = compareTexts(base, answer)
    expect(fatesOf({ base, answer, following, amendments, comparison }).map(told)).toEqual([
      'x in-part fr in-part ja - in u1 u2',
    ])
    expect(fatesOf({ base, answer, following: answer, amendments }).map(told)).toEqual([
      'x taken fr taken ja - in u1 u2',
    ])
  })

  test('[C6] a row that the comparison does not have is refused', () => {
    expect(() =>
      fatesOf({ base, answer, following: answer, amendments: [{ key: 'x', rows: ['u7'] }] }),
    ).toThrow('no row u7')
  })
})

describe('generated rounds with known fates', () => {
  for (const ids of [true, false])
    test(`[C6] 96 % are right in French, 98 % in Japanese, none taken for its contrary, ids ${ids}`, () => {
      const { fr, ja } = measureFates({ seeds: 60, units: 40, touched: 0.3, own: 0.15, ids })
      expect(fr.right / fr.judged).toBeGreaterThanOrEqual(0.96)
      expect(ja.right / ja.judged).toBeGreaterThanOrEqual(0.98)
      expect((fr.confused + ja.confused) / (fr.judged + ja.judged)).toBeLessThanOrEqual(0.001)
      expect(fr.judged).toBeGreaterThan(500)
    })

  test('[C6] an answer taken whole is taken everywhere; the base sent back takes nothing', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { base, answer } = generatedTriple(seeded(seed), 30, 0.4, 0)
      const fates = (following: BilingualText) =>
        new Set(fatesOf({ base, answer, following }).map(({ fate }) => fate))
      expect([...fates(answer)], `seed ${seed}`).toEqual(['taken'])
      expect([...fates(base)], `seed ${seed}`).toEqual(['not-taken'])
    }
  })
})

describe('any texts, with all marks and objects', () => {
  test('[C6] whatever the answer changed is taken by the answer and not taken by the base', () => {
    for (let seed = 1; seed <= 800; seed++) {
      const random = seeded(seed)
      const base = randomText(random)
      const answer = relinked(random, revisedText(random, base))
      const fates = (following: BilingualText) =>
        fatesOf({ base, answer, following }).flatMap(({ key, fate }) => `${key} ${fate}`)
      const changed = compareTexts(base, answer).rows.filter(({ kinds }) => kinds.length)
      expect(fates(answer), `seed ${seed}`).toEqual(changed.map(({ key }) => `${key} taken`))
      expect(fates(base), `seed ${seed}`).toEqual(changed.map(({ key }) => `${key} not-taken`))
    }
  })

  test('[C6] the order of keys and the copies of objects do not matter', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { base, answer, following } = generatedTriple(seeded(seed), 12, 0.5, 0.3)
      const copy = structuredClone({ following, answer, base })
      expect(fatesOf(copy), `seed ${seed}`).toEqual(fatesOf({ base, answer, following }))
    }
  })
})

function told({ key, fate, fr, ja, in: units }: AmendmentFate): string {
  return `${key} ${fate} fr ${fr ?? '-'} ja ${ja ?? '-'} in ${units.join(' ')}`
}
