/** [A5] Which typed brackets of a review become brackets, and of whom; everything else stays as it was typed. */
import { type TypedBracket, typedBrackets } from '../../../shared/import/typed-brackets.ts'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { ImportRow } from '../../../shared/protocol/bodies.ts'
import type { ReviewRow } from './alignment-review.ts'

export type Found = {
  /** The same while the row and what stands between the signs stay the same. */
  readonly key: string
  /** Of the row, from 0. */
  readonly row: number
  readonly bracket: TypedBracket
}
/** Without an entry it stays as it was typed; '' is a bracket of nobody. */
export type Choices = ReadonlyMap<string, Side | ''>

export function foundIn(rows: readonly ReviewRow[]): Found[] {
  return rows.flatMap((row, index) =>
    typedBrackets(row).map(bracket => ({ key: keyOf(row, bracket), row: index, bracket })),
  )
}

/** The rows as they are sent. */
export function chosenRows(rows: readonly ReviewRow[], choices: Choices): ImportRow[] {
  return rows.map(row => {
    const brackets = typedBrackets(row).flatMap(bracket => {
      const by = choices.get(keyOf(row, bracket))
      return by === undefined ? [] : [{ n: bracket.n, by }]
    })
    const both = { fr: [...row.fr], ja: [...row.ja] }
    return brackets.length ? { ...both, brackets } : both
  })
}

function keyOf(row: ReviewRow, { n, fr, ja }: TypedBracket): string {
  return JSON.stringify([row.key, n, fr?.words ?? null, ja?.words ?? null])
}
