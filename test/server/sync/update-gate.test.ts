import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { InadmissibleUpdate, inspectUpdate } from '../../../server/sync/update-gate.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import { randomText } from '../../support/random-text.ts'
import { seeded } from '../../support/seeded.ts'

describe('the gate of updates', () => {
  it.each([1, 2, 3, 4, 5])('takes every text of the schema (seed %i)', seed => {
    const update = newDocumentState(randomText(seeded(seed)))
    expect(inspectUpdate(update, new Y.Doc()).empty).toBe(false)
  })

  it('takes what is typed, formatted, changed and deleted in it', () => {
    const doc = draft()
    const server = copyOf(doc)
    const text = textOf(doc)
    for (const change of [
      () => text.insert(0, 'Bonjour 日仏'),
      () => text.format(0, 4, { bold: {}, link: { href: 'https://room.example' } }),
      () => text.format(2, 4, { 'bracket--abcd12+/': { id: 'b1', by: 'fra' } }),
      () => text.format(0, 8, { bold: null }),
      () => blockOf(doc).setAttribute('kind', 'title'),
      () => blockOf(doc).insert(1, [new Y.XmlElement('break'), new Y.XmlText('suite')]),
      () => text.delete(1, 3),
      () => doc.getXmlFragment('fr').delete(0, 1),
    ]) {
      const update = updateOf(doc, change)
      expect(inspectUpdate(update, server).empty).toBe(false)
      Y.applyUpdate(server, update)
    }
  })

  it('knows the empty update', () => {
    expect(inspectUpdate(new Uint8Array([0, 0]), new Y.Doc()).empty).toBe(true)
  })

  it('says which clients an update advances, and how far', () => {
    const doc = draft()
    const update = updateOf(doc, () => textOf(doc).insert(0, 'abc'))
    const end = Y.getState(doc.store, doc.clientID)
    expect(inspectUpdate(update, new Y.Doc()).clients).toEqual(new Map([[doc.clientID, end]]))
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['another root', doc => doc.getText('notes').insert(0, 'x')],
    ['a root that is a map', doc => doc.getMap('ja').set('x', 1)],
    ['a root named __proto__', doc => doc.getText('__proto__').insert(0, 'x')],
    ['another element', doc => doc.getXmlFragment('fr').insert(0, [new Y.XmlElement('script')])],
    ['text directly in a root', doc => doc.getXmlFragment('fr').insert(0, [new Y.XmlText('x')])],
    ['an inline object in a root', doc => doc.getXmlFragment('fr').insert(0, [new Y.XmlElement('note')])],
    ['a block in a block', doc => blockOf(doc).insert(0, [new Y.XmlElement('block')])],
    ['a child of a note', doc => insideNote(doc).insert(0, [new Y.XmlText('x')])],
    ['another attribute', doc => blockOf(doc).setAttribute('onclick', 'x')],
    ['an attribute of another element', doc => blockOf(doc).setAttribute('fact', 'x')],
    ['an attribute __proto__', doc => blockOf(doc).setAttribute('__proto__', 'x')],
    [
      'an attribute that is an object',
      doc => blockOf(doc).setAttribute('kind', { a: 1 } as unknown as string),
    ],
    [
      'an attribute that is a type',
      doc => blockOf(doc).setAttribute('kind', new Y.Map() as unknown as string),
    ],
    [
      'an attribute that is an element',
      doc => blockOf(doc).setAttribute('kind', new Y.XmlElement('note') as unknown as string),
    ],
    ['a value that is too long', doc => blockOf(doc).setAttribute('kind', 'x'.repeat(60_000))],
    ['a nested document', doc => blockOf(doc).setAttribute('kind', new Y.Doc() as unknown as string)],
    ['bytes', doc => blockOf(doc).setAttribute('kind', new Uint8Array(4) as unknown as string)],
    ['an embedded object', doc => textOf(doc).insertEmbed(0, { image: 'x' })],
    ['another format', doc => textOf(doc).format(0, 1, { color: 'red' })],
    ['a format __proto__', doc => textOf(doc).format(0, 1, JSON.parse('{"__proto__": {"a": 1}}') as object)],
    ['another attribute of a format', doc => textOf(doc).format(0, 1, { link: { href: 'x', onclick: 'y' } })],
    ['an object in a format', doc => textOf(doc).format(0, 1, { link: { href: { a: 1 } } })],
    ['a list as a format', doc => textOf(doc).format(0, 1, { bold: [1] })],
  ])('refuses %s', (_what, change) => {
    const doc = draft()
    const server = copyOf(doc)
    expect(() =>
      inspectUpdate(
        updateOf(doc, () => change(doc)),
        server,
      ),
    ).toThrow(InadmissibleUpdate)
  })

  it('judges by the document what an update leaves out', () => {
    const doc = draft()
    blockOf(doc).setAttribute('kind', 'title')
    const server = copyOf(doc)
    // The second value stands next to the first: its parent and key are not in the update.
    const update = updateOf(doc, () =>
      blockOf(doc).setAttribute('kind', new Y.XmlElement('note') as unknown as string),
    )
    expect(() => inspectUpdate(update, server)).toThrow('in block.kind')
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['half an update', Y.encodeStateAsUpdate(draft()).slice(0, 20)],
    ['noise', new Uint8Array([255, 255, 255, 255, 15, 1, 2, 3])],
  ])('refuses %s', (_what, bytes) => {
    expect(() => inspectUpdate(bytes, new Y.Doc())).toThrow(InadmissibleUpdate)
  })

  it('refuses a clock that nobody reaches', () => {
    const encoder = encoding.createEncoder()
    // One client with one struct: client 1, clock 2^52, garbage of length 5; no deletions.
    for (const number of [1, 1, 1, 2 ** 52]) encoding.writeVarUint(encoder, number)
    encoding.writeUint8(encoder, 0)
    for (const number of [5, 0]) encoding.writeVarUint(encoder, number)
    expect(() => inspectUpdate(encoding.toUint8Array(encoder), new Y.Doc())).toThrow('a span')
  })
})

function draft(): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    const block = new Y.XmlElement('block')
    block.insert(0, [new Y.XmlText('mots'), new Y.XmlElement('note')])
    doc.getXmlFragment('fr').insert(0, [block])
    block.setAttribute('kind', 'paragraph')
  })
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  change()
  return Y.encodeStateAsUpdate(doc, before)
}

function blockOf(doc: Y.Doc): Y.XmlElement {
  return doc.getXmlFragment('fr').get(0) as Y.XmlElement
}

function textOf(doc: Y.Doc): Y.XmlText {
  return blockOf(doc).get(0) as Y.XmlText
}

function insideNote(doc: Y.Doc): Y.XmlElement {
  return blockOf(doc).get(1) as Y.XmlElement
}
