/**
 * [A4] Many runs of honest people and a program that does anything a Yjs document allows, locked units included, with
 * lines that break, disks that refuse and units that are locked and reopened meanwhile. The seed names a run.
 */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { UpdateLogError } from '../../../server/sync/update-log.ts'
import { unitsOf } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { CLOSE, isFinalClose } from '../../../shared/protocol/sync-protocol.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { type Random, seeded } from '../../support/seeded.ts'
import {
  forgedAs,
  LOCKED,
  LOCKED_TEXT,
  lock,
  lockedWorld,
  newElement,
  textOf,
} from './support/locked-world.ts'
import { Peer } from './support/peer.ts'
import { DRAFT } from './support/sync-world.ts'

const RUNS = 60
const STEPS = 60
const AGREED = unitsOf(LOCKED_TEXT)
/** Without any lock a program may leave half an update behind, and with it blocks that nobody can read. */
const ALWAYS = 'three' as UnitId
const OTHERS = ['one', 'two', 'four'] as UnitId[]

describe('[A4] [R9] whatever is sent', () => {
  for (let seed = 1; seed <= RUNS; seed++)
    it(`locked units stay as agreed, honest words are kept and seen by all (seed ${seed})`, () => run(seed))
})

async function run(seed: number): Promise<void> {
  const random = seeded(seed)
  const { world, a, b } = await lockedWorld()
  const honest = [a, b]
  honest.forEach((peer, index) => {
    peer.doc.clientID = 10 + index
    peer.doc.getXmlFragment('fr').insert(0, [newElement(`own-${index}`, `own-${index}`, '')])
  })
  await world.settle()
  let programs = 0
  const program = () => {
    const peer = new Peer(1000 + programs++)
    world.enter(`program-${programs}`, {}, peer)
    return peer
  }
  let attacker = program()
  await world.settle()
  let locked: readonly UnitId[] = LOCKED
  const typed: string[] = []
  let refusals = 0

  for (let step = 0; step < STEPS; step++) {
    const turn = random.below(100)
    if (turn < 45) {
      const which = random.below(honest.length)
      const token = `${which}.${step} `
      ownText(honest[which]!.doc, which).insert(0, token)
      typed.push(token)
    } else if (turn < 80) {
      if (attacker.doc.getXmlFragment('fr').length > 0)
        for (const update of forgedAs(
          random.below(2 ** 31),
          attacker,
          ...changes(random, 1 + random.below(3)),
        ))
          if (random.below(10) > 0) attacker.sendContent(update)
    } else if (turn < 85) {
      const peer = honest[random.below(honest.length)]!
      if (peer.isOpen) peer.drop()
    } else if (turn < 90) {
      // What stands otherwise by now is not locked by being agreed to as it was.
      await lock(world, [ALWAYS, ...OTHERS.filter(() => random.below(3) > 0)])
      await world.settle()
      const now = unitsOf(await textOf(world))
      locked = [...world.agreed.keys()].filter(unit => sameUnit(now, unit))
    } else if (turn < 93) world.log.fail(new UpdateLogError('full', 'no room'))
    else world.log.fail(null)
    if (random.below(2) === 0) for (const peer of world.peers) peer.flush()
    if (random.below(4) === 0) {
      await world.settle()
      const now = unitsOf(await textOf(world))
      for (const unit of locked) expect(sameUnit(now, unit), `unit ${unit} at step ${step}`).toBe(true)
    }
    honest.forEach((peer, index) => {
      const code = peer.socket?.closedWith
      if (typeof code === 'number')
        expect(isFinalClose(code), `an honest client was closed with ${code}`).toBe(false)
      if (!peer.isOpen && random.below(3) === 0) world.enter(index === 0 ? 'a' : 'b', {}, peer)
    })
    if (!attacker.isOpen) {
      if (attacker.socket?.closedWith === CLOSE.locked) refusals++
      attacker = program()
    }
  }

  world.log.fail(null)
  attacker.drop()
  for (let round = 0; round < 3; round++) {
    honest.forEach((peer, index) => {
      if (!peer.isOpen) world.enter(index === 0 ? 'a' : 'b', {}, peer)
    })
    await world.settle()
  }
  const text = await textOf(world)
  // What the program had sent last was stored for that; now it is seen.
  await world.settle()
  const now = unitsOf(text)
  for (const unit of locked) expect(sameUnit(now, unit), `unit ${unit} at the end`).toBe(true)
  for (const peer of honest) expect(readBilingualText(peer.doc)).toEqual(text)
  expect(readBilingualText(world.log.document(DRAFT))).toEqual(text)
  const own = text.fr.filter(({ id }) => id.startsWith('own')).flatMap(({ content }) => content)
  const words = own.map(inline => (inline.type === 'text' ? inline.text : '')).join('')
  for (const token of typed) expect(words).toContain(token)
  totals.refusals += refusals
}

/** Over all runs: a fuzz that never met a lock would show nothing. */
const totals = { refusals: 0 }
it('[A4] the runs met locks', () => expect(totals.refusals).toBeGreaterThan(RUNS / 2))

function sameUnit(now: ReturnType<typeof unitsOf>, unit: UnitId): boolean {
  const of = (text: typeof now) => JSON.stringify(text.find(({ id }) => id === unit))
  return of(now) === of(AGREED)
}

function ownText(doc: Y.Doc, which: number): Y.XmlText {
  const own = doc
    .getXmlFragment('fr')
    .toArray()
    .find(child => (child as Y.XmlElement).getAttribute('id') === `own-${which}`) as Y.XmlElement
  return own.get(0) as Y.XmlText
}

/** Changes of anything but what honest people write in. */
function changes(random: Random, count: number): ((doc: Y.Doc) => void)[] {
  return Array.from({ length: count }, () => (doc: Y.Doc) => {
    const fragment = doc.getXmlFragment(LANGUAGES[random.below(2)]!)
    const blocks = fragment
      .toArray()
      .filter(
        child => !String((child as Y.XmlElement).getAttribute('id')).startsWith('own'),
      ) as Y.XmlElement[]
    const block = blocks[random.below(Math.max(1, blocks.length))]
    if (!block) return
    const at = fragment.toArray().indexOf(block)
    const text = block.get(0)
    const units = ['one', 'two', 'three', 'four', 'five']
    const unit = units[random.below(units.length)]!
    const id = `x${random.below(1_000_000)}`
    switch (random.below(9)) {
      case 0:
        if (text instanceof Y.XmlText) text.insert(random.below(text.length + 1), 'x')
        break
      case 1:
        if (text instanceof Y.XmlText && text.length > 0) text.delete(random.below(text.length), 1)
        break
      case 2:
        if (text instanceof Y.XmlText) text.format(0, Math.min(2, text.length), { bold: {} })
        break
      case 3:
        block.setAttribute('unit', unit)
        break
      case 4:
        fragment.insert(at + random.below(2), [newElement(id, unit, 'x')])
        break
      case 5:
        fragment.delete(at, 1)
        break
      case 6:
        block.setAttribute('kind', random.below(2) === 0 ? 'heading' : 'paragraph')
        break
      case 7: {
        const copy = block.clone()
        fragment.delete(at, 1)
        fragment.insert(random.below(fragment.length + 1), [copy as Y.XmlElement])
        break
      }
      default:
        block.setAttribute('id', random.below(2) === 0 ? 'f2' : id)
    }
  })
}
