import { describe, expect, test } from 'vitest'
import { lengthOf, speakingSeconds } from '../../../shared/model/speech.ts'

describe('[W2] the length of a text', () => {
  test.each([
    ['', 0],
    ['Nous réaffirmons notre engagement.', 4],
    ['l’attractivité d’un territoire', 3],
    ["l'attractivité d'un territoire", 3],
    ['franco-japonaise, c’est-à-dire : 35 collectivités', 4],
    ['3,5\u00A0% des 10\u202F000 habitants', 4],
    ['« Oui » — non !', 2],
  ])('in French words: %s', (words, count) => {
    expect(lengthOf(words, 'fr')).toBe(count)
  })

  test.each([
    ['', 0],
    ['私たちは、協力する。', 10],
    ['𠮷野町 と が\u3099', 5],
    ['　全角　空白\n', 4],
    ['10月21日（水）', 9],
  ])('in Japanese characters: %s', (words, count) => {
    expect(lengthOf(words, 'ja')).toBe(count)
  })
})

test('[W2] the time it takes to say it, doubled with consecutive interpretation', () => {
  expect(speakingSeconds(140, 'fr', false)).toBe(60)
  expect(speakingSeconds(150, 'ja', true)).toBe(60)
  expect(speakingSeconds(0, 'ja', true)).toBe(0)
})
