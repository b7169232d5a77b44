import { describe, expect, it } from 'vitest'
import { roomActOf } from '../../../client/features/adoption-day/room-keys.ts'
import { lettersFor } from '../../../client/features/adoption-day/use-stage-fit.ts'
import type { KeyPressed } from '../../../client/features/speak/speak-keys.ts'

const press = (key: string, more: Partial<KeyPressed> = {}): KeyPressed => ({
  ...{ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false },
  ...more,
})
const kindOf = (key: string, more: Partial<KeyPressed> = {}, singleKeys = true, typed = '') =>
  roomActOf(press(key, more), singleKeys, typed)?.kind

describe('[S2] the keys before the room', () => {
  it('go from unit to unit, and through a long one page by page', () => {
    expect(['ArrowDown', 'j', 'ArrowUp', 'k'].map(key => kindOf(key))).toEqual([
      ...['next', 'next'],
      ...['previous', 'previous'],
    ])
    expect(['PageDown', ' ', 'PageUp', 'Home', 'End'].map(key => kindOf(key))).toEqual([
      ...['page-on', 'page-on', 'page-back'],
      ...['first', 'last'],
    ])
    expect(kindOf(' ', { shiftKey: true })).toBe('page-back')
  })

  it('enlarge, ask, consent, list and help; a number is typed and confirmed', () => {
    expect(['f', '+', '-', 'e', 'c', 'v', 'l', 'd', '?', 'Escape'].map(key => kindOf(key))).toEqual([
      ...['focus', 'size', 'size', 'ask', 'consent', 'shown', 'list', 'dark', 'help'],
      'leave',
    ])
    expect(roomActOf(press('é', { code: 'Digit2' }), true, '')).toEqual({ kind: 'digit', digit: '2' })
    expect(kindOf('Enter', {}, true, '12')).toBe('jump')
    expect(kindOf('Enter')).toBeUndefined()
    expect(roomActOf(press('-', { code: 'Digit6' }), true, '1')).toEqual({ kind: 'digit', digit: '6' })
  })

  it('[D2] [U5] do nothing while one composes, with a modifier, or as letters once single keys are off', () => {
    expect(kindOf('j', { isComposing: true })).toBeUndefined()
    expect(kindOf('f', { ctrlKey: true })).toBeUndefined()
    for (const key of ['j', 'e', 'c', '?', '4', '+']) expect(kindOf(key, {}, false), key).toBeUndefined()
    expect(kindOf('PageDown', {}, false)).toBe('page-on')
  })
})

describe('[S2] letters for the back of the room', () => {
  const usual = { size: 0, focus: true }

  it('are 40 pixels and more at 1920×1080, in Japanese too, which stands at 95 in a hundred', () => {
    const { focused, rest, smallest } = lettersFor(1870, 800, usual)
    expect(focused * 0.95).toBeGreaterThanOrEqual(40)
    expect(smallest).toBeGreaterThanOrEqual(28)
    expect(rest).toBeLessThan(focused)
  })

  it('grow and shrink a tenth at a time, are one size without the focus, and stay legible on a phone', () => {
    expect(lettersFor(1870, 800, { ...usual, size: 2 }).focused).toBeCloseTo(
      lettersFor(1870, 800, usual).focused * 1.21,
    )
    const even = lettersFor(1870, 800, { ...usual, focus: false })
    expect(even.rest).toBe(even.focused)
    expect(lettersFor(366, 420, { size: -6, focus: true }).focused).toBeGreaterThanOrEqual(17)
  })
})
