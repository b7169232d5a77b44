/** [A4] Programs that try to change a locked unit, each in another way: the room takes nothing of what they send. */
import * as encoding from 'lib0/encoding'
import { describe, expect, it, vi } from 'vitest'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { CLOSE, MESSAGE_SYNC } from '../../../shared/protocol/sync-protocol.ts'
import {
  elementAt,
  forged,
  indexOf,
  LOCKED,
  LOCKED_TEXT,
  lock,
  lockedWorld,
  newElement,
  textAt,
  textOf,
} from './support/locked-world.ts'
import type { Peer } from './support/peer.ts'

type Change = (doc: Y.Doc) => void

const set =
  (id: string, name: string, value: unknown): Change =>
  doc =>
    elementAt(doc, 'fr', id).setAttribute(name, value as string)
const insertBlock =
  (language: 'fr' | 'ja', at: (doc: Y.Doc) => number, block: () => Y.XmlElement): Change =>
  doc =>
    doc.getXmlFragment(language).insert(at(doc), [block()])
const before = (id: string) => (doc: Y.Doc) => indexOf(doc, 'fr', id)
const remove =
  (language: 'fr' | 'ja', id: string): Change =>
  doc =>
    doc.getXmlFragment(language).delete(indexOf(doc, language, id))
const insertInto =
  (nodeName: string, attributes: Record<string, string> = {}): Change =>
  doc => {
    const element = new Y.XmlElement(nodeName)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    elementAt(doc, 'fr', 'f2').insert(1, [element])
  }

const ATTACKS: Readonly<Record<string, Change>> = {
  'words typed into it': doc => textAt(doc, 'fr', 'f3').insert(3, 'x'),
  'a character taken out of the other language': doc => textAt(doc, 'ja', 'j3').delete(0, 1),
  'all its words taken out': doc => textAt(doc, 'fr', 'f3').delete(0, 20),
  'the text in the block taken out': doc => elementAt(doc, 'fr', 'f3').delete(0, 1),
  'a second text put beside the first': doc => elementAt(doc, 'fr', 'f3').insert(1, [new Y.XmlText('!')]),
  'one of its blocks taken out': remove('fr', 'f2b'),
  'all of one language taken out': remove('ja', 'j2'),
  'both languages taken out': doc => {
    remove('fr', 'f3')(doc)
    remove('ja', 'j3')(doc)
  },
  'the whole text emptied': doc => doc.getXmlFragment('fr').delete(0, doc.getXmlFragment('fr').length),
  'a block split in two': doc => {
    textAt(doc, 'fr', 'f3').delete(4, 16)
    insertBlock('fr', before('f4'), () => newElement('f3x', 'three', 'nous reverrons.'))(doc)
  },
  'two blocks joined': doc => {
    textAt(doc, 'fr', 'f2').insert(15, 'Nous agissons.')
    remove('fr', 'f2b')(doc)
  },
  'its blocks exchanged': doc => {
    const copy = elementAt(doc, 'fr', 'f2b').clone()
    remove('fr', 'f2b')(doc)
    doc.getXmlFragment('fr').insert(indexOf(doc, 'fr', 'f2'), [copy])
  },
  'a move with other words': doc => {
    remove('fr', 'f3')(doc)
    doc.getXmlFragment('fr').insert(0, [newElement('f3', 'three', 'Nous nous quitterons.')])
  },
  'another kind': set('f3', 'kind', 'heading'),
  'a kind that nobody knows': set('f3', 'kind', 'strange'),
  'another level': set('f3', 'level', 2),
  'another unit': set('f3', 'unit', 'elsewhere'),
  'no unit': doc => elementAt(doc, 'fr', 'f3').removeAttribute('unit'),
  'another id': set('f3', 'id', 'f3x'),
  'a block of another unit taken into it': set('f4', 'unit', 'three'),
  'a block added to it': insertBlock('fr', before('f3'), () => newElement('f3x', 'three', 'Et encore.')),
  'a block added to it far away': insertBlock(
    'ja',
    () => 0,
    () => newElement('j3x', 'three', 'そして。'),
  ),
  'an empty block added to it': insertBlock('fr', before('f4'), () => newElement('f3x', 'three', '')),
  'an unreadable block added to it': insertBlock('fr', before('f4'), () => {
    const block = newElement('f3x', 'three', 'x')
    block.setAttribute('kind', 'strange')
    return block
  }),
  'a block of another unit between its own': insertBlock('fr', before('f2b'), () =>
    newElement('f9', 'nine', 'Et'),
  ),
  'a block that calls itself one of its own': insertBlock('fr', before('f1'), () =>
    newElement('f3', 'nine', 'Nous nous reverrons.'),
  ),
  'another block renamed to one of its own': set('f1', 'id', 'f2'),
  'bold words': doc => textAt(doc, 'fr', 'f3').format(0, 4, { bold: {} }),
  'a bracket': doc => textAt(doc, 'fr', 'f3').format(0, 4, { bracket: { id: 'b', by: 'fra' } }),
  'a link': doc => textAt(doc, 'ja', 'j2').format(0, 2, { link: { href: 'https://example.org' } }),
  'a fact': insertInto('fact', { fact: 'participants' }),
  'a note': insertInto('note', { text: 'sauf avis contraire' }),
  'a break': insertInto('break'),
  'very many words': doc => textAt(doc, 'fr', 'f3').insert(0, 'non '.repeat(500_000)),
  'many blocks, one of them its own': doc => {
    const blocks = Array.from({ length: 500 }, (_, index) => newElement(`m${index}`, `m${index}`, 'x'))
    blocks[321]!.setAttribute('unit', 'two')
    doc.getXmlFragment('fr').insert(5, blocks)
  },
}

