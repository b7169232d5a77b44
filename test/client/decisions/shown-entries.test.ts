import { expect, test } from 'vitest'
import { type DecisionsShape, WHOLE_TABLE } from '../../../client/features/decisions/decisions-address.ts'
import { shownEntries } from '../../../client/features/decisions/shown-entries.ts'
import { amendment, entry, round, said, thread } from './round.ts'

const RESOLVED = { at: '2026-05-05T00:00:00Z', by: said('fra', '', '').by }
const view = round(
  [
    entry('a', 1, { threads: [thread('t1', [said('jap', '2026-05-02T00:00:00Z', '？')])] }),
    entry('b', 2, {
      amendment: amendment('b', ['x', 'あ'], ['y', 'い'], { outcome: 'accepted' }),
      threads: [thread('t2', [said('jap', '2026-05-03T00:00:00Z', '？')], { resolved: RESOLVED })],
    }),
    entry('c', 3, { amendment: amendment('c', ['x', 'あ'], ['y', 'い'], { outcome: 'rejected' }) }),
    entry('d', 4, { amendment: amendment('d', ['x', 'あ'], ['y', 'い']) }),
    entry('e', 5, { threads: [thread('t3', [said('fra', '2026-07-01T00:00:00Z', '?')])] }),
  ],
  { detached: [thread('t4', [said('fra', '2026-08-01T00:00:00Z', 'Où ?')])] },
)
const keys = (shape: Partial<DecisionsShape>) =>
  shownEntries(view, { ...WHOLE_TABLE, ...shape }).map(({ key }) => key.trim())

test('[T1] in reading order, what has lost its paragraph at the end', () => {
  expect(keys({})).toEqual(['a', 'b', 'c', 'd', 'e', 'detached'])
})

test('[A1] [T3] by outcome, of amendments and of threads; a paragraph is shown whole', () => {
  expect(keys({ outcome: 'accepted' })).toEqual(['b'])
  expect(keys({ outcome: 'undecided' })).toEqual(['d'])
  expect(keys({ outcome: 'resolved' })).toEqual(['b'])
  expect(keys({ outcome: 'open' })).toEqual(['a', 'e', 'detached'])
  expect(keys({ discussed: true })).toEqual(['a', 'b', 'e', 'detached'])
})

test('[C4] sorted by outcome what is left to do comes first, by side the French first, by date the latest', () => {
  expect(keys({ order: 'outcome' })).toEqual(['d', 'c', 'b', 'a', 'e', 'detached'])
  expect(keys({ order: 'side' })).toEqual(['b', 'c', 'd', 'e', 'a', 'detached'])
  expect(keys({ order: 'date' })).toEqual(['e', 'b', 'c', 'd', 'a', 'detached'])
})
