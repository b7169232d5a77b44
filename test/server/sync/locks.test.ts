/** [A4] Locked units at the door of a room: what honest people notice of it. */
import { describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { LockGate } from '../../../server/sync/lock-gate.ts'
import { DraftClosed, UnitLocked } from '../../../server/sync/sync-service.ts'
import { UpdateLogError } from '../../../server/sync/update-log.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { CLOSE, isFinalClose } from '../../../shared/protocol/sync-protocol.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import {
  BY,
  block,
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
import { DRAFT, SyncWorld } from './support/sync-world.ts'

const saying =
  (id: string, text: string) =>
  (before: BilingualText): BilingualText => ({
    ...before,
    fr: before.fr.map(each => (each.id === id ? block(id, each.unit, text) : each)),
  })

/** Gives the last French block another unit, under a Yjs client of one's choosing. */
function regroup(peer: Peer, client: number, unit: string, more?: (doc: Y.Doc) => void): void {
  const [update] = forged(peer, doc => {
    doc.clientID = client
    elementAt(doc, 'fr', 'f4').setAttribute('unit', unit)
    more?.(doc)
  })
  peer.sendContent(update!)
}

describe('[A4] a locked unit', () => {
  it('is not changed, and nothing else of the update is taken; others write on', async () => {
    const { world, a, b } = await lockedWorld()
    const stored = world.log.rows.length
    b.relayed.length = 0
    a.doc.transact(() => {
      textAt(a.doc, 'fr', 'f1').insert(0, 'Ici, ')
      textAt(a.doc, 'fr', 'f3').insert(0, 'Jamais ')
    })
    await world.settle()
    expect(a.socket?.closedWith).toBe(CLOSE.locked)
    expect(isFinalClose(CLOSE.locked)).toBe(true)
    expect([world.log.rows.length, b.relayed]).toEqual([stored, []])
    expect(await textOf(world)).toEqual(LOCKED_TEXT)
    textAt(b.doc, 'fr', 'f1').insert(0, 'Ici, ')
    await world.settle()
    expect(b.socket?.closedWith).toBe(null)
    expect(plainText((await textOf(world)).fr[0]!)).toBe('Ici, Nous déclarons.')
  })

  it('may be passed by others, and moved as it is', async () => {
    const { world, a } = await lockedWorld()
    const at = indexOf(a.doc, 'fr', 'f3')
    a.doc.transact(() => {
      const copy = elementAt(a.doc, 'fr', 'f3').clone()
      a.doc.getXmlFragment('fr').delete(at)
      a.doc.getXmlFragment('fr').insert(0, [copy])
    })
    a.doc.getXmlFragment('fr').insert(indexOf(a.doc, 'fr', 'f2'), [newElement('f9', 'nine', 'Entre deux.')])
    await world.settle()
    expect(a.socket?.closedWith).toBe(null)
    expect((await textOf(world)).fr.map(({ id }) => id)).toEqual(['f3', 'f1', 'f9', 'f2', 'f2b', 'f4'])
  })

  it('is open again once a chair has reopened it, and may be locked on other words', async () => {
    const { world, a, b } = await lockedWorld()
    await lock(world, ['two'] as UnitId[])
    textAt(a.doc, 'fr', 'f3').insert(0, 'Tous, ')
    await world.settle()
    expect([a.socket?.closedWith, plainText((await textOf(world)).fr[3]!)]).toEqual([
      null,
      'Tous, Nous nous reverrons.',
    ])
    textAt(b.doc, 'fr', 'f2').insert(0, 'Non. ')
    await world.settle()
    expect(b.socket?.closedWith).toBe(CLOSE.locked)
  })

  it('is locked again as soon as it reads again as both sides agreed', async () => {
    const { world, a, b } = await lockedWorld([])
    const text = textAt(a.doc, 'ja', 'j3')
    text.insert(0, '皆で')
    await world.settle()
    await lock(world, LOCKED)
    text.insert(0, 'また')
    await world.settle()
    expect(a.socket?.closedWith).toBe(null)
    text.delete(0, 4)
    await world.settle()
    expect((await textOf(world)).ja).toEqual(LOCKED_TEXT.ja)
    textAt(b.doc, 'ja', 'j3').insert(0, 'x')
    await world.settle()
    expect([a.socket?.closedWith, b.socket?.closedWith]).toEqual([null, CLOSE.locked])
  })

  it('is locked from the first moment of a draft that begins with it, and after a crash', async () => {
    const { world } = await lockedWorld()
    const again = new SyncWorld({}, world.log)
    again.agreed = world.agreed
    const c = again.enter('c')
    await again.settle()
    textAt(c.doc, 'fr', 'f2b').delete(0, 5)
    await again.settle()
    expect(c.socket?.closedWith).toBe(CLOSE.locked)
    expect(await textOf(again)).toEqual(LOCKED_TEXT)
  })

  it('refuses what was sent before the lock and had not gone to disk; what had reopens the unit', async () => {
    const { world, a, b } = await lockedWorld([])
    world.log.hold()
    const { appends } = world.log
    textAt(a.doc, 'fr', 'f2').insert(0, 'D’abord, ')
    await world.until(() => world.log.appends > appends)
    textAt(b.doc, 'fr', 'f3').insert(0, 'Ensuite, ')
    b.flush()
    await lock(world, LOCKED)
    world.log.continue()
    await world.settle()
    expect([a.socket?.closedWith, b.socket?.closedWith]).toEqual([null, CLOSE.locked])
    const { fr } = await textOf(world)
    expect(fr.map(plainText).slice(1, 4)).toEqual([
      'D’abord, Nous coopérons.',
      'Nous agissons.',
      'Nous nous reverrons.',
    ])
  })

  it('refuses what came while the draft was frozen, once it is released', async () => {
    const { world, a } = await lockedWorld()
    const frozen = await world.rooms.freeze(DRAFT)
    textAt(a.doc, 'fr', 'f2').insert(0, 'Non. ')
    a.flush()
    frozen.release()
    await world.until(() => a.socket?.closedWith !== null)
    expect(a.socket?.closedWith).toBe(CLOSE.locked)
    expect(await textOf(world)).toEqual(LOCKED_TEXT)
  })

  it('[R9] stays locked when the disk refuses a batch, and the shadow forgets what was not stored', async () => {
    const { world, a, b } = await lockedWorld()
    world.log.fail(new UpdateLogError('full', 'no room'))
    // Had it been stored, a's value would win over b's: the higher Yjs client does.
    regroup(a, 4_000_000_000, 'five')
    await world.until(() => a.socket?.closedWith !== null)
    expect(a.socket?.closedWith).toBe(CLOSE.tryLater)
    world.log.fail(null)
    regroup(b, 1, 'two')
    await world.settle()
    expect(b.socket?.closedWith).toBe(CLOSE.locked)
    expect(await textOf(world)).toEqual(LOCKED_TEXT)
  })
})

describe('[A4] two people in one tick', () => {
  it('one of whom would change a locked unit: the other is served', async () => {
    const { world, a, b } = await lockedWorld()
    textAt(a.doc, 'fr', 'f1').insert(0, 'Ici, ')
    textAt(b.doc, 'fr', 'f2').insert(0, 'Non, ')
    textAt(b.doc, 'fr', 'f4').insert(0, 'Ensuite, ')
    await world.settle()
    expect([a.socket?.closedWith, b.socket?.closedWith]).toEqual([null, CLOSE.locked])
    expect(a.stored).toBe(a.sent)
    expect((await textOf(world)).fr.map(plainText)).toEqual([
      'Ici, Nous déclarons.',
      ...LOCKED_TEXT.fr.slice(1).map(plainText),
    ])
  })

  it('one of whom writes on what she wrote before the other was refused: both her words are stored', async () => {
    const { world, a, b } = await lockedWorld()
    textAt(a.doc, 'fr', 'f1').insert(0, 'Ici, ')
    a.flush()
    textAt(b.doc, 'fr', 'f2').insert(0, 'Non, ')
    b.flush()
    textAt(a.doc, 'fr', 'f1').insert(5, 'tous, ')
    a.flush()
    await world.settle()
    expect([a.socket?.closedWith, a.stored]).toEqual([null, a.sent])
    expect(plainText((await textOf(world)).fr[0]!)).toBe('Ici, tous, Nous déclarons.')
  })

  it('who both move a locked unit: the first move stands, the second would double it', async () => {
    const { world, a, b } = await lockedWorld()
    for (const peer of [a, b])
      peer.doc.transact(() => {
        const fragment = peer.doc.getXmlFragment('ja')
        const copy = elementAt(peer.doc, 'ja', 'j3').clone()
        fragment.delete(indexOf(peer.doc, 'ja', 'j3'))
        fragment.insert(0, [copy])
      })
    await world.settle()
    expect([a.socket?.closedWith, b.socket?.closedWith]).toEqual([null, CLOSE.locked])
    expect((await textOf(world)).ja.map(({ id }) => id)).toEqual(['j3', 'j1', 'j2', 'j4'])
  })

  it('of whom one alone would change a locked unit, were it not for the other: refused when the other is', async () => {
    const { world, a, b } = await lockedWorld()
    // Both give one block another unit, at once. The higher Yjs client wins: a's, as long as it counts.
    regroup(a, 4_000_000_000, 'five', doc => textAt(doc, 'fr', 'f2').insert(0, 'Non, '))
    regroup(b, 1, 'two')
    await world.settle()
    expect([a.socket?.closedWith, b.socket?.closedWith]).toEqual([CLOSE.locked, CLOSE.locked])
    expect(await textOf(world)).toEqual(LOCKED_TEXT)
  })
})

describe('[A4] what the server writes itself', () => {
  it('leaves locked units as they are: refused by name, and the next piece is written', async () => {
    const { world } = await lockedWorld()
    const refused = await world.rooms
      .rewrite(DRAFT, BY, saying('f2', 'Autre.'))
      .catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(UnitLocked)
    expect((refused as UnitLocked).units).toEqual(['two'])
    expect(await textOf(world)).toEqual(LOCKED_TEXT)
    expect(await world.rooms.rewrite(DRAFT, BY, saying('f4', 'Fait à Cannes, le 24.'))).toBe(true)
  })

  it('changes a unit by the consent of both sides, which stays locked on its new words', async () => {
    const { world, a, b } = await lockedWorld()
    const unlocks = { unlocks: ['two'] as UnitId[] }
    await expect(
      world.rooms.rewrite(
        DRAFT,
        BY,
        text => saying('f2', 'Autre.')(saying('f3', 'Autre.')(text)),
        'rewrite',
        unlocks,
      ),
    ).rejects.toThrow(UnitLocked)
    expect(await world.rooms.rewrite(DRAFT, BY, saying('f2', 'Nous coopérerons.'), 'rewrite', unlocks)).toBe(
      true,
    )
    await world.settle()
    expect(textAt(b.doc, 'fr', 'f2').toString()).toBe('Nous coopérerons.')
    textAt(a.doc, 'fr', 'f2').insert(0, 'Non, ')
    await world.settle()
    expect(a.socket?.closedWith).toBe(CLOSE.locked)
    expect(plainText((await textOf(world)).fr[1]!)).toBe('Nous coopérerons.')
  })

  it('is refused as before once the draft has ended', async () => {
    const { world } = await lockedWorld()
    const frozen = await world.rooms.freeze(DRAFT)
    const writing = world.rooms.rewrite(DRAFT, BY, saying('f4', 'Trop tard.'))
    frozen.close()
    await expect(writing).rejects.toThrow(DraftClosed)
  })
})

describe('[A4] [R9] a fault of the gate', () => {
  it('takes nothing in and holds up nobody: the sender comes back and is served', async () => {
    const { world, a, b } = await lockedWorld()
    vi.spyOn(LockGate.prototype, 'judge').mockImplementationOnce(() => {
      throw new Error('a fault')
    })
    textAt(a.doc, 'fr', 'f1').insert(0, 'Ici, ')
    await world.until(() => a.socket?.closedWith !== null)
    expect([a.socket?.closedWith, world.faults.length]).toEqual([CLOSE.tryLater, 1])
    world.enter('a', {}, a)
    textAt(b.doc, 'fr', 'f4').insert(0, 'Ainsi ')
    await world.settle()
    expect((await textOf(world)).fr.map(plainText)).toEqual([
      'Ici, Nous déclarons.',
      ...LOCKED_TEXT.fr.slice(1, 4).map(plainText),
      'Ainsi Fait à Cannes.',
    ])
  })
})

describe('[A4] rooms without locks', () => {
  it('store what lacks its past, as ever', async () => {
    const { world, a } = await lockedWorld([])
    const [, second] = forged(
      a,
      doc => textAt(doc, 'fr', 'f1').insert(0, 'Un '),
      doc => textAt(doc, 'fr', 'f1').insert(3, 'deux '),
    )
    a.sendContent(second!)
    await world.settle()
    expect([a.socket?.closedWith, a.stored]).toEqual([null, a.sent])
  })

  it('begin with any text', async () => {
    const { world } = await lockedWorld(LOCKED)
    const other = { fr: [block('x', 'two', 'Tout autre chose.')], ja: [] }
    await expect(world.rooms.begin('draft-b' as typeof DRAFT, newDocumentState(other), BY)).resolves.toBe(
      undefined,
    )
  })
})
