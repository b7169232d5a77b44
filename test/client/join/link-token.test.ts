// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { linkToken } from '../../../client/features/join/link-token.ts'

const TOKEN = 'Zm9yLXRoZS10ZXN0X29ubHktMDEyMzQ1Njc4OQ'

describe('the token in the address of a link', () => {
  test('[M5] is what stands after the #', () => {
    location.hash = `#${TOKEN}`
    expect(linkToken()).toBe(TOKEN)
  })

  for (const [what, hash] of [
    ['cut short', TOKEN.slice(0, 10)],
    ['missing', ''],
    ['garbled on its way', `${TOKEN}%E3%8`],
  ] as const)
    test(`[M5] a token ${what} is none, and the page goes on`, () => {
      location.hash = `#${hash}`
      expect(linkToken()).toBeNull()
    })
})
