import { beforeEach, describe, expect, test } from 'vitest'
import { advance, historyOf, redo, undo } from '../../../client/features/import/history.ts'
import { type KeptImport, NOTHING_KEPT, readKeptImport } from '../../../client/features/import/kept-import.ts'
import { forgetKeptWork, keepEntry, keptKey } from '../../../client/kept-on-device.ts'

/** A device's storage that can be full. */
class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>()
  full = false
  get length() {
    return this.#items.size
  }
  key(index: number) {
    return [...this.#items.keys()][index] ?? null
  }
  getItem(key: string) {
    return this.#items.get(key) ?? null
  }
  setItem(key: string, value: string) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.#items.set(key, value)
  }
  removeItem(key: string) {
    this.#items.delete(key)
  }
  clear() {
    this.#items.clear()
  }
}

describe('an import kept on the device', () => {
  let storage: MemoryStorage
  beforeEach(() => {
    storage = new MemoryStorage()
  })
  const key = keptKey('import', 'p1', 't1')
  const work: KeptImport = {
    ...NOTHING_KEPT,
    label: 'Shizuoka',
    rows: [{ key: 'r0', fr: [{ kind: 'title', level: 1, text: 'Déclaration' }], ja: [], confidence: null }],
  }

  test('[R9] comes back as it was left', () => {
    expect(keepEntry(storage, key, work)).toBe(true)
    expect(readKeptImport(storage, key)).toEqual(work)
  })

  test('[R9] a device without room says so instead of losing the work silently', () => {
    storage.full = true
    expect(keepEntry(storage, key, work)).toBe(false)
  })

  test.each(['not json', '{"rows":[{"key":"__proto__"}]}', 'null'])(
    'an unreadable entry (%s) counts as nothing',
    stored => {
      storage.setItem(key, stored)
      expect(readKeptImport(storage, key)).toEqual(NOTHING_KEPT)
    },
  )

  test('[M3] another person of the same browser does not see it, and signing out removes it', () => {
    keepEntry(storage, key, work)
    storage.setItem('theme', 'dark')
    expect(readKeptImport(storage, keptKey('import', 'p2', 't1'))).toEqual(NOTHING_KEPT)
    forgetKeptWork(storage)
    expect(readKeptImport(storage, key)).toEqual(NOTHING_KEPT)
    expect(storage.getItem('theme')).toBe('dark')
  })
})

describe('undo in the review', () => {
  test('[U4] goes back and forth, and a new step forgets what was undone', () => {
    let history = advance(advance(historyOf('a'), 'b'), 'c')
    history = undo(undo(history))
    expect(history.present).toBe('a')
    expect(redo(history).present).toBe('b')
    expect(redo(advance(history, 'd')).present).toBe('d')
  })

  test('a step that changes nothing is not a step', () => {
    const history = advance(historyOf('a'), 'b')
    expect(advance(history, history.present)).toBe(history)
  })
})
