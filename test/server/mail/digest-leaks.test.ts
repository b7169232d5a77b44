/** [M3] [M4] Everybody gets a digest on the same morning: what must stay on one side stays there, in every byte. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DigestWorld, openDigestWorld, tokenIn } from '../../support/digest-world.ts'
import type { ReceivedMail } from '../../support/mail-server.ts'
import { declarationOf, insertWords, openDraft, transmitV1, type } from '../../support/negotiation.ts'
import type { TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor, FRENCH, JAPANESE } from '../../support/test-edition.ts'

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

const READERS = (Object.keys(ACTORS) as Actor[]).filter(actor => actor !== 'stranger')
/** Chosen so that both sides’ hours strike by then: 07:00 in Paris, 15:00 in Tokyo. */
const MORNING = '2031-01-12T06:00:00.000Z'

async function subscribeAll(): Promise<void> {
  for (const actor of READERS) {
    await world.subscribe(actor, actor.startsWith('jap') ? 15 : 7)
    room.wait({ minutes: 1 })
  }
}

/** Everything of a mail that a reader could read, the headers included. */
function everythingIn({ email, source, to }: ReceivedMail): string {
  return JSON.stringify([email, to]) + source
}

async function morning(): Promise<ReadonlyMap<Actor, string>> {
  const mails = await world.at(MORNING)
  const actorOf = (mail: ReceivedMail) =>
    READERS.find(actor => mail.to[0] === `${actor.toLowerCase()}@example.org`)!
  return new Map(mails.map(mail => [actorOf(mail), everythingIn(mail)]))
}

async function begin(actor: Actor, place: string, audience: 'fra' | 'jap' | 'joint', body: string) {
  return room.get(actor, 'POST /api/texts/:id/threads', {
    params: declarationOf(room),
    body: {
      place,
      audience,
      anchor: { unit: await firstUnit(place), blocks: [], passage: null },
      body,
      assignee: null,
    },
  })
}

async function firstUnit(place: string): Promise<string> {
  const [kind, id] = place.split(':')
  if (kind === 'version') {
    const { content } = await room.get('organiser', 'GET /api/versions/:id', { params: { id: id! } })
    return content.fr[0]!.unit
  }
  return (await room.sync.readText(id as never)).fr[0]!.unit
}

describe('[M3] in nobody’s mail of the other side', () => {
  test('is a word, a thread or a count of a private draft, or of an internal thread on a version', async () => {
    const { v1 } = await transmitV1(room)
    await subscribeAll()
    room.wait({ minutes: 10 })
    const { draft } = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', { draft } as never, insertWords(1, 'Motsecret ', '機密'))
    await begin('fraDrafter', `draft:${draft.id}`, 'fra', 'Commentsecret')
    await begin('fraReviewer', `version:${v1.id}`, 'fra', 'Internesecret @{side:fra}')
    await begin('japReviewer', `version:${v1.id}`, 'jap', '内部秘密 @{side:jap}')
    await begin('japReviewer', `version:${v1.id}`, 'joint', 'Partage 共有 @{side:fra}')
    const mails = await morning()
    for (const actor of FRENCH.filter(each => each !== 'fraReviewer')) {
      const mail = mails.get(actor)!
      expect(mail, actor).toContain('Internesecret')
      expect(mail, actor).not.toContain('内部秘密')
      expect(mail, actor).toContain('Partage 共有')
    }
    expect(mails.get('fraChair')).toContain('Motsecret')
    expect(mails.get('fraChair')).toContain('Commentsecret')
    for (const actor of [...JAPANESE, 'organiser', 'observer'] as const) {
      const mail = mails.get(actor) ?? ''
      for (const secret of ['Motsecret', '機密', 'Commentsecret', 'Internesecret', draft.id])
        expect(mail, `${actor} ${secret}`).not.toContain(secret)
      expect(mail, actor).not.toContain('Mandat fra')
    }
    for (const actor of JAPANESE.filter(each => each !== 'japReviewer'))
      expect(mails.get(actor), actor).toContain('内部秘密')
    expect(mails.get('organiser') ?? '').not.toContain('内部秘密')
  })

  test('is a trace of it when nothing else happened: they get no mail at all', async () => {
    await transmitV1(room)
    await subscribeAll()
    for (const actor of READERS) await room.get(actor, 'POST /api/desk/visit', {})
    room.wait({ minutes: 10 })
    const { draft } = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', { draft } as never, insertWords(1, 'Motsecret ', '機密'))
    await begin('fraDrafter', `draft:${draft.id}`, 'fra', 'Commentsecret')
    const mails = await morning()
    for (const actor of [...JAPANESE, 'organiser', 'observer'] as const)
      expect(mails.has(actor), actor).toBe(false)
    expect(mails.has('fraChair')).toBe(true)
  })

  test('is anybody’s address: one recipient, and no name but the room’s', async () => {
    await transmitV1(room)
    await subscribeAll()
    room.wait({ minutes: 10 })
    await room.get('organiser', 'PUT /api/facts/:id', {
      params: { id: room.edition.facts.get('next-host')! },
      body: { value: { fr: 'Ville', ja: '都市' }, status: 'confirmed' },
    })
    const mails = await world.at(MORNING)
    expect(mails.length).toBeGreaterThan(5)
    for (const mail of mails) {
      expect(mail.to).toHaveLength(1)
      const others = READERS.map(actor => `${actor.toLowerCase()}@example.org`).filter(
        each => each !== mail.to[0],
      )
      for (const other of others) expect(everythingIn(mail)).not.toContain(other)
    }
    expect(new Set(mails.map(mail => tokenIn(mail, '/digest/end'))).size).toBe(mails.length)
  })
})

