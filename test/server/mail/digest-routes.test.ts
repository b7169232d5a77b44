import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApi } from '../../../server/app.ts'
import { insertDigestLink } from '../../../server/store/digest-links.ts'
import { findDigest } from '../../../server/store/digests.ts'
import { addressOf, type DigestWorld, openDigestWorld, tokenIn } from '../../support/digest-world.ts'
import { linksIn } from '../../support/mail-server.ts'
import { createTestRoom, TEST_ORIGIN, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let world: DigestWorld
let room: TestRoom
beforeEach(async () => {
  world = await openDigestWorld()
  room = world.room
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await world.close()
})

const person = (actor: Actor) => room.edition.people[actor].person.id
const settings = async (actor: Actor) => (await room.get(actor, 'GET /api/digest', {})).settings
const ask = (actor: Actor, address: string, on = true) =>
  room.call(actor, 'PUT /api/digest', { body: { address, hour: 7, on } })
const confirm = (actor: Actor | null, token: string) =>
  room.call(actor, 'POST /api/digest/confirm', { body: { token } })
const end = (actor: Actor | null, token: string) =>
  room.call(actor, 'POST /api/digest/end', { body: { token } })

/** A link as a digest to the actor's address has it. */
async function endToken(actor: Actor, address = addressOf(actor)): Promise<string> {
  const link = { purpose: 'end', person: person(actor), address } as const
  return (await insertDigestLink(room.deps.db, link, room.now)).token
}

/** The click of a mail client: no cookie, no Origin. */
function click(token: string, body = 'List-Unsubscribe=One-Click', headers: Record<string, string> = {}) {
  return createApi(room.deps).request(`/api/digest/end/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  })
}

describe('[D4] an address for the digest', () => {
  test('counts once it was confirmed by the link that was sent to it', async () => {
    expect(await settings('japDrafter')).toBeNull()
    expect(await ask('japDrafter', 'kiso@example.org')).toMatchObject({ ok: true })
    expect(await settings('japDrafter')).toEqual({
      address: 'kiso@example.org',
      confirmed: false,
      hour: 7,
      on: true,
    })
    const mail = await world.server.count(1)
    expect([mail.to, mail.email.subject]).toEqual([
      ['kiso@example.org'],
      '【Concordance】メールアドレスの確認',
    ])
    expect(mail.email.html).toContain('<html lang="ja">')
    const token = tokenIn(mail, '/digest/confirm')
    // Opening the page uses nothing up: it is the button that does.
    expect(linksIn(mail)).toEqual([`${TEST_ORIGIN}/digest/confirm#${token}`])
    expect(await confirm('japDrafter', token)).toMatchObject({
      ok: true,
      value: { settings: { confirmed: true } },
    })
    expect(await confirm('japDrafter', token)).toMatchObject({ refusal: 'link-used' })
  })

  test('is not confirmed by whoever was written to by mistake', async () => {
    await ask('japDrafter', 'wrong@example.org')
    const token = tokenIn(await world.server.count(1), '/digest/confirm')
    expect(await confirm(null, token)).toMatchObject({ refusal: 'not-signed-in' })
    for (const actor of ['fraDrafter', 'japChair', 'observer'] as const)
      expect(await confirm(actor, token), actor).toMatchObject({ refusal: 'link-unknown' })
    expect(await confirm('stranger', token)).toMatchObject({ refusal: 'not-found' })
    expect(await settings('japDrafter')).toMatchObject({ confirmed: false })
  })

  test('is not confirmed by a link that is old, replaced, for another address, or made up', async () => {
    await ask('japDrafter', 'one@example.org')
    const first = tokenIn(await world.server.count(1), '/digest/confirm')
    await room.get('japDrafter', 'POST /api/digest/confirmation-mail', {})
    const second = tokenIn(await world.server.count(2), '/digest/confirm')
    expect(await confirm('japDrafter', first)).toMatchObject({ refusal: 'link-unknown' })
    expect(await confirm('japDrafter', 'x'.repeat(43))).toMatchObject({ refusal: 'link-unknown' })
    expect(await confirm('japDrafter', await endToken('japDrafter'))).toMatchObject({
      refusal: 'link-unknown',
    })
    room.wait({ days: 2 })
    expect(await confirm('japDrafter', second)).toMatchObject({ refusal: 'link-expired' })
    await ask('japDrafter', 'two@example.org', false)
    expect(await settings('japDrafter')).toMatchObject({ address: 'two@example.org', confirmed: false })
  })

  test('stands in the database as itself, its token only as a hash', async () => {
    await ask('japDrafter', 'kiso@example.org')
    const token = tokenIn(await world.server.count(1), '/digest/confirm')
    const rows = await room.deps.db.selectFrom('digest_links').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows).toHaveLength(1)
  })

  test('that changes is to be confirmed anew, and nothing goes to either until then', async () => {
    await world.subscribe('japDrafter', 7)
    await ask('japDrafter', 'other@example.org')
    expect(await settings('japDrafter')).toMatchObject({ address: 'other@example.org', confirmed: false })
    expect((await world.server.count(2)).to).toEqual(['other@example.org'])
    // Back to the former one: it was somebody's decision to leave it.
    await ask('japDrafter', addressOf('japDrafter'))
    expect(await settings('japDrafter')).toMatchObject({ confirmed: false })
  })

  test('stays confirmed when the hour changes, or when the digest is ended and begun again', async () => {
    await world.subscribe('japDrafter', 7)
    const address = addressOf('japDrafter')
    await room.get('japDrafter', 'PUT /api/digest', { body: { address, hour: 21, on: false } })
    expect(await settings('japDrafter')).toMatchObject({ confirmed: true, hour: 21, on: false })
    await ask('japDrafter', address)
    expect(await settings('japDrafter')).toMatchObject({ confirmed: true, hour: 7, on: true })
    expect(world.server.received).toHaveLength(1)
  })

  for (const address of [
    'no address',
    'a@example.org, b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'A <a@example.org>',
    '"a b"@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])
    test(`${JSON.stringify(address.slice(0, 40))} is none`, async () => {
      expect(await ask('japDrafter', address)).toMatchObject({ refusal: 'invalid', detail: 'address' })
      expect(world.server.received).toEqual([])
    })

  test('is not written to without end: per person, per address', async () => {
    for (let n = 0; n < 5; n++)
      expect(await ask('japDrafter', `a${n}@example.org`)).toMatchObject({ ok: true })
    expect(await ask('japDrafter', 'a5@example.org')).toMatchObject({ refusal: 'too-many-attempts' })
    expect(await settings('japDrafter')).toMatchObject({ address: 'a4@example.org' })
    for (const actor of ['fraChair', 'fraDrafter', 'fraReviewer'] as const)
      expect(await ask(actor, 'Same@example.org'), actor).toMatchObject({ ok: true })
    expect(await ask('fraLead', 'same@example.org')).toMatchObject({ refusal: 'too-many-attempts' })
    expect(world.server.received).toHaveLength(8)
    room.wait({ minutes: 60 })
    expect(await ask('japDrafter', 'a5@example.org')).toMatchObject({ ok: true })
  })

  test('that cannot be written to says so, and can be tried again', async () => {
    world.server.refuseWith = { at: 'RCPT', code: 451 }
    expect(await ask('japDrafter', 'kiso@example.org')).toMatchObject({ refusal: 'mail-failing' })
    expect(await settings('japDrafter')).toMatchObject({ address: 'kiso@example.org', confirmed: false })
    world.server.refuseWith = null
    await room.get('japDrafter', 'POST /api/digest/confirmation-mail', {})
    expect((await world.server.count(1)).to).toEqual(['kiso@example.org'])
    expect(world.faults.join()).not.toContain('kiso')
  })
})

