/** Whether a block that the answer linked to another unit stands there in the following version. */
import type { Fate } from '../model/amendment.ts'
import type { Language } from '../model/language.ts'
import type { BlockPair, ComparisonRow } from './comparison.ts'
import { type KeptPair, placeOf, type Trace } from './trace-blocks.ts'

export type Traces = { readonly [L in Language]: Trace }

/** The pairs that the answer linked anew into the row or out of it, in the language. */
export function linkedPairs(row: ComparisonRow, trace: Trace): KeptPair[] {
  if (!row[trace.language].kinds.includes('linked')) return []
  return [...trace.amended.byNew.values()]
    .flat()
    .filter(
      pair =>
        pair.kinds.includes('linked') &&
        (pair.new.unit === row.newUnit || row.oldUnits.includes(pair.old.unit)),
    )
}

/**
 * Judged by the blocks of both languages whose company it left or joined; in part when the block or all of them
 * are gone.
 */
export function fateOfAlignment(pair: KeptPair, language: Language, traces: Traces): Fate {
  const unit = unitOf(pair, traces[language])
  const witnesses = [...companions(pair, traces.fr), ...companions(pair, traces.ja)]
  if (unit === null || !witnesses.length) return 'in-part'
  const asAnswered = witnesses.filter(
    ({ other, now }) => (now === unit) === (other.new.unit === pair.new.unit),
  )
  if (asAnswered.length === witnesses.length) return 'taken'
  return asAnswered.length ? 'in-part' : 'not-taken'
}

type Companion = { readonly other: KeptPair; readonly now: string }

/** Blocks that shared a unit with it before or after, but not both, and the unit that each has now. */
function companions(pair: KeptPair, trace: Trace): Companion[] {
  return [...trace.amended.byNew.values()].flat().flatMap(other => {
    const [before, after] = [other.old.unit === pair.old.unit, other.new.unit === pair.new.unit]
    const now = unitOf(other, trace)
    return before === after || now === null ? [] : [{ other, now }]
  })
}

function unitOf(pair: BlockPair, trace: Trace): string | null {
  const index = placeOf(trace, pair)
  return index === undefined ? null : trace.following[index]!.unit
}
