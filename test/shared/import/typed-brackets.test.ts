import { describe, expect, test } from 'vitest'
import { convertBrackets, typedBrackets } from '../../../shared/import/typed-brackets.ts'
import type { Inline } from '../../../shared/model/bilingual-text.ts'
import { contentOf } from '../../support/bracketed.ts'

const row = (fr: readonly string[], ja: readonly string[]) => ({
  fr: fr.map(text => ({ text })),
  ja: ja.map(text => ({ text })),
})
const words = (fr: readonly string[], ja: readonly string[] = []) =>
  typedBrackets(row(fr, ja)).map(({ fr, ja }) => [fr?.words ?? null, ja?.words ?? null])

describe('typed square brackets', () => {
  test('[A5] are found in both languages and belong together in the order in which they open', () => {
    expect(
      words(['Au moins [dix] agents, [chaque] année.'], ['毎年、少なくとも［10］名、［毎］年。']),
    ).toEqual([
      ['dix', '10'],
      ['chaque', '毎'],
    ])
    expect(words(['Un [deux]'], [])).toEqual([['deux', null]])
    expect(words(['Un', 'et [deux]'], ['[半角]、一'])).toEqual([['deux', '半角']])
  })

  test('[A5] may stand one in another; a sign without its counterpart in the paragraph is none', () => {
    expect(words(['[un [deux] trois]'])).toEqual([
      ['un [deux] trois', null],
      ['deux', null],
    ])
    expect(words(['un] [deux', 'trois］ []'])).toEqual([])
  })

  test('[A5] become marks where they are asked for, and stay as they were typed everywhere else', () => {
    const content: Inline[] = [{ type: 'text', text: '[un [deux] trois] [quatre]' }]
    const [outer, inner] = typedBrackets(row(['[un [deux] trois] [quatre]'], [])).map(({ fr }) => fr!)
    const marked = (passages: readonly { open: number; close: number }[]) =>
      convertBrackets(
        content,
        passages.map(({ open, close }, index) => ({
          open,
          close,
          id: `b${index}.a`,
          by: index === 0 ? 'fra' : '',
        })),
      )
    expect(marked([outer!, inner!])).toEqual(contentOf('{b0.a fra|un {b1.a|deux} trois} [quatre]'))
    expect(marked([outer!])).toEqual(contentOf('{b0.a fra|un [deux] trois} [quatre]'))
    expect(marked([])).toEqual(content)
  })
})
