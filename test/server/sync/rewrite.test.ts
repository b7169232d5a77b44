/** What the server itself writes into a draft: stored before it is shown, and no more than what differs. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DraftClosed } from '../../../server/sync/sync-service.ts'
import { UpdateLogError } from '../../../server/sync/update-log.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, MandateId, UnitId } from '../../../shared/model/ids.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import type { Peer } from './support/peer.ts'
import { DRAFT, SyncWorld } from './support/sync-world.ts'

const BY = 'mandate-a' as MandateId

const block = (id: string, text: string): Block => ({
  id: id as BlockId,
  unit: `unit-${id}` as UnitId,
  kind: 'paragraph',
  level: 1,
  content: text ? [{ type: 'text', text }] : [],
})
const TEXT: BilingualText = {
  fr: [block('un', 'Nous déclarons.'), block('deux', 'Nous coopérons.')],
  ja: [block('ichi', '宣言する。')],
}

/** A draft that says TEXT, with two writers in it. */
async function begun(limits = {}): Promise<{ world: SyncWorld; a: Peer; b: Peer }> {
  const world = new SyncWorld(limits)
  await world.rooms.begin(DRAFT, newDocumentState(TEXT), BY)
  const [a, b] = [world.enter('a'), world.enter('b')]
  await world.settle()
  return { world, a, b }
}

/** The words of the nth French block. */
function words(doc: Y.Doc, index: number): Y.XmlText {
  return (doc.getXmlFragment('fr').get(index) as Y.XmlElement).get(0) as Y.XmlText
}

function saying(index: number, text: string): (before: BilingualText) => BilingualText {
  return before => ({
    ...before,
    fr: before.fr.map((each, at) => (at === index ? block(each.id, text) : each)),
  })
}

const french = async (world: SyncWorld) => (await world.rooms.readText(DRAFT)).fr.map(plainText)

