import { describe, expect, test } from 'vitest'
import { anchorOfPassage, anchorOfUnit } from '../../../shared/model/anchor-in-text.ts'
import { type BilingualText, type Block, plainText } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { locateThread, type ThreadLocation } from '../../../shared/model/locate-thread.ts'

/** `fr:unit/block words` per block. */
function textOf(...lines: string[]): BilingualText {
  const text: Record<Language, Block[]> = { fr: [], ja: [] }
  for (const line of lines) {
    const [, language, unit, id, words] = /^(fr|ja):(\w+)\/(\w+) (.*)$/su.exec(line)!
    text[language as Language].push({
      id: id as BlockId,
      unit: unit as UnitId,
      kind: 'paragraph',
      level: 1,
      content: words ? [{ type: 'text', text: words! }] : [],
    })
  }
  return text
}

const BEFORE = textOf(
  'fr:u1/f1 Nous, collectivités territoriales, réaffirmons notre engagement commun.',
  'fr:u2/f2 Les jeunes sont associés aux décisions.',
  'ja:u1/j1 私たち自治体は、共同の決意を再確認する。',
  'ja:u2/j2 若者は意思決定に参加する。',
)

function anchorOn(words: string, language: Language = 'fr', text = BEFORE) {
  const block = text[language].find(each => plainText(each).includes(words))!
  const at = plainText(block).indexOf(words)
  const [start, end] = [at, at + words.length].map(offset => ({ block: block.id, offset }))
  return anchorOfPassage(text, language, start!, end!)!
}

/** The words that a location holds, its blocks joined by a bar. */
function wordsAt(location: ThreadLocation, text: BilingualText, language: Language = 'fr') {
  if (location.state !== 'passage') return location
  const blocks = text[language]
  const [first, last] = [location.start, location.end].map(({ block }) =>
    blocks.findIndex(({ id }) => id === block),
  )
  return blocks
    .slice(first, last! + 1)
    .map((block, index, { length }) =>
      plainText(block).slice(
        index === 0 ? location.start.offset : 0,
        index === length - 1 ? location.end.offset : undefined,
      ),
    )
    .join('|')
}

describe('[T1] a passage is found again', () => {
  const engagement = anchorOn('notre engagement')
  test.each<[what: string, lines: string[], words: string]>([
    [
      'where it was',
      ['fr:u1/f1 Nous, collectivités territoriales, réaffirmons notre engagement commun.'],
      'notre engagement',
    ],
    [
      'after words typed before it',
      ['fr:u1/f1 Aujourd’hui, nous réaffirmons notre engagement commun.'],
      'notre engagement',
    ],
    [
      'when its block was split before it',
      ['fr:u1/f1 Nous réaffirmons ', 'fr:u1/f9 notre engagement commun.'],
      'notre engagement',
    ],
    [
      'when its block was split inside it',
      ['fr:u1/f1 Nous réaffirmons notre enga', 'fr:u1/f9 gement commun.'],
      'notre enga|gement',
    ],
    [
      'when its block was joined to another',
      ['fr:u0/f0 D’abord. Nous réaffirmons notre engagement commun.', 'fr:u1/f9 Puis.'],
      'notre engagement',
    ],
    [
      'when its unit moved and got another id',
      ['fr:u7/f7 Avant.', 'fr:u8/f8 Nous réaffirmons notre engagement commun.'],
      'notre engagement',
    ],
    [
      'when words inside it changed',
      [
        'fr:u1/f1 Nous, collectivités territoriales, réaffirmons notre ferme engagement commun.',
        'fr:u2/f2 x',
      ],
      'notre ferme engagement',
    ],
  ])('%s', (_what, lines, words) => {
    const text = textOf(...lines, 'ja:u1/j1 私たち')
    expect(wordsAt(locateThread(engagement, text), text)).toBe(words)
  })

  test('among several, the one with the same neighbours', () => {
    const words = 'Un mot, deux mots, trois mots et un mot encore.'
    const text = textOf(`fr:u1/f1 ${words}`)
    const anchor = anchorOn('mot', 'fr', textOf('fr:u1/f1 Un mot encore.'))
    const location = locateThread(anchor, text)
    expect(location).toMatchObject({ state: 'passage', start: { offset: words.indexOf('mot encore') } })
  })

  test('in Japanese, without a figure or a pair cut', () => {
    const before = textOf('ja:u1/j1 参加者は𠮷野町の3万5千人です。')
    const anchor = anchorOn('𠮷野町の3万5千人', 'ja', before)
    const after = textOf('ja:u1/j1 今回、', 'ja:u1/j2 参加者は𠮷野町の3万5千人です。')
    expect(wordsAt(locateThread(anchor, after), after, 'ja')).toBe('𠮷野町の3万5千人')
  })
})

describe('[T1] when the passage is gone', () => {
  test('the thread stays at its unit, and says so', () => {
    const text = textOf('fr:u1/f1 Tout autre chose.', 'ja:u1/j1 私たち')
    expect(locateThread(anchorOn('notre engagement'), text)).toEqual({
      state: 'unit',
      unit: 'u1',
      gone: true,
    })
  })

  test('a short word is not looked for in the whole text', () => {
    const text = textOf('fr:u2/f2 Nous serons tous là.', 'ja:u1/j1 私たち')
    expect(locateThread(anchorOn('Nous'), text)).toEqual({ state: 'unit', unit: 'u1', gone: true })
  })

  test('its unit was merged into another: it goes along with its blocks', () => {
    const text = textOf('fr:u9/f2 Les jeunes sont associés aux décisions.', 'ja:u9/j2 若者')
    expect(locateThread(anchorOfUnit(BEFORE, 'u2' as UnitId)!, text)).toEqual({
      state: 'unit',
      unit: 'u9',
      gone: false,
    })
  })

  test('its unit is gone as well: it is detached', () => {
    const text = textOf('fr:u9/f9 Tout est neuf.')
    for (const anchor of [anchorOn('notre engagement'), anchorOfUnit(BEFORE, 'u1' as UnitId)!])
      expect(locateThread(anchor, text)).toEqual({ state: 'detached' })
  })
})

describe('the anchor of a passage', () => {
  test('has its words, its neighbours and the blocks of its unit', () => {
    expect(anchorOn('決意', 'ja')).toMatchObject({
      unit: 'u1',
      blocks: ['f1', 'j1'],
      passage: { words: '決意', before: '私たち自治体は、共同の', after: 'を再確認する。' },
    })
  })

  test.each([
    ['empty', 3, 3],
    ['backwards', 5, 3],
    ['beyond the block', 3, 9_999],
  ])('that is %s is none', (_what, from, to) => {
    const [start, end] = [from, to].map(offset => ({ block: 'f1' as BlockId, offset }))
    expect(anchorOfPassage(BEFORE, 'fr', start!, end!)).toBeUndefined()
  })

  test('keeps no half of a character beside it', () => {
    const text = textOf(`ja:u1/j1 ${'𠮷'.repeat(40)}決意${'𠮷'.repeat(40)}`)
    const at = 80
    const odd = textOf(`ja:u1/j1 あ${'𠮷'.repeat(40)}決意`)
    for (const [words, offset] of [
      [text, at],
      [odd, at + 1],
    ] as const) {
      const [start, end] = [offset, offset + 2].map(each => ({ block: 'j1' as BlockId, offset: each }))
      const { before, after } = anchorOfPassage(words, 'ja', start!, end!)!.passage!
      expect([before.isWellFormed(), after.isWellFormed()]).toEqual([true, true])
    }
  })
})
