// @vitest-environment jsdom
import { afterEach, beforeAll, expect, test } from 'vitest'
import { insertFact, insertFactInUnit } from '../../../client/editor/inline/insert-fact.ts'
import { createLockStore } from '../../../client/editor/locks/lock-store.ts'
import { type Desk, openDesk } from './desk.ts'

// jsdom lays nothing out, and the editor asks where to scroll to.
beforeAll(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
})

let desk: Desk
afterEach(() => desk.close())

test('[F1] a fact goes to the caret, and the other language is offered the same', () => {
  desk = openDesk(`
    a | Nous sommes villes. | 私たちは都市である。
    b | Fin. | 終わり。`)
  desk.caret('fr', 'villes')
  insertFact(desk.pair, 'fr', 'towns')
  expect(desk.lines()[0]).toBe('Nous sommes ￼villes. | 私たちは都市である。')
  expect(desk.notices.at(-1)).toEqual({ kind: 'fact-offer', fact: 'towns', unit: 'a', into: 'ja' })
})

test('[F1] taken up, it goes to the caret of that paragraph, or before the sign that ends it', () => {
  desk = openDesk(`
    a | Nous sommes villes. | 私たちは都市である。
    b | Fin. | 終わり。`)
  desk.caret('fr', 'villes')
  insertFact(desk.pair, 'fr', 'towns')
  insertFactInUnit(desk.pair, 'ja', 'a', 'towns')
  expect(desk.lines()[0]).toBe('Nous sommes ￼villes. | 私たちは都市である￼。')
  expect(desk.notices.at(-1)).toBeNull()
  expect(desk.pair.active()).toBe('ja')

  desk.caret('fr', 'villes')
  insertFact(desk.pair, 'fr', 'other')
  desk.caret('ja', '都市')
  insertFactInUnit(desk.pair, 'ja', 'a', 'other')
  expect(desk.lines()[0]).toBe('Nous sommes ￼￼villes. | 私たちは￼都市である￼。')
})

test('[F1] nothing is offered where the other language has the fact already, or has no paragraph', () => {
  desk = openDesk(`
    a | Nous sommes villes. | 私たちは都市である。
    b | Seul. | -`)
  desk.caret('ja', '都市')
  insertFact(desk.pair, 'ja', 'towns')
  expect(desk.notices.at(-1)).toMatchObject({ into: 'fr' })
  desk.caret('fr', 'villes')
  insertFact(desk.pair, 'fr', 'towns')
  expect(desk.notices.at(-1)).toBeNull()
  desk.caret('fr', 'Seul', true)
  insertFact(desk.pair, 'fr', 'towns')
  expect(desk.notices.at(-1)).toBeNull()
})

test('[A4] [F1] a locked paragraph takes no fact, and nothing is offered then', async () => {
  const locks = createLockStore()
  locks.set(['a'])
  desk = openDesk('a | Nous sommes villes. | 私たちは都市である。', [], undefined, undefined, locks)
  desk.caret('fr', 'villes')
  insertFact(desk.pair, 'fr', 'towns')
  await Promise.resolve()
  expect(desk.lines()).toEqual(['Nous sommes villes. | 私たちは都市である。'])
  expect(desk.notices.map(notice => notice?.kind)).not.toContain('fact-offer')
})