describe('[M4] somebody whose mandates have ended', () => {
  test('gets nothing more, not even what happened before', async () => {
    await transmitV1(room)
    await world.subscribe('fraChair', 7)
    await world.subscribe('organiser', 7)
    room.wait({ minutes: 10 })
    const { draft } = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', { draft } as never, insertWords(1, 'Motsecret ', '機密'))
    room.wait({ minutes: 10 })
    await room.get('organiser', 'POST /api/mandates/:id/end', {
      params: { id: room.edition.people.fraChair.mandate!.id },
    })
    expect(await world.at(MORNING)).toEqual([])
    expect(await world.at('2031-01-13T06:00:00.000Z')).toEqual([])
  })

  test('on one side, and who holds another now, is told by the one that holds', async () => {
    const { v1 } = await transmitV1(room)
    await world.subscribe('fraChair', 7)
    room.wait({ minutes: 10 })
    await begin('fraReviewer', `version:${v1.id}`, 'fra', 'Internesecret')
    await begin('japReviewer', `version:${v1.id}`, 'jap', '内部の話')
    const { mandate, person } = room.edition.people.fraChair
    await room.deps.db
      .updateTable('mandates')
      .set({ side: 'jap' })
      .where('id', '=', mandate!.id)
      .where('person_id', '=', person.id)
      .execute()
    const mails = await morning()
    expect(mails.get('fraChair')).toContain('内部の話')
    expect(mails.get('fraChair')).not.toContain('Internesecret')
  })
})

describe('[D4] what people write is words in a mail', () => {
  test('names, titles and comments make no element, no header and no link', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&<a href="https://evil.example">'
    const { v1 } = await transmitV1(room)
    await world.subscribe('fraChair', 7)
    room.wait({ minutes: 10 })
    await room.deps.db
      .updateTable('editions')
      .set({ name: JSON.stringify({ fr: hostile, ja: hostile }) })
      .execute()
    await room.deps.db
      .updateTable('mandates')
      .set({ title: JSON.stringify({ fr: `A\r\nBcc: spy@example.org ${hostile}`, ja: hostile }) })
      .where('id', '=', room.edition.people.japReviewer.mandate!.id)
      .execute()
    await room.deps.db
      .updateTable('stages')
      .set({ name: JSON.stringify({ fr: `${hostile}\r\nX-Evil: 1`, ja: hostile }) })
      .execute()
    await begin('japReviewer', `version:${v1.id}`, 'joint', `${hostile} https://evil.example @{side:fra}`)
    const [mail] = await world.at(MORNING)
    const { html = '', text = '', headers } = mail!.email
    expect(text).toContain(hostile)
    expect(html).not.toMatch(/<img|onerror=alert\(1\)>(?!&)|href="https:\/\/evil/)
    expect(
      [...html.matchAll(/href="([^"]*)"/g)].every(([, href]) => href!.startsWith('https://room.example/')),
    ).toBe(true)
    expect(headers.map(({ key }) => key)).not.toContain('bcc')
    expect(headers.map(({ key }) => key)).not.toContain('x-evil')
    expect(mail!.to).toEqual(['frachair@example.org'])
  })
})
