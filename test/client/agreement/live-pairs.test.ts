/** [A3] The hashes of a draft that is written in: right, and only of what was touched. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLiveText } from '../../../client/editor/live-text.ts'
import { createLivePairs } from '../../../client/features/agreement/live-pairs.ts'
import { pairHashes } from '../../../shared/model/agreement.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import { canonicalHash } from '../../../shared/model/canonical-form.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../../shared/schema/y-write.ts'

const block = (unit: string, language: string, words: string): Block => ({
  ...{ id: `${unit}-${language}` as BlockId, unit: unit as UnitId, kind: 'paragraph', level: 1 },
  content: [{ type: 'text', text: words }],
})
const TEXT: BilingualText = {
  fr: [block('a', 'fr', 'Un.'), block('b', 'fr', 'Deux.')],
  ja: [block('a', 'ja', '一。'), block('b', 'ja', '二。')],
}

function following(text: BilingualText) {
  const doc = new Y.Doc()
  applyBilingualText(doc, text)
  const live = createLiveText(doc)
  let hashed = 0
  const pairs = createLivePairs(live, form => {
    hashed++
    return canonicalHash(form)
  })
  const told: (() => void)[] = []
  const leave = pairs.subscribe(() => {
    for (const tell of told.splice(0)) tell()
  })
  return {
    ...{ doc, live, pairs, leave },
    count: () => hashed,
    next: () => new Promise<void>(resolve => told.push(resolve)),
  }
}

it('[A3] are those that the server counts, in reading order', async () => {
  const { doc, pairs, next, leave } = following(TEXT)
  expect(pairs.get()).toBeUndefined()
  await next()
  expect(pairs.get()).toEqual(await pairHashes(readBilingualText(doc)))
  expect([...pairs.get()!.keys()]).toEqual(['a', 'b'])
  leave()
})

it('[A3] are counted anew for the unit that was touched, in either language, and for no other', async () => {
  const { doc, live, pairs, count, next, leave } = following(TEXT)
  await next()
  const before = pairs.get()!
  expect(count()).toBe(2)
  applyBilingualText(doc, { ...TEXT, ja: [TEXT.ja[0]!, block('b', 'ja', '二つ。')] })
  const changed = next()
  live.read()
  await changed
  const after = pairs.get()!
  expect(count()).toBe(3)
  expect(after.get('a' as UnitId)).toBe(before.get('a' as UnitId))
  expect(after.get('b' as UnitId)).not.toBe(before.get('b' as UnitId))
  applyBilingualText(doc, TEXT)
  const undone = next()
  live.read()
  await undone
  expect(pairs.get()).toEqual(before)
  leave()
})
