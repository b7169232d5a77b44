import { describe, expect, it } from 'vitest'
import { actOfKey, type KeyPressed } from '../../../client/features/speak/speak-keys.ts'

const press = (key: string, more: Partial<KeyPressed> = {}): KeyPressed => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})
const kindOf = (key: string, more: Partial<KeyPressed> = {}, singleKeys = true, typed = '') =>
  actOfKey(press(key, more), singleKeys, typed)?.kind

describe('the keys before an audience', () => {
  it('[W5] go on and back by bar, arrows, pages and a clicker', () => {
    expect([' ', 'ArrowRight', 'ArrowDown', 'PageDown'].map(key => kindOf(key))).toEqual(
      Array(4).fill('next'),
    )
    expect(['ArrowLeft', 'ArrowUp', 'PageUp'].map(key => kindOf(key))).toEqual(Array(3).fill('previous'))
    expect([kindOf('Home'), kindOf('End'), kindOf('Escape')]).toEqual(['first', 'last', 'leave'])
  })

  it('[D2] letters, digits and signs do nothing once single keys are off; the others still act', () => {
    for (const key of ['f', 'j', 'b', 'n', 't', 'w', 'd', '+', '-', '?', '4'])
      expect(kindOf(key, {}, false), key).toBeUndefined()
    expect(kindOf('Enter', {}, false, '4')).toBeUndefined()
    expect([' ', 'PageDown', 'Escape'].map(key => kindOf(key, {}, false))).toEqual(['next', 'next', 'leave'])
  })

  it('[D2] leave the browser its own: with Ctrl, Alt or the command key, and while a conversion is open', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)
      expect(kindOf('f', { [held]: true }), held).toBeUndefined()
  })

  it('[W5] mean the same in capitals, except that Shift + T sets the clock back', () => {
    expect(actOfKey(press('F', { shiftKey: true }), true, '')).toEqual({ kind: 'show', languages: 'fr' })
    expect([kindOf('t'), kindOf('T'), kindOf('T', { shiftKey: true })]).toEqual([
      'clock',
      'clock',
      'clock-reset',
    ])
  })

  it('[W5] type a number of a unit, on a French keyboard too', () => {
    expect(actOfKey(press('4'), true, '')).toEqual({ kind: 'digit', digit: '4' })
    expect(actOfKey(press('è', { code: 'Digit7' }), true, '')).toEqual({ kind: 'digit', digit: '7' })
    expect(kindOf('Enter')).toBeUndefined()
    expect([kindOf('Enter', {}, true, '12'), kindOf('Backspace', {}, true, '12')]).toEqual(['jump', 'erase'])
  })

  it('[W5] on a French keyboard the key of − makes letters smaller, and is the 6 within a number', () => {
    const minus = press('-', { code: 'Digit6' })
    expect(actOfKey(minus, true, '')).toEqual({ kind: 'size', by: -1 })
    expect(actOfKey(minus, true, '1')).toEqual({ kind: 'digit', digit: '6' })
  })
})
