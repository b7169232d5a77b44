import { describe, expect, test } from 'vitest'
import { followAll, locateAll, type Origin } from '../../../shared/integrate/locate-words.ts'
import { wordsOfUnits } from '../../../shared/integrate/unit-words.ts'
import { type BilingualText, type Block, plainText, unitOrder } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { randomText, revisedText } from '../../support/random-text.ts'
import { seeded } from '../../support/seeded.ts'

const SENTENCES = [
  ['Les collectivités partagent leurs incubateurs d’entreprises.', '自治体は起業支援施設を共有する。'],
  ['Un réseau de jeunes artisans sera créé avant 2028.', '2028年までに若手職人の網を設ける。'],
  ['La formation professionnelle associe lycées et ateliers.', '職業訓練は高校と工房を結び付ける。'],
  ['Chaque ville nomme un correspondant pour l’emploi.', '各都市は雇用担当者を任命する。'],
] as const

const block = (
  language: 'fr' | 'ja',
  n: number,
  words: string = SENTENCES[n]![language === 'fr' ? 0 : 1],
): Block => ({
  id: `${language}${n}` as BlockId,
  unit: `u${n}` as UnitId,
  kind: 'paragraph',
  level: 1,
  content: [{ type: 'text', text: words }],
})
const text = (...numbers: number[]): BilingualText => ({
  fr: numbers.map(n => block('fr', n)),
  ja: numbers.map(n => block('ja', n)),
})
const originOf = (of: BilingualText, unit: string): Origin => ({
  units: [unit as UnitId],
  words: wordsOfUnits(of, [unit as UnitId]),
})
const retyped = (
  of: BilingualText,
  change: (block: Block, language: 'fr' | 'ja') => Block,
): BilingualText => ({
  fr: of.fr.map(each => change(each, 'fr')),
  ja: of.ja.map(each => change(each, 'ja')),
})

describe('[T1] [W3] words that came from a workshop are found again', () => {
  const start = text(0, 1, 2, 3)

  test('moved and reworded, by their unit', () => {
    const moved = text(3, 1, 0, 2)
    const now = retyped(moved, each =>
      each.unit === 'u1' ? { ...each, content: [{ type: 'text', text: '…' }] } : each,
    )
    expect(locateAll(now, [originOf(start, 'u1')])).toEqual([['u1']])
  })

  test('merged into another unit, by their blocks; joined to another paragraph, by what they say', () => {
    const merged = retyped(start, each => (each.unit === 'u1' ? { ...each, unit: 'u0' as UnitId } : each))
    expect(locateAll(merged, [originOf(start, 'u1')])).toEqual([['u0']])
    const joined = retyped(text(0, 2, 3), (each, language) =>
      each.unit === 'u0'
        ? block(
            language,
            0,
            SENTENCES[0]![language === 'fr' ? 0 : 1] + SENTENCES[1]![language === 'fr' ? 0 : 1],
          )
        : each,
    )
    const both = [originOf(start, 'u0'), originOf(start, 'u1')]
    expect(locateAll(joined, both)).toEqual([['u0'], ['u0']])
  })

  test('cut in two units, in both; a neighbour that says something else is none of them', () => {
    const long = retyped(start, (each, language) => {
      const at = language === 'fr' ? 0 : 1
      return each.unit === 'u1' ? block(language, 1, SENTENCES[1]![at] + SENTENCES[2]![at]) : each
    })
    const cut = retyped(text(0, 1, 2, 3), each =>
      each.unit === 'u2' ? { ...each, id: `x-${each.id}` as BlockId, unit: 'fresh' as UnitId } : each,
    )
    expect(locateAll(cut, [originOf(long, 'u1')])).toEqual([['u1', 'fresh']])
  })

  test('nowhere, when nothing is left of them', () => {
    expect(locateAll(text(0, 2, 3), [originOf(start, 'u1')])).toEqual([[]])
  })

  test('through versions: reworded in one, cut in the next, and absent where the other side had deleted them', () => {
    const reworded = retyped(start, (each, language) =>
      each.unit === 'u1'
        ? block(
            language,
            1,
            SENTENCES[3]![language === 'fr' ? 0 : 1] + SENTENCES[0]![language === 'fr' ? 0 : 1],
          )
        : each,
    )
    const without = {
      fr: reworded.fr.filter(({ unit }) => unit !== 'u1'),
      ja: reworded.ja.filter(({ unit }) => unit !== 'u1'),
    }
    expect(
      followAll([reworded, text(2), without.fr.length ? reworded : without], [originOf(start, 'u1')]),
    ).toEqual([['u1']])
  })

  test('whatever is done to a text: a unit that kept its id is always among its places, and no place is invented', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed)
      const before = randomText(random)
      const versions: BilingualText[] = []
      for (let round = 0; round < 3; round++) versions.push(revisedText(random, versions.at(-1) ?? before))
      const units = unitOrder(before)
      const places = followAll(
        versions,
        units.map(unit => originOf(before, unit)),
      )
      const last = versions.at(-1)!
      const order = unitOrder(last)
      const standing = new Set(order)
      for (const [index, unit] of units.entries()) {
        const found = places[index]!
        if (standing.has(unit)) expect(found, `seed ${seed}`).toContain(unit)
        expect(
          found.every(place => standing.has(place)),
          `seed ${seed}`,
        ).toBe(true)
        expect(found, `seed ${seed}`).toEqual(order.filter(place => found.includes(place)))
        if (found.length === 0)
          for (const { id } of [...last.fr, ...last.ja].filter(each => plainText(each)))
            expect(
              wordsOfUnits(before, [unit]).fr.map(each => each.id),
              `seed ${seed}`,
            ).not.toContain(id)
      }
    }
  })
})