const innocent: Change = doc => textAt(doc, 'fr', 'f1').insert(0, 'Ici, ')

/** The room is as it was, but for the one that sent it, and others write on. */
async function expectNothingTaken(
  { world, b }: Awaited<ReturnType<typeof lockedWorld>>,
  attacker: Peer,
  rows: number,
  code: number = CLOSE.locked,
): Promise<void> {
  expect(attacker.socket?.closedWith).toBe(code)
  expect(world.log.rows.length).toBe(rows)
  expect(await textOf(world)).toEqual(LOCKED_TEXT)
  innocent(b.doc)
  await world.settle()
  expect([b.socket?.closedWith, textAt(b.doc, 'fr', 'f1').toString()]).toEqual([null, 'Ici, Nous déclarons.'])
  const now = await textOf(world)
  for (const language of ['fr', 'ja'] as const)
    for (const unit of LOCKED)
      expect(now[language].filter(each => each.unit === unit)).toEqual(
        LOCKED_TEXT[language].filter(each => each.unit === unit),
      )
}

describe('[A4] a locked unit refuses', () => {
  for (const [name, attack] of Object.entries(ATTACKS))
    it(`${name}, with all that came in the same update`, async () => {
      const made = await lockedWorld()
      const rows = made.world.log.rows.length
      const [update] = forged(made.a, doc => {
        innocent(doc)
        attack(doc)
      })
      made.a.sendContent(update!)
      await made.world.settle()
      await expectNothingTaken(made, made.a, rows)
    })

  it('an update that calls itself an answer to sync step 1', async () => {
    const made = await lockedWorld()
    const rows = made.world.log.rows.length
    const [update] = forged(made.a, ATTACKS['bold words']!)
    made.a.send(MESSAGE_SYNC, encoder => {
      encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2)
      encoding.writeVarUint8Array(encoder, update!)
    })
    await made.world.settle()
    await expectNothingTaken(made, made.a, rows)
  })

  it('what somebody wrote before it was locked, without a network, and what undo and redo make of it', async () => {
    const { world, a, b } = await lockedWorld([])
    const history = new Y.UndoManager(b.doc.getXmlFragment('fr'))
    textAt(b.doc, 'fr', 'f3').insert(0, 'x')
    history.undo()
    await world.settle()
    a.drop()
    textAt(a.doc, 'fr', 'f3').insert(0, 'Hors ligne. ')
    await lock(world, LOCKED)
    const rows = world.log.rows.length
    history.redo()
    world.enter('a', {}, a)
    await world.settle()
    expect([a.socket?.closedWith, b.socket?.closedWith]).toEqual([CLOSE.locked, CLOSE.locked])
    expect(world.log.rows.length).toBe(rows)
    expect(await textOf(world)).toEqual(LOCKED_TEXT)
  })

  it('the change that follows a good one in the same tick, which is kept', async () => {
    const { world, a } = await lockedWorld()
    innocent(a.doc)
    textAt(a.doc, 'fr', 'f3').insert(0, 'Non, ')
    await world.settle()
    expect(a.socket?.closedWith).toBe(CLOSE.locked)
    const { fr } = await textOf(world)
    expect(fr[0]!.content).toEqual([{ type: 'text', text: 'Ici, Nous déclarons.' }])
    expect(fr.slice(1)).toEqual(LOCKED_TEXT.fr.slice(1))
  })
})