describe('the server writes into a draft', () => {
  it('[R8] what differs and nothing else: every other block and word keeps its Yjs items', async () => {
    const { world, a } = await begun()
    const [kept, touched] = [a.doc.getXmlFragment('fr').get(0), words(a.doc, 1)]
    const anchor = Y.createRelativePositionFromTypeIndex(touched, 5)
    expect(await world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous tous, coopérons.'))).toBe(true)
    await world.settle()
    expect(a.doc.getXmlFragment('fr').get(0)).toBe(kept)
    expect(words(a.doc, 1)).toBe(touched)
    expect(touched.toString()).toBe('Nous tous, coopérons.')
    const found = Y.createAbsolutePositionFromRelativePosition(anchor, a.doc)
    expect([found?.type, found?.index]).toEqual([touched, 11])
  })

  it('[R8] for everybody who is connected, and with everything received until then', async () => {
    const { world, a, b } = await begun()
    words(a.doc, 0).insert(0, 'Ici, ')
    a.flush()
    await world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'))
    await world.settle()
    for (const peer of [a, b])
      expect([words(peer.doc, 0).toString(), words(peer.doc, 1).toString()]).toEqual([
        'Ici, Nous déclarons.',
        'Nous agissons.',
      ])
  })

  it('[R9] on disk before anybody sees it', async () => {
    const { world, b } = await begun()
    world.log.hold()
    b.relayed.length = 0
    const appended = world.log.appends
    const written = world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'))
    await world.until(() => world.log.appends > appended)
    expect([b.relayed.length, words(b.doc, 1).toString()]).toEqual([0, 'Nous coopérons.'])
    world.log.continue()
    await written
    await world.settle()
    expect(words(b.doc, 1).toString()).toBe('Nous agissons.')
    expect(words(world.log.document(DRAFT), 1).toString()).toBe('Nous agissons.')
  })

  it('[R8] beside what somebody types elsewhere at the same moment', async () => {
    const { world, a, b } = await begun()
    world.log.hold()
    const written = world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'))
    await world.until(() => world.log.appends > 1)
    words(b.doc, 0).insert(0, 'Ici, ')
    b.flush()
    world.log.continue()
    await written
    await world.settle()
    expect(await french(world)).toEqual(['Ici, Nous déclarons.', 'Nous agissons.'])
    expect(words(a.doc, 0).toString()).toBe('Ici, Nous déclarons.')
  })

  it('[M6] under the mandate of whoever asked', async () => {
    const { world } = await begun()
    await world.rooms.rewrite(DRAFT, 'mandate-b' as MandateId, saying(0, 'Nous proclamons.'))
    expect(world.log.rows.map(row => row.mandate)).toEqual(['mandate-a', 'mandate-b'])
  })

  it('[R8] as a row of its own with an instant of its own, whatever is typed in the same tick', async () => {
    const { world, a, b } = await begun()
    words(a.doc, 0).insert(0, 'Ici, ')
    words(b.doc, 0).insert(0, 'Ce jour, ')
    const written = world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'), 'restore 2031')
    a.flush()
    b.flush()
    await written
    await world.settle()
    const rows = world.log.rows.slice(1)
    expect(rows.map(row => row.purpose)).toEqual([null, null, 'restore 2031'])
    const restored = rows.find(row => row.purpose !== null)!
    expect(rows.filter(row => row.at === restored.at)).toEqual([restored])
    const instants = world.log.rows.map(row => row.at)
    expect(instants).toEqual(instants.toSorted())
    expect(world.log.rows[0]).toMatchObject({ purpose: 'begin' })
    expect(await french(world)).toEqual([expect.stringContaining('Nous déclarons.'), 'Nous agissons.'])
  })

  it('nothing when there is nothing to write', async () => {
    const { world } = await begun()
    expect(await world.rooms.rewrite(DRAFT, BY, before => before)).toBe(false)
    expect(world.log.rows).toHaveLength(1)
  })

  it('one piece after the other: two who ask for the same at once write it once', async () => {
    const { world } = await begun()
    const outcomes = await Promise.all([
      world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.')),
      world.rooms.rewrite(DRAFT, 'mandate-b' as MandateId, saying(1, 'Nous agissons.')),
    ])
    expect(outcomes).toEqual([true, false])
    expect(await french(world)).toEqual(['Nous déclarons.', 'Nous agissons.'])
  })

  it('and a piece that fails does not hold up the next', async () => {
    const { world } = await begun()
    const failing = world.rooms.rewrite(DRAFT, BY, () => {
      throw new Error('no such amendment')
    })
    const next = world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'))
    await expect(failing).rejects.toThrow('no such amendment')
    expect(await next).toBe(true)
  })

  it('[R9] nothing that could not be stored', async () => {
    const { world, b } = await begun()
    world.log.fail(new UpdateLogError('full', 'no room'))
    await expect(world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'))).rejects.toThrow('no room')
    world.log.fail(null)
    await world.settle()
    expect(words(b.doc, 1).toString()).toBe('Nous coopérons.')
    expect(await french(world)).toEqual(['Nous déclarons.', 'Nous coopérons.'])
  })
})

describe('a draft on its way out', () => {
  it('[R4] takes what the server writes once it is released', async () => {
    const { world } = await begun()
    const frozen = await world.rooms.freeze(DRAFT)
    const written = world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'))
    await world.settle()
    expect(world.log.rows).toHaveLength(1)
    frozen.release()
    expect(await written).toBe(true)
    expect(await french(world)).toEqual(['Nous déclarons.', 'Nous agissons.'])
  })

  it('[R4] refuses it when it is transmitted meanwhile, and ever after', async () => {
    const { world } = await begun()
    const frozen = await world.rooms.freeze(DRAFT)
    const waiting = world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'))
    // Refused before anybody waits for it.
    const outcome = expect(waiting).rejects.toThrow(DraftClosed)
    await world.settle()
    frozen.close()
    await outcome
    await expect(world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'))).rejects.toThrow(DraftClosed)
    expect(world.log.rows).toHaveLength(1)
  })

  it('is not said to be closed when it is only loaded again', async () => {
    const { world } = await begun()
    const frozen = await world.rooms.freeze(DRAFT)
    const outcome = expect(world.rooms.rewrite(DRAFT, BY, saying(1, 'Nous agissons.'))).rejects.toThrow(
      UpdateLogError,
    )
    await world.settle()
    await world.rooms.shutdown()
    await outcome
    frozen.release()
  })
})
