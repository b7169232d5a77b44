import { describe, expect, test } from 'vitest'
import {
  canSplit,
  changeKind,
  confidenceOf,
  joinWithNext,
  moveDown,
  moveUp,
  type ReviewRow,
  removeBlock,
  reviewRows,
  rowsToLookAt,
  splitRow,
} from '../../../client/features/import/alignment-review.ts'
import type { ImportBlock } from '../../../shared/protocol/bodies.ts'
import { seeded } from '../../support/seeded.ts'

/** `rows('a|あ', 'b+c|い')`: blocks of each language joined by +, the languages by |. */
function rows(...lines: string[]): ReviewRow[] {
  return lines.map((line, index) => {
    const [fr = '', ja = ''] = line.split('|')
    return { key: `r${index}`, fr: blocks(fr), ja: blocks(ja), confidence: 0.9 }
  })
}
function blocks(words: string): ImportBlock[] {
  return words === '' ? [] : words.split('+').map(text => ({ kind: 'paragraph', level: 1, text }))
}
function words(list: readonly ReviewRow[]): string[] {
  return list.map(
    row => `${row.fr.map(block => block.text).join('+')}|${row.ja.map(block => block.text).join('+')}`,
  )
}
function inOrder(list: readonly ReviewRow[], language: 'fr' | 'ja'): string[] {
  return list.flatMap(row => row[language].map(block => block.text))
}

describe('the review of an alignment', () => {
  test('[X1] a row joined with the next holds the blocks of both', () => {
    expect(words(joinWithNext(rows('a|あ', 'b|い', 'c|う'), 0))).toEqual(['a+b|あ+い', 'c|う'])
  })

  test('[X1] the last row has no next one to join', () => {
    expect(words(joinWithNext(rows('a|あ'), 0))).toEqual(['a|あ'])
  })

  test('[X1] splitting keeps the first block of each language in the row', () => {
    expect(words(splitRow(rows('a+b|あ+い+う'), 0))).toEqual(['a|あ', 'b|い+う'])
    expect(words(splitRow(rows('a+b|あ'), 0))).toEqual(['a|あ', 'b|'])
  })

  test('[X1] a pair that does not belong together becomes two one-language rows', () => {
    expect(words(splitRow(rows('a|あ'), 0))).toEqual(['a|', '|あ'])
    expect(canSplit(rows('a|')[0]!)).toBe(false)
  })

  test('[X1] a block that moves up takes along those before it, and the order is kept', () => {
    expect(words(moveUp(rows('a|あ', 'b+c+d|い'), { row: 1, language: 'fr', block: 1 }))).toEqual([
      'a+b+c|あ',
      'd|い',
    ])
  })

  test('[X1] a block that moves down takes along those after it', () => {
    expect(words(moveDown(rows('a+b+c|あ', 'd|い'), { row: 0, language: 'fr', block: 1 }))).toEqual([
      'a|あ',
      'b+c+d|い',
    ])
  })

  test('[X1] from the first row a block moves up into a new row, from the last down into one', () => {
    expect(words(moveUp(rows('a+b|あ'), { row: 0, language: 'fr', block: 0 }))).toEqual(['a|', 'b|あ'])
    expect(words(moveDown(rows('a|あ+い'), { row: 0, language: 'ja', block: 1 }))).toEqual(['a|あ', '|い'])
  })

  test('[X1] a row left without blocks disappears', () => {
    expect(words(moveUp(rows('a|あ', '|い'), { row: 1, language: 'ja', block: 0 }))).toEqual(['a|あ+い'])
  })

  test('[X1] a row touched by hand no longer shows the confidence of the program', () => {
    expect(joinWithNext(rows('a|あ', 'b|い'), 0).map(confidenceOf)).toEqual(['by-hand'])
  })

  test('[U1] a missing counterpart is shown as such whatever the confidence says', () => {
    expect(confidenceOf(rows('a|')[0]!)).toBe('one-language')
  })

  test('[X1] changing a kind changes neither the pairing nor its confidence', () => {
    const changed = changeKind(
      rows('a|あ'),
      { row: 0, language: 'fr', block: 0 },
      { kind: 'heading', level: 2 },
    )
    expect(changed[0]!.fr[0]).toEqual({ kind: 'heading', level: 2, text: 'a' })
    expect(confidenceOf(changed[0]!)).toBe('sure')
  })

  test('[X1] only removing leaves a block out', () => {
    expect(words(removeBlock(rows('a|', 'b|い'), { row: 0, language: 'fr', block: 0 }))).toEqual(['b|い'])
  })

  test('[X1] the rows to look at are those in one language, doubtful or to check', () => {
    const [sure, check, doubtful] = reviewRows({
      rows: [0.93, 0.6, 0.2].map(confidence => ({ fr: blocks('a'), ja: blocks('あ'), confidence })),
    })
    expect(rowsToLookAt([sure!, check!, doubtful!, ...rows('a|')])).toEqual([1, 2, 3])
  })

  test('[U2] no sequence of operations loses, doubles or reorders a block, or gives two rows one key', () => {
    const seed = Number(process.env.SEED ?? 20)
    const random = seeded(seed)
    for (let round = 0; round < 200; round++) {
      let list = rows('a|あ', 'b+c|い', 'd|', '|う+え', 'e+f+g|お')
      const [fr, ja] = [inOrder(list, 'fr'), inOrder(list, 'ja')]
      const done: string[] = []
      for (let step = 0; step < 12; step++) {
        const row = random.below(list.length)
        const language = random.pick(['fr', 'ja'] as const)
        const block = random.below(3)
        const operation = random.below(4)
        done.push(`${operation} ${row} ${language} ${block}`)
        if (operation === 0) list = joinWithNext(list, row)
        else if (operation === 1) list = splitRow(list, row)
        else list = (operation === 2 ? moveUp : moveDown)(list, { row, language, block })
        const said = `seed ${seed} round ${round}: ${done.join(', ')}`
        expect(inOrder(list, 'fr'), said).toEqual(fr)
        expect(inOrder(list, 'ja'), said).toEqual(ja)
        expect(new Set(list.map(entry => entry.key)).size, said).toBe(list.length)
      }
    }
  })
})
