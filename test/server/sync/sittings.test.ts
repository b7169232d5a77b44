/** [R8] Where a draft's log is cut into sittings, and that compaction never moves a cut. */
import { describe, expect, it } from 'vitest'
import {
  addToStretches,
  type LogRow,
  type Stretch,
  sittingOf,
} from '../../../server/sync/history-stretches.ts'
import { finish } from '../../../server/sync/merge-updates.ts'
import { goesOn, type OpenSitting, withRow } from '../../../server/sync/sittings.ts'
import { type Random, seeded } from '../../support/seeded.ts'

/** `a 0`, `b 1:30`, `a 2 restore x`: who, after how many minutes and seconds, and what for if not by hand. */
function rowsOf(...lines: readonly string[]): LogRow[] {
  return lines.map((line, index) => {
    const [mandate = '', time = '', ...purpose] = line.split(' ')
    const [minutes = '0', seconds = '0'] = time.split(':')
    const at = new Date(Date.UTC(2031, 0, 10, 9) + Number(minutes) * 60_000 + Number(seconds) * 1000)
    return {
      seq: index + 1,
      mandate,
      at: at.toISOString(),
      purpose: purpose.join(' ') || null,
      bytes: new Uint8Array([0, 0]),
    }
  })
}

/** The seqs of each sitting, as they follow from the rows alone. */
function cut(rows: readonly LogRow[]): number[][] {
  const sittings: number[][] = []
  let sitting: OpenSitting | null = null
  for (const row of rows) {
    if (!sitting || !goesOn(sitting, row)) {
      sitting = null
      sittings.push([])
    }
    sitting = withRow(sitting, row)
    sittings.at(-1)!.push(row.seq)
  }
  return sittings
}

describe('a sitting', () => {
  it('[R8] of one person lasts over pauses of ten minutes, and ends with a longer one', () => {
    expect(cut(rowsOf('a 0', 'a 9', 'a 19', 'a 29:01'))).toEqual([[1, 2, 3], [4]])
  })

  it('[R8] of several people is one as long as they work at the same time', () => {
    expect(cut(rowsOf('a 0', 'b 1', 'a 2', 'b 8', 'c 10', 'a 15'))).toEqual([[1, 2, 3, 4, 5, 6]])
  })

  it('[R8] ends where somebody takes over after two minutes', () => {
    expect(cut(rowsOf('a 0', 'a 5', 'b 7:01', 'b 9', 'a 11:30'))).toEqual([[1, 2], [3, 4], [5]])
    expect(cut(rowsOf('a 0', 'a 5', 'b 7', 'b 9'))).toEqual([[1, 2, 3, 4]])
  })

  it('[R8] lasts an hour at most', () => {
    const minutes = Array.from({ length: 130 }, (_, minute) => `a ${minute}`)
    expect(cut(rowsOf(...minutes)).map(each => each.length)).toEqual([61, 61, 8])
  })

  it('[R8] holds nothing else when it is the first content or a restoration; carried-out decisions go along', () => {
    const rows = rowsOf('a 0 begin', 'a 1', 'b 2', 'a 3 restore x', 'a 4', 'b 5 rewrite', 'b 6')
    expect(cut(rows)).toEqual([[1], [2, 3], [4], [5, 6, 7]])
  })

  it('[R8] is not cut within one instant, because the instant is the name of the state', () => {
    expect(cut(rowsOf('a 0', 'b 0', 'a 0 restore x', 'a 1'))).toEqual([[1, 2, 3], [4]])
  })

  it('[R8] goes on when the clock was set back a little', () => {
    expect(cut(rowsOf('a 20', 'a 15', 'a 16'))).toEqual([[1, 2, 3]])
  })

  it('[R8] has a cut that no later row takes away', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const rows = randomRows(seeded(seed))
      const ends = (some: readonly LogRow[]) => cut(some).map(sitting => sitting.at(-1)!)
      const all = ends(rows)
      // What ended before the last sitting of a beginning ends there in the whole too.
      for (let length = 1; length < rows.length; length++)
        expect(all, `seed ${seed}`).toEqual(expect.arrayContaining(ends(rows.slice(0, length)).slice(0, -1)))
    }
  })
})

describe('compaction', () => {
  it('[R8] keeps the sittings, whenever it comes', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed)
      const rows = randomRows(random)
      const stretches = compactedNowAndThen(random, rows)
      const expected = cut(rows)
      const bySitting = Map.groupBy(stretches, stretch => stretch.sitting)
      expect(
        [...bySitting.keys()].sort((a, b) => a - b),
        `seed ${seed}`,
      ).toEqual(expected.map(seqs => seqs[0]))
      for (const seqs of expected) {
        const parts = bySitting.get(seqs[0]!)!
        expect(Math.min(...parts.map(part => part.firstSeq)), `seed ${seed}`).toBe(seqs[0])
        expect(Math.max(...parts.map(part => part.lastSeq)), `seed ${seed}`).toBe(seqs.at(-1))
        expect(new Set(parts.map(part => part.mandate)), `seed ${seed}`).toEqual(
          new Set(seqs.map(seq => rows[seq - 1]!.mandate)),
        )
      }
    }
  })

  it('[R8] keeps one stretch for each mandate and purpose of a sitting', () => {
    const rows = rowsOf('a 0', 'b 1', 'a 2 rewrite', 'a 3', 'a 4 rewrite', 'b 5')
    expect(
      finish(addToStretches([], rows)).map(({ mandate, purpose, firstSeq, lastSeq }) => [
        mandate,
        purpose,
        firstSeq,
        lastSeq,
      ]),
    ).toEqual([
      ['a', null, 1, 4],
      ['b', null, 2, 6],
      ['a', 'rewrite', 3, 5],
    ])
  })

  it('[R8] knows the sitting that goes on from its stretches as from its rows', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const rows = randomRows(seeded(seed)).filter((_, index) => index < 12)
      const last = cut(rows).at(-1)!
      let sitting: OpenSitting | null = null
      for (const seq of last) sitting = withRow(sitting, rows[seq - 1]!)
      const stretches = finish(addToStretches([], rows)).filter(stretch => stretch.sitting === last[0])
      expect(sittingOf(stretches), `seed ${seed}`).toEqual(sitting)
    }
  })
})

function randomRows(random: Random): LogRow[] {
  let second = 0
  const lines = Array.from({ length: 5 + random.below(60) }, () => {
    second += random.pick([0, 1, 5, 20, 60, 119, 121, 200, 500, 599, 601, 2000])
    const purpose = random.below(15) === 0 ? random.pick([' rewrite', ' restore x']) : ''
    return `${random.pick(['a', 'b', 'c'])} 0:${second}${purpose}`
  })
  return rowsOf(...lines)
}

/** The stretches in the end, when the rows were folded in pieces of any length. */
function compactedNowAndThen(random: Random, rows: readonly LogRow[]): Stretch[] {
  let kept: Stretch[] = []
  for (let from = 0; from < rows.length; ) {
    const to = Math.min(rows.length, from + 1 + random.below(10))
    const newest = Math.max(...kept.map(stretch => stretch.sitting))
    const last = kept.filter(stretch => stretch.sitting === newest)
    const written = finish(addToStretches(last, rows.slice(from, to)))
    kept = kept.filter(old => !written.some(stretch => stretch.firstSeq === old.firstSeq))
    kept.push(...written)
    from = to
  }
  return kept
}
