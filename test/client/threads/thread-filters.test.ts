import { describe, expect, test } from 'vitest'
import { hangThreads, threadsByUnit } from '../../../client/features/threads/hung-threads.ts'
import { passagesOfThreads } from '../../../client/features/threads/passages-of-threads.ts'
import { reanchored } from '../../../client/features/threads/reanchor.ts'
import {
  OPEN_THREADS,
  passesThread,
  type ThreadFilters,
} from '../../../client/features/threads/thread-filters.ts'
import { anchorOn, anchorOnUnit, BY, comment, MANDATE, textOf, threadOf } from './thread-of.ts'

const text = textOf(['Le premier paragraphe.', '第一段落です。'], ['Le second paragraphe.', '第二段落です。'])
const me = { ...BY, mine: true }
const all = hangThreads(
  [
    threadOf('shared', { anchor: anchorOn(text, 'ja', '第二段落'), callsMe: true }),
    threadOf('internal', { audience: 'fra', anchor: anchorOnUnit(text, 'u1'), by: me, unread: true }),
    threadOf('resolved', { anchor: anchorOnUnit(text, 'u1'), resolved: true }),
    threadOf('gone', { anchor: anchorOn(textOf(['Des mots disparus.', '消えた語。']), 'fr', 'disparus') }),
    threadOf('detached', { anchor: { ...anchorOnUnit(text, 'u1'), unit: 'u9' as never, blocks: [] } }),
    threadOf('mine', {
      anchor: anchorOn(text, 'fr', 'second'),
      comments: [comment('a'), comment('b', { by: me })],
      assignee: { mandate: MANDATE, title: BY.title, mine: true },
    }),
  ],
  text,
)
const keys = (filters: Partial<ThreadFilters>) =>
  all.filter(hung => passesThread(hung, { ...OPEN_THREADS, ...filters })).map(({ thread }) => thread.id)

describe('threads of a text', () => {
  test('[T1] they stand in the order of the text, whichever language they hang on; the detached ones last', () => {
    expect(all.map(({ thread }) => thread.id)).toEqual([
      'gone',
      'internal',
      'resolved',
      'mine',
      'shared',
      'detached',
    ])
    expect(all.map(({ number }) => number)).toEqual([1, 1, 1, 2, 2, null])
  })

  test('[U8] a unit counts its open threads, the internal and the shared apart', () => {
    const counts = threadsByUnit(all)
    expect(counts.get('u1' as never)).toMatchObject({
      open: 2,
      resolved: 1,
      internal: 1,
      shared: 1,
      unread: true,
    })
    expect(counts.get('u2' as never)).toMatchObject({ open: 2, resolved: 0, callsMe: true, unread: false })
  })

  test('[T3] filters: open, resolved, all', () => {
    expect(keys({})).not.toContain('resolved')
    expect(keys({ state: 'resolved' })).toEqual(['resolved'])
    expect(keys({ state: 'all' })).toHaveLength(6)
  })

  test('[T2] filters: internal, shared', () => {
    expect(keys({ circle: 'internal' })).toEqual(['internal'])
    expect(keys({ circle: 'shared' })).toEqual(['gone', 'mine', 'shared', 'detached'])
  })

  test('[T3] filters: mine, calling me, assigned to me, with something new', () => {
    expect(keys({ concern: 'mine' })).toEqual(['internal', 'mine'])
    expect(keys({ concern: 'calls-me' })).toEqual(['shared'])
    expect(keys({ concern: 'assigned' })).toEqual(['mine'])
    expect(keys({ concern: 'unread' })).toEqual(['internal'])
  })

  test('[T1] filters: those whose passage or unit is gone', () => {
    expect(keys({ lostOnly: true })).toEqual(['gone', 'detached'])
  })

  test('[T1] the words of open threads are marked where they stand, those of a resolved one only while it is chosen', () => {
    const ranges = passagesOfThreads(all, text, 'mine')
    expect([...ranges.keys()].sort()).toEqual(['fr2', 'ja2'])
    expect(ranges.get('fr2' as never)).toEqual([
      { key: 'mine', from: 3, to: 9, isShared: true, isChosen: true },
    ])
    const resolved = all.map(hung => ({ ...hung, thread: { ...hung.thread, resolved: true } }))
    expect([...passagesOfThreads(resolved, text, 'mine').keys()]).toEqual(['fr2'])
  })

  test('[T2] copied to another text a thread hangs on the same words there, else on its unit, else nowhere', () => {
    const later = textOf(['Avant. Le premier paragraphe.', '第一段落です。'], ['Autre chose.', '別の段落。'])
    expect(reanchored(anchorOn(text, 'fr', 'premier'), later)?.passage?.start.offset).toBe(10)
    expect(reanchored(anchorOn(text, 'fr', 'second'), later)).toMatchObject({ unit: 'u2', passage: null })
    expect(reanchored({ ...anchorOnUnit(text, 'u1'), unit: 'x' as never, blocks: [] }, later)).toBeUndefined()
  })
})
