import { describe, expect, test } from 'vitest'
import { absentIn, missingIn, readBrackets } from '../../../shared/model/bracket.ts'
import { countBrackets } from '../../../shared/model/bracket-counts.ts'
import { alternativeLetter, readBracketId } from '../../../shared/model/bracket-id.ts'
import { bracketSpans, cutsThrough, edgesAt } from '../../../shared/model/bracket-spans.ts'
import { blockOf, bracketed, contentOf } from '../../support/bracketed.ts'

describe('the ids of brackets', () => {
  test('[A5] say which question, which of its alternatives, and which part of it', () => {
    expect(readBracketId('decision-1.o3')).toEqual({ group: 'decision-1', letter: 'o', part: '3' })
    expect(readBracketId('a.b.t')).toEqual({ group: 'a.b', letter: 't', part: '' })
    expect(readBracketId('b1')).toEqual({ group: 'b1', letter: '', part: '' })
  })

  test('[A5] of alternatives opened by hand are never those of a reserved amendment', () => {
    const letters = Array.from({ length: 60 }, (_, index) => alternativeLetter(index))
    expect(new Set(letters).size).toBe(60)
    expect(letters).not.toContain('o')
    expect(letters).not.toContain('t')
    expect(letters.every(letter => readBracketId(`x.${letter}`).letter === letter)).toBe(true)
  })
})

describe('where brackets stand in a block', () => {
  test('[A5] words that were pulled apart are two passages, and a fact between words of the bracket is in it', () => {
    expect(bracketSpans(contentOf('a{b.a fra|b}c{b.a fra|d}'))).toEqual([
      { id: 'b.a', by: 'fra', from: 1, to: 2 },
      { id: 'b.a', by: 'fra', from: 3, to: 4 },
    ])
    expect(bracketSpans(contentOf('a{b.a fra|b$d}e'))).toEqual([{ id: 'b.a', by: 'fra', from: 1, to: 4 }])
    expect(bracketSpans(contentOf('{b.a fra|b}$'))).toEqual([{ id: 'b.a', by: 'fra', from: 0, to: 2 }])
    expect(bracketSpans(contentOf('a{b.a fra|b}$'))).toEqual([{ id: 'b.a', by: 'fra', from: 1, to: 2 }])
  })

  test('[A5] nested ones open from without and close from within', () => {
    const spans = bracketSpans(contentOf('{x.a fra|{y.a jap|un} deux}'))
    expect(edgesAt(spans, 0).opens.map(({ id }) => id)).toEqual(['x.a', 'y.a'])
    const both = bracketSpans(contentOf('{y.a jap|{x.a fra|un}}'))
    expect(edgesAt(both, 0).opens.map(({ id }) => id)).toEqual(['x.a', 'y.a'])
    expect(edgesAt(both, 2).closes.map(({ id }) => id)).toEqual(['y.a', 'x.a'])
  })

  test('[A5] what begins in one bracket and ends outside it cannot be put in another', () => {
    const spans = bracketSpans(contentOf('ab{x.a fra|cdef}gh'))
    expect([
      cutsThrough(spans, 1, 4),
      cutsThrough(spans, 4, 8),
      cutsThrough(spans, 3, 5),
      cutsThrough(spans, 0, 8),
      cutsThrough(spans, 2, 6),
    ]).toEqual([true, true, false, false, false])
  })
})

describe('the brackets of a text', () => {
  const text = bracketed(
    ['u0', '# Culture', '# 文化'],
    ['u1', 'Au moins {b1.a fra|dix}{b1.b jap|cinquante} agents.', '少なくとも{b1.a fra|10}{b1.b jap|50}名。'],
    ['u2', '# Économie', '# 経済'],
    ['u3', 'Nous {b2.t jap|surtout }visons.', '我々は目指す。'],
    ['u4', '{b3.a fra|Un {b4.a jap|grand} projet.}', '{b3.a fra|{b4.a jap|大きな}計画。}'],
    ['u5', 'Fin{b9|.}', '終{b9|。}'],
  )
  const brackets = readBrackets(text)

  test('[A5] are questions with alternatives, each with its words in both languages', () => {
    expect(brackets.map(({ group, by, units }) => [group, by, units])).toEqual([
      ['b1', 'fra', ['u1']],
      ['b2', 'jap', ['u3']],
      ['b3', 'fra', ['u4']],
      ['b4', 'jap', ['u4']],
      ['b9', '', ['u5']],
    ])
    expect(
      brackets[0]!.alternatives.map(({ letter, by, fr, ja }) => [letter, by, fr[0]?.words, ja[0]?.words]),
    ).toEqual([
      ['a', 'fra', 'dix', '10'],
      ['b', 'jap', 'cinquante', '50'],
    ])
  })

  test('[A5] know which of them they stand in', () => {
    expect(brackets.map(({ within }) => within)).toEqual([null, null, null, 'b3', null])
  })

  test('[A5] say where an alternative, or the whole question, has no words in a language', () => {
    expect(absentIn(brackets[1]!)).toEqual(['ja'])
    const [one] = readBrackets(bracketed(['u', 'A {b.a fra|b}{b.b jap|c}', '甲{b.a fra|乙}']))
    expect(one!.alternatives.map(missingIn)).toEqual([[], ['ja']])
    expect(absentIn(one!)).toEqual([])
  })

  test('[A5] of a reserved amendment are asked for by the side that wants other words, or ours gone', () => {
    const askers = (fr: string) => readBrackets(bracketed(['u', fr, null])).map(({ by }) => by)
    expect(askers('{r.o0 jap|50}{r.t1 fra|10} agents')).toEqual(['fra'])
    expect(askers('{r.o jap|50 agents}')).toEqual(['fra'])
  })

  test('[A5] that lie in two blocks and units are one question', () => {
    const both = {
      ...text,
      fr: [blockOf('f1', 'u1', 'Un {b.a fra|deux}'), blockOf('f2', 'u2', '{b.a fra|trois} quatre')],
      ja: [blockOf('j1', 'u1', '一{b.a fra|二}')],
    }
    const [bracket, ...others] = readBrackets(both)
    expect(others).toEqual([])
    expect(bracket!.units).toEqual(['u1', 'u2'])
    expect(bracket!.alternatives[0]!.fr.map(({ block, from, to }) => [block, from, to])).toEqual([
      ['f1', 3, 7],
      ['f2', 0, 5],
    ])
  })

  test('[A5] are counted by side and by section', () => {
    expect(countBrackets(text, brackets)).toEqual({
      ...{ all: 5, fra: 2, jap: 2, nobody: 1, oneLanguage: 1 },
      sections: [
        { heading: 'u0', all: 1, fra: 1, jap: 0, nobody: 0 },
        { heading: 'u2', all: 4, fra: 1, jap: 2, nobody: 1 },
      ],
    })
  })
})
