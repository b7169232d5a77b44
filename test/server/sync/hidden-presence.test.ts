/** [M3] Somebody who does not show themselves, in a draft's room: the frames that the others get. */
import { describe, expect, it } from 'vitest'
import type { Peer } from './support/peer.ts'
import { admissionOf, SyncWorld } from './support/sync-world.ts'

/** Decides for a person, as the profile does: the policies answer anew, and the open connections are asked again. */
async function decide(world: SyncWorld, name: string, shows: boolean): Promise<void> {
  world.rights.set(name, admissionOf(name, { shows }))
  await world.rooms.recheck(admission => admission.name === name)
}

/** What `peer` has heard of `other`, once everything that was said until now has been relayed. */
async function heardOf(world: SyncWorld, peer: Peer, other: Peer): Promise<unknown> {
  const mark = Math.random()
  await world.settle()
  peer.setCursor({ mark })
  await world.until(() => (peer.heard.get(peer.doc.clientID) as { mark?: number } | undefined)?.mark === mark)
  const heard = peer.heard.get(other.doc.clientID)
  // Clients go by the protocol's clocks: what comes too late in them is as good as not sent.
  expect(peer.awareness.getStates().get(other.doc.clientID)).toEqual(heard)
  return heard
}

describe('[M3] in a room, somebody who does not show themselves', () => {
  it('has no caret and no name for the others, while their words arrive', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a', { shows: false }), world.enter('b')]
    await world.settle()
    a.setCursor({ cursor: { language: 'fr' } })
    a.type('Bonjour')
    expect(await heardOf(world, b, a)).toBeUndefined()
    expect(b.read()).toBe('Bonjour')
    // Their own line lives, and they see the others.
    expect(a.heard.get(a.doc.clientID)).toMatchObject({ cursor: { language: 'fr' } })
    await world.until(() => a.heard.has(b.doc.clientID))
    const late = world.enter('c')
    expect(await heardOf(world, late, a)).toBeUndefined()
    expect(late.heard.has(b.doc.clientID)).toBe(true)
    const { length } = b.relayedAwareness
    a.drop()
    await heardOf(world, b, a)
    expect(b.relayedAwareness.slice(length).some(ids => ids.includes(a.doc.clientID))).toBe(false)
  })

  it('vanishes and appears at once, on connections that are open', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.setCursor({ active: 1 })
    expect(await heardOf(world, b, a)).toMatchObject({ active: 1, user: { name: 'a' } })
    for (let n = 2; n < 8; n += 2) {
      await decide(world, 'a', false)
      expect(await heardOf(world, b, a)).toBeUndefined()
      await decide(world, 'a', true)
      expect(await heardOf(world, b, a)).toMatchObject({ active: n - 1 })
      await decide(world, 'a', false)
      expect(await heardOf(world, b, a)).toBeUndefined()
      a.setCursor({ active: n })
      expect(await heardOf(world, b, a)).toBeUndefined()
      expect(a.heard.get(a.doc.clientID)).toMatchObject({ active: n })
      // Without a further word of theirs.
      await decide(world, 'a', true)
      expect(await heardOf(world, b, a)).toMatchObject({ active: n, user: { name: 'a' } })
      a.setCursor({ active: n + 1 })
      expect(await heardOf(world, b, a)).toMatchObject({ active: n + 1 })
      await decide(world, 'a', false)
      await decide(world, 'a', true)
      expect(await heardOf(world, b, a)).toMatchObject({ active: n + 1 })
    }
  })

  it('[M6] is not brought back by somebody who repeats their words', async () => {
    const world = new SyncWorld()
    const [a, b, c] = [world.enter('a', { shows: false }), world.enter('b'), world.enter('c')]
    await world.settle()
    a.setCursor({ active: 1 })
    await world.settle()
    c.sendAwareness(a.spokenAwareness())
    expect(await heardOf(world, b, a)).toBeUndefined()
  })
})
