/** [R8] Long logs are applied beside the loop that serves the others. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { replayBeside, wordsBeside } from '../../../server/texts/history-beside.ts'
import { workOnHistory } from '../../../server/texts/history-work.ts'
import type { ReplayInput } from '../../../server/texts/replay-history.ts'
import { EMPTY_TEXT } from '../../../shared/model/bilingual-text.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { applyBilingualText, newDocumentState } from '../../../shared/schema/y-write.ts'
import { randomText, revisedText } from '../../support/random-text.ts'
import { seeded } from '../../support/seeded.ts'

/** A dozen sittings of two people, in some hundreds of updates. */
function longLog(): ReplayInput {
  const random = seeded(7)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  Y.applyUpdate(doc, newDocumentState(randomText(random, 8)))
  for (let edits = 0; edits < 600; edits++)
    applyBilingualText(doc, revisedText(random, readBilingualText(doc)))
  const authored = updates.map((bytes, index) => ({ mandate: index % 3 ? 'a' : 'b', bytes }))
  const sittings = Array.from({ length: 12 }, (_, index) =>
    authored.filter((_, at) => Math.floor((at * 12) / authored.length) === index),
  )
  return { state: null, base: EMPTY_TEXT, sittings, keep: 11 }
}

it('[R8] and say what they would have said at once', async () => {
  const input = longLog()
  const updates = input.sittings.flat().map(({ bytes }) => bytes)
  expect(updates.length).toBeGreaterThan(500)
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  const [replay, words] = [await replayBeside(input), await wordsBeside(updates)]
  clearInterval(turning)
  expect(turns).toBeGreaterThan(5)
  const atOnce = workOnHistory({ kind: 'replay', input })
  expect({ ...replay, state: null }).toEqual({ ...atOnce, state: null })
  expect(words).toEqual(workOnHistory({ kind: 'words', updates }))
})

it('[R8] where a text cannot be read, that is said there too', async () => {
  const doc = new Y.Doc()
  const block = new Y.XmlElement('block')
  block.setAttribute('kind', 'poem')
  doc.getXmlFragment('fr').insert(0, [block])
  const update = Y.encodeStateAsUpdate(doc)
  const many = Array.from({ length: 501 }, () => update)
  expect(await wordsBeside([update])).toEqual({ refusal: 'text-unreadable' })
  expect(await wordsBeside(many)).toEqual({ refusal: 'text-unreadable' })
})
