/**
 * Keystrokes as Yjs updates, written byte by byte (update format 1), so that five hundred people who type cost
 * the machine little: no document is kept for any of them.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Client id of whoever wrote the blocks; typists have the ids after it. */
const AUTHOR = 1000

export type Page = {
  /** One empty block for each typist, as one update. */
  readonly update: Uint8Array
  /** Yjs client id of typist `index`. */
  typist(index: number): number
  /** The `n`th keystroke of a typist, from 0, in that typist's own block. */
  keystroke(index: number, n: number): Uint8Array
}

export function pageFor(typists: number): Page {
  const doc = new Y.Doc()
  doc.clientID = AUTHOR
  const texts = doc.transact(() =>
    Array.from({ length: typists }, (_, i) => {
      const text = new Y.XmlText()
      const block = new Y.XmlElement('block')
      block.insert(0, [text])
      doc.getXmlFragment('fr').insert(i, [block])
      block.setAttribute('kind', 'paragraph')
      block.setAttribute('id', `block-${i}`)
      block.setAttribute('unit', `unit-${i}`)
      // Numbers are attributes too; Yjs types them as strings.
      block.setAttribute('level', 1 as unknown as string)
      return text
    }),
  )
  const clocks = texts.map(text => text._item!.id.clock)
  const typist = (index: number) => AUTHOR + 1 + index
  return {
    update: Y.encodeStateAsUpdate(doc),
    typist,
    keystroke: (index, n) => encodeKeystroke(typist(index), n, clocks[index]!),
  }
}

const CONTENT_STRING = 4
const HAS_ORIGIN = 0x80

function encodeKeystroke(client: number, n: number, textClock: number): Uint8Array {
  const encoder = encoding.createEncoder()
  // One client with one struct, from clock n.
  for (const number of [1, 1, client, n]) encoding.writeVarUint(encoder, number)
  encoding.writeUint8(encoder, n === 0 ? CONTENT_STRING : CONTENT_STRING | HAS_ORIGIN)
  // The first stands in its text (0: the parent is an id), the others after the one before.
  for (const number of n === 0 ? [0, AUTHOR, textClock] : [client, n - 1])
    encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, n % 6 === 5 ? ' ' : 'e')
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}
