import { describe, expect, it } from 'vitest'
import { bilingualText, ruby, text, unit } from '../../../server/editions/demo/text-source.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import { timeMarkPlace } from '../../../shared/model/time-mark-place.ts'

const { fr, ja } = bilingualText([
  unit(
    'a',
    'paragraph',
    'Les habitants restent, et les jeunes aussi.',
    text`若者が残る地域には、${ruby('見習', 'みなら')}いの工房がある。`,
  ),
])

function wordsBefore(language: 'fr' | 'ja', fraction: number): string {
  const blocks = language === 'fr' ? fr : ja
  const place = timeMarkPlace(blocks, language, fraction)!
  return plainText(blocks[0]!).slice(0, place.offset)
}

describe('a mark of time', () => {
  it('[W5] stands after a space in French, never inside a word', () => {
    expect(wordsBefore('fr', 0.1)).toBe('Les habitants ')
    expect(wordsBefore('fr', 0.95)).toBe('Les habitants restent, et les jeunes aussi.')
  })

  it('[W5] stands between words in Japanese, neither before a comma nor inside a reading', () => {
    for (let tenth = 0; tenth <= 10; tenth++) {
      const words = wordsBefore('ja', tenth / 10)
      expect(words).not.toMatch(/地域には$|見$|る$(?<!残る)|ある$/u)
    }
  })

  it('[W5] falls into the block that the minute falls into', () => {
    const blocks = bilingualText([
      unit('a', 'paragraph', 'Un deux.', ''),
      unit('b', 'paragraph', 'Trois quatre.', ''),
    ]).fr
    expect(timeMarkPlace(blocks, 'fr', 0.1)).toEqual({ block: blocks[0]!.id, offset: 3 })
    expect(timeMarkPlace(blocks, 'fr', 0.6)).toEqual({ block: blocks[1]!.id, offset: 6 })
    expect(timeMarkPlace([], 'fr', 0.5)).toBeUndefined()
  })
})