describe('[A4] what would take effect later is not stored', () => {
  it('an update that lacks its own past', async () => {
    const made = await lockedWorld()
    const rows = made.world.log.rows.length
    const [, second] = forged(made.a, innocent, ATTACKS['words typed into it']!)
    made.a.sendContent(second!)
    await made.world.settle()
    await expectNothingTaken(made, made.a, rows, CLOSE.tryLater)
  })

  it('an update that waits for somebody else’s next word', async () => {
    const made = await lockedWorld()
    const { a, b, world } = made
    const rows = world.log.rows.length
    const [, trap] = forged(
      a,
      doc => {
        doc.clientID = b.doc.clientID
        innocent(doc)
        doc.clientID = a.doc.clientID
      },
      doc => {
        textAt(doc, 'fr', 'f1').insert(2, 'x')
        ATTACKS['words typed into it']!(doc)
      },
    )
    a.sendContent(trap!)
    await world.settle()
    await expectNothingTaken(made, a, rows, CLOSE.tryLater)
  })

  it('deletions of what is not there yet', async () => {
    const made = await lockedWorld()
    const { a, b, world } = made
    const rows = world.log.rows.length
    const [, deletion] = forged(
      a,
      doc => {
        doc.clientID = b.doc.clientID
        innocent(doc)
        doc.clientID = a.doc.clientID
      },
      doc => textAt(doc, 'fr', 'f1').delete(0, 5),
    )
    a.sendContent(deletion!)
    await world.settle()
    await expectNothingTaken(made, a, rows, CLOSE.tryLater)
  })

  it('while an honest client comes back and is served', async () => {
    const { world, a } = await lockedWorld()
    a.drop()
    innocent(a.doc)
    // What it typed last overtakes its answer to sync step 1.
    const early: Uint8Array[] = []
    const keep = (update: Uint8Array) => early.push(update)
    a.doc.on('update', keep)
    textAt(a.doc, 'fr', 'f1').insert(5, 'tous, ')
    a.doc.off('update', keep)
    world.enter('a', {}, a)
    a.sendContent(early[0]!)
    // Delivered alone: with the answer in the same tick it would be whole.
    a.flush()
    await vi.waitFor(() => expect(a.socket?.closedWith).toBe(CLOSE.tryLater))
    world.enter('a', {}, a)
    await world.settle()
    expect(a.socket?.closedWith).toBe(null)
    expect((await textOf(world)).fr[0]!.content).toEqual([
      { type: 'text', text: 'Ici, tous, Nous déclarons.' },
    ])
  })

  it('and words put into a block that was taken away come to nothing', async () => {
    const { world, a, b } = await lockedWorld()
    const [late] = forged(a, doc => elementAt(doc, 'fr', 'f4').insert(0, [new Y.XmlText('x')]))
    remove('fr', 'f4')(b.doc)
    await world.settle()
    a.sendContent(late!)
    await world.settle()
    expect([a.socket?.closedWith, b.socket?.closedWith]).toEqual([null, null])
    expect(await textOf(world)).toEqual({ ...LOCKED_TEXT, fr: LOCKED_TEXT.fr.slice(0, 4) })
  })
})
