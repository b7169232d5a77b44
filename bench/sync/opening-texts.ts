/** Texts with a long past, made in a process of their own: `node opening-texts.ts <edits> <file>`. */
import { writeFileSync } from 'node:fs'
import * as Y from 'yjs'
import { pageFor } from './keystrokes.ts'

const [edits = '0', file = ''] = process.argv.slice(2)
const PARAGRAPHS = 100
const LONGEST_LOG = 50_000
let state = 1
/** A linear congruential generator: the same text every time. */
const below = (limit: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return (state >>> 8) % limit
}

const doc = new Y.Doc()
doc.clientID = 7
const updates = [pageFor(PARAGRAPHS).update]
Y.applyUpdate(doc, updates[0]!)
doc.on('update', (update: Uint8Array) => updates.push(update))
const texts = doc
  .getXmlFragment('fr')
  .toArray()
  .map(block => (block as Y.XmlElement).get(0) as Y.XmlText)
// People write at a place for a while, correct every eighth letter, and go on elsewhere.
let text = texts[0]!
let at = 0
for (let edit = 0; edit < Number(edits); edit++) {
  if (below(40) === 0) {
    text = texts[below(PARAGRAPHS)]!
    at = below(text.length + 1)
  }
  if (below(8) === 0 && at > 0) text.delete(--at, 1)
  else text.insert(at++, 'abcdefgh '[below(9)]!)
}
// Longer logs do not exist: they are compacted long before.
if (updates.length > LONGEST_LOG) updates.splice(0, updates.length, Y.encodeStateAsUpdate(doc))
const lengths = Uint32Array.from(updates, update => update.length)
writeFileSync(
  file,
  Buffer.concat([
    new Uint8Array(Uint32Array.of(lengths.length).buffer),
    new Uint8Array(lengths.buffer),
    ...updates,
  ]),
)
