/** [R8] Stretches and rows as sittings, and the states that may be offered. */
import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../../../server/store/draft-log.ts'
import { endsOf, keptStates, sittingsOf } from '../../../server/texts/log-sittings.ts'

const OPEN = { closedAt: null }
const at = (minutes: number) => new Date(Date.UTC(2031, 0, 10, 9) + minutes * 60_000).toISOString()

/** A row that is not compacted. */
function row(seq: number, mandate: string, minutes: number, purpose: string | null = null): LogEntry {
  const [from, to] = [at(minutes), at(minutes)]
  return { sitting: null, firstSeq: seq, lastSeq: seq, mandate, purpose, from, to }
}

/** A compacted stretch: seqs and minutes of its first and last row. */
function stretch(
  sitting: number,
  [firstSeq, lastSeq]: readonly [number, number],
  mandate: string,
  [from, to]: readonly [number, number],
  purpose: string | null = null,
): LogEntry {
  return { sitting, firstSeq, lastSeq, mandate, purpose, from: at(from), to: at(to) }
}

const seqs = (entries: readonly LogEntry[]) => sittingsOf(entries).map(({ first, last }) => [first, last])

describe('a log as sittings', () => {
  it('[R8] groups rows by person and pause, and stretches as they were compacted', () => {
    expect(seqs([row(1, 'a', 0, 'begin'), row(2, 'a', 1), row(3, 'b', 2), row(4, 'a', 20)])).toEqual([
      [1, 1],
      [2, 3],
      [4, 4],
    ])
    const compacted = [
      stretch(1, [1, 1], 'a', [0, 0], 'begin'),
      stretch(2, [2, 9], 'a', [1, 8]),
      stretch(2, [4, 12], 'b', [3, 14]),
      stretch(13, [13, 13], 'a', [40, 40]),
    ]
    expect(seqs(compacted)).toEqual([
      [1, 1],
      [2, 12],
      [13, 13],
    ])
    expect(sittingsOf(compacted)[1]).toMatchObject({ from: at(1), to: at(14) })
  })

  it('[R8] lets rows go on with the sitting that was compacted last', () => {
    const compacted = [stretch(1, [1, 5], 'a', [0, 4]), stretch(1, [3, 4], 'b', [2, 3])]
    expect(seqs([...compacted, row(6, 'b', 13), row(7, 'c', 14)])).toEqual([[1, 7]])
    expect(seqs([...compacted, row(6, 'c', 7)])).toEqual([
      [1, 5],
      [6, 6],
    ])
    expect(seqs([...compacted, row(6, 'b', 61)])).toEqual([
      [1, 5],
      [6, 6],
    ])
  })

  it('[R8] of a draft without content is empty', () => {
    expect(sittingsOf([])).toEqual([])
    expect(keptStates(endsOf([], OPEN, at(0)))).toEqual([])
  })
})

describe('the states that are offered', () => {
  const log = sittingsOf([row(1, 'a', 0, 'begin'), row(2, 'a', 1), row(3, 'a', 5)])
  const states = (now: number, draft: { closedAt: string | null } = OPEN) =>
    keptStates(endsOf(log, draft, at(now))).map(state => state.seq)

  it('[R8] leave out the one that is still worked on, until ten minutes after its last word', () => {
    expect(states(6)).toEqual([1])
    expect(states(15)).toEqual([1])
    expect(states(15.01)).toEqual([1, 3])
  })

  it('[R8] are all there once the draft is closed', () => {
    expect(states(6, { closedAt: at(6) })).toEqual([1, 3])
  })

  it('[R8] include a restoration at once, and what stood before it', () => {
    const restored = sittingsOf([row(1, 'a', 0), row(2, 'b', 1), row(3, 'a', 2, 'restore x')])
    expect(keptStates(endsOf(restored, OPEN, at(2)))).toEqual([
      { at: at(1), seq: 2 },
      { at: at(2), seq: 3 },
    ])
  })

  it('[R8] have an instant each, also when the clock was set back', () => {
    const twice = sittingsOf([row(1, 'a', 30), row(2, 'a', 0, 'restore x'), row(3, 'a', 30, 'restore y')])
    expect(keptStates(endsOf(twice, OPEN, at(60)))).toEqual([
      { at: at(0), seq: 2 },
      { at: at(30), seq: 3 },
    ])
  })
})