describe('[D4] the digest is not there', () => {
  test('where no mail server was named, in a demonstration, or without a mandate', async () => {
    const silent = await createTestRoom()
    expect(await silent.get('japDrafter', 'GET /api/digest', {})).toEqual({
      available: false,
      settings: null,
    })
    const body = { address: 'a@example.org', hour: 7, on: true }
    expect(await silent.call('japDrafter', 'PUT /api/digest', { body })).toMatchObject({
      refusal: 'not-found',
    })
    await silent.close()
    expect(await ask('stranger', 'a@example.org')).toMatchObject({ refusal: 'not-found' })
    await room.deps.db.updateTable('editions').set({ demonstration: 1 }).execute()
    expect(await room.get('japDrafter', 'GET /api/digest', {})).toMatchObject({ available: false })
    expect(await ask('japDrafter', 'a@example.org')).toMatchObject({ refusal: 'not-found' })
    expect(world.server.received).toEqual([])
  })
})

describe('[D4] the link that ends it', () => {
  beforeEach(() => world.subscribe('japDrafter', 7))

  test('needs no session, and may be used again', async () => {
    const token = await endToken('japDrafter')
    for (let n = 0; n < 2; n++) expect(await end(null, token)).toMatchObject({ ok: true })
    expect(await settings('japDrafter')).toMatchObject({ on: false })
  })

  test('of one person does not end another’s, whoever is signed in', async () => {
    await world.subscribe('fraDrafter', 7)
    expect(await end('japDrafter', await endToken('fraDrafter'))).toMatchObject({ ok: true })
    expect(await settings('fraDrafter')).toMatchObject({ on: false })
    expect(await settings('japDrafter')).toMatchObject({ on: true })
  })

  test('in a mail to a former address ends nothing that goes elsewhere', async () => {
    const token = await endToken('japDrafter', 'former@example.org')
    expect(await end(null, token)).toMatchObject({ ok: true })
    expect(await settings('japDrafter')).toMatchObject({ on: true })
  })

  test('is no other link: those that confirm, invite or sign in end nothing', async () => {
    await ask('fraChair', 'chair@example.org')
    const confirming = tokenIn(await world.server.count(2), '/digest/confirm')
    for (const token of [confirming, 'x'.repeat(43), ''])
      expect(await end(null, token)).toMatchObject({ refusal: 'link-unknown' })
    const token = await endToken('japDrafter')
    expect(await room.call(null, 'POST /api/links/look', { body: { token } })).toMatchObject({
      refusal: 'link-unknown',
    })
  })

  test('works by one click in a mail client, which has neither cookie nor Origin', async () => {
    const token = await endToken('japDrafter')
    expect((await click(token)).status).toBe(200)
    expect((await click(token)).status).toBe(200)
    expect(await settings('japDrafter')).toMatchObject({ on: false })
  })

  test('works by one click sent as a form of parts', async () => {
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    const address = `/api/digest/end/${await endToken('japDrafter')}`
    const answer = await createApi(room.deps).request(address, { method: 'POST', body: form })
    expect(answer.status).toBe(200)
    expect((await findDigest(room.deps.db, person('japDrafter')))?.endedAt).toBe(room.now)
  })

  test('ends nothing when an address is only followed, or the click does not say what it is', async () => {
    const token = await endToken('japDrafter')
    const followed = await createApi(room.deps).request(`/api/digest/end/${token}`)
    expect([followed.status, followed.headers.get('location')]).toEqual([303, `/digest/end#${token}`])
    for (const body of ['', 'List-Unsubscribe=Two-Clicks', 'other=One-Click'])
      expect((await click(token, body)).status).toBe(422)
    expect((await click('x'.repeat(43))).status).toBe(404)
    expect(await settings('japDrafter')).toMatchObject({ on: true })
  })

  test('the exception from the check of origins is this one address and method, and gives no session', async () => {
    const token = await endToken('japDrafter')
    const app = createApi(room.deps)
    const cookie = `${room.deps.cookieName}=${room.edition.people.fraChair.token}`
    for (const [method, path] of [
      ['PUT', `/api/digest/end/${token}`],
      ['DELETE', `/api/digest/end/${token}`],
      ['POST', `/api/digest/end/${token}/more`],
      ['POST', `/api/digest/end/${token}x`],
      ['POST', `/api/digest/end/../../digest`],
      ['POST', '/api/digest/end'],
      ['POST', '/api/digest/confirm'],
      ['PUT', '/api/digest'],
      ['PUT', '/api/profile'],
    ] as const)
      for (const origin of [undefined, 'https://evil.example']) {
        const headers = new Headers({ cookie, 'content-type': 'application/json' })
        if (origin) headers.set('origin', origin)
        const answer = await app.request(path, { method, headers, body: '{}' })
        expect([path, answer.status]).toEqual([path, 403])
      }
    // A session that comes along with a click from elsewhere decides nothing.
    const foreign = await click(token, undefined, { cookie, origin: 'https://evil.example' })
    expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([200, null])
    expect(await settings('japDrafter')).toMatchObject({ on: false })
    expect(await settings('fraChair')).toBeNull()
  })
})
