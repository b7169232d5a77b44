import { describe, expect, test } from 'vitest'
import { bracketAlternatives } from '../../../shared/compare/bracket-alternatives.ts'
import type { BilingualText, Block, Inline } from '../../../shared/model/bilingual-text.ts'
import { readBracketId } from '../../../shared/model/bracket-id.ts'
import type { BlockId } from '../../../shared/model/ids.ts'
import { canRewrite, resolveBracket, type Settlement } from '../../../shared/model/resolve-bracket.ts'
import { blockOf, bracketed, type Written } from '../../support/bracketed.ts'

const settled = (unit: readonly [string | null, string | null], settlement: Settlement) =>
  resolveBracket(bracketed(['u', ...unit] as Written), 'b', settlement)

describe('settling a bracket', () => {
  const both = ['Au moins {b.a fra|dix}{b.b jap|cinquante} agents.', '{b.a fra|10}{b.b jap|50}名。'] as const

  test('[A5] keeps the words of one alternative in both languages, without signs, and takes out the others', () => {
    expect(settled(both, { keep: 'b' })).toEqual(bracketed(['u', 'Au moins cinquante agents.', '50名。']))
    expect(settled(both, { keep: 'a' })).toEqual(bracketed(['u', 'Au moins dix agents.', '10名。']))
  })

  test('[A5] by none of its words leaves no double space, and none before a full stop', () => {
    expect(settled(both, { keep: null })).toEqual(bracketed(['u', 'Au moins agents.', '名。']))
    expect(settled(['Un {b.a fra|deux}.', '一{b.a fra|二}。'], { keep: null })).toEqual(
      bracketed(['u', 'Un.', '一。']),
    )
  })

  test('[A5] by other words puts these in the place of all of them, in the brackets around', () => {
    expect(settled(both, { words: { fr: 'vingt', ja: '20' } })).toEqual(
      bracketed(['u', 'Au moins vingt agents.', '20名。']),
    )
    expect(
      settled(['{x.a jap|Un {b.a fra|deux} trois}', '{x.a jap|一{b.a fra|二}三}'], {
        words: { fr: 'II', ja: 'ニ' },
      }),
    ).toEqual(bracketed(['u', '{x.a jap|Un II trois}', '{x.a jap|一ニ三}']))
  })

  test('[A5] leaves the brackets in the kept words and around them', () => {
    const nested = ['{x.a jap|Un {b.a fra|deux {y.a jap|trois}}{b.b jap|neuf} fin}', null] as const
    expect(settled(nested, { keep: 'a' })).toEqual(
      bracketed(['u', '{x.a jap|Un deux {y.a jap|trois} fin}', null]),
    )
    expect(settled(nested, { keep: 'b' })).toEqual(bracketed(['u', '{x.a jap|Un neuf fin}', null]))
  })

  test('[A5] takes a fact between its words along, and leaves one outside', () => {
    expect(settled(['Le {b.a fra|jour $ et} $ fin', null], { keep: null })).toEqual(
      bracketed(['u', 'Le $ fin', null]),
    )
  })

  test('[A5] lets paragraphs go of which nothing is left, facts included, and keeps the ids of all others', () => {
    const text: BilingualText = {
      fr: [
        blockOf('f1', 'u1', '{b.o jap|Ours, le $}'),
        blockOf('f2', 'u2', '{b.t fra|Leurs.}'),
        blockOf('f3', 'u3', 'X'),
      ],
      ja: [blockOf('j1', 'u1', '{b.o jap|我々}')],
    }
    expect(resolveBracket(text, 'b', { keep: 't' })).toEqual({
      fr: [blockOf('f2', 'u2', 'Leurs.'), blockOf('f3', 'u3', 'X')],
      ja: [],
    })
  })

  test('[A5] that is not in the text changes nothing', () => {
    const text = bracketed(['u', 'Un {c.a fra|deux}', null])
    expect(resolveBracket(text, 'b', { keep: null })).toBe(text)
  })

  test('[A5] by other words is possible only where its words stand together in each language', () => {
    expect(canRewrite(bracketed(['u', ...both]), 'b')).toBe(true)
    expect(canRewrite(bracketed(['u', '{b.o0 fra|un} et {b.o2 fra|deux}', null]), 'b')).toBe(false)
  })
})

describe('a reserved amendment that is settled', () => {
  const paragraph = (id: string, text: string): Block => blockOf(id, 'u', text)
  const cases: readonly [string, readonly Block[], readonly Block[]][] = [
    [
      'several words',
      [paragraph('f1', 'Nous voulons échanger 50 jeunes agents chaque année.')],
      [paragraph('f1', 'Nous souhaitons échanger 10 agents tous les ans.')],
    ],
    [
      'words that go',
      [paragraph('f1', 'Un, surtout deux et trois.')],
      [paragraph('f1', 'Un, deux et trois.')],
    ],
    [
      'a split',
      [paragraph('f1', 'Une longue phrase du début. Une autre phrase de la fin.')],
      [paragraph('f1', 'Une longue phrase du début.'), paragraph('f2', 'Une autre phrase de la fin.')],
    ],
    ['a paragraph that comes', [], [paragraph('f1', 'Un.')]],
    ['a paragraph that goes', [paragraph('f1', 'Un.')], []],
  ]

  test.each(cases)('[A5] gives exactly the one text or the other: %s', (_what, ours, theirs) => {
    const reserved = bracketAlternatives({
      ours: { fr: ours, ja: [] },
      theirs: { fr: theirs, ja: [] },
      ...({ by: 'jap', askedBy: 'fra', id: 'b' } as const),
    })
    const keeping = (keep: string) => resolveBracket(reserved, 'b', { keep }).fr
    expect(keeping('o')).toEqual(ours)
    expect(keeping('t')).toEqual(theirs)
  })

  test('[A5] nothing of its group is left behind', () => {
    const marks = (content: readonly Inline[]) =>
      content.flatMap(inline => (inline.type === 'text' ? (inline.marks ?? []) : []))
    const text = resolveBracket(bracketed(['u', '{b.o0 jap|a}{b.t1 fra|b}c{b.t3 fra|d}', null]), 'b', {
      keep: 't',
    })
    expect(
      text.fr
        .flatMap(({ content }) => marks(content))
        .some(mark => mark.type === 'bracket' && readBracketId(mark.id).group === 'b'),
    ).toBe(false)
    expect(text.fr[0]!.id).toBe('f-u' as BlockId)
  })
})
