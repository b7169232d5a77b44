import { describe, expect, test } from 'vitest'
import {
  CARD_GAP,
  heightOfCards,
  type LaidCard,
  layCards,
} from '../../../client/features/threads/card-layout.ts'

const card = (key: string, top: number, height = 100): LaidCard => ({ key, top, height })

/** A small generator, so that a failure can be told by its seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

describe('cards in a margin', () => {
  test('[T1] a card that has room stands at its words', () => {
    expect([...layCards([card('a', 10), card('b', 300)], null)]).toEqual([
      ['a', 10],
      ['b', 300],
    ])
  })

  test('[T1] the chosen card stands exactly at its words: those above are pushed up, those below down', () => {
    const cards = [card('a', 350), card('b', 390), card('c', 400), card('d', 900)]
    expect([...layCards(cards, 'c')]).toEqual([
      ['a', 400 - 2 * (100 + CARD_GAP)],
      ['b', 400 - (100 + CARD_GAP)],
      ['c', 400],
      ['d', 900],
    ])
  })

  test('[T1] nothing stands above the top of the column, even when the chosen one must yield', () => {
    const tops = layCards([card('a', 0), card('b', 5), card('c', 50)], 'c')
    expect([...tops.values()]).toEqual([0, 110, 220])
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    '[T1] no card lies over another, and their order holds (seed %i)',
    seed => {
      const random = seeded(seed)
      const cards = Array.from({ length: 30 }, (_, index) =>
        card(`${index}`, Math.round(random() * 2_000), 40 + Math.round(random() * 300)),
      ).sort((a, b) => a.top - b.top)
      const chosen = `${Math.floor(random() * 30)}`
      const tops = layCards(cards, chosen)
      let bottom = -CARD_GAP
      for (const { key, height } of cards) {
        expect(tops.get(key)!).toBeGreaterThanOrEqual(bottom + CARD_GAP)
        bottom = tops.get(key)! + height
      }
      expect(heightOfCards(cards, tops)).toBe(bottom)
    },
  )
})
