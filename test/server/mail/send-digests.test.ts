import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startDigestClock } from '../../../server/mail/digest-clock.ts'
import type { Mailer, Sending } from '../../../server/mail/mailer.ts'
import { sendDigests } from '../../../server/mail/send-digests.ts'
import { findDigest } from '../../../server/store/digests.ts'
import { addressOf, type DigestWorld, openDigestWorld, tokenIn } from '../../support/digest-world.ts'
import { linksIn, openMailServer } from '../../support/mail-server.ts'
import { importPrevious, insertWords, openDraft, transmitDraft, type } from '../../support/negotiation.ts'
import { TEST_ORIGIN, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

/** Everything begins on 10 January 2031 at 09:00 UTC: 10:00 in Paris, 18:00 in Tokyo. */
let world: DigestWorld
let room: TestRoom
beforeEach(async () => {
  world = await openDigestWorld()
  room = world.room
  await importPrevious(room)
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await world.close()
})

const MORNING = '2031-01-11T06:00:00.000Z'
const NEXT_MORNING = '2031-01-12T06:00:00.000Z'

/** Something that everybody sees: the plan. */
let changes = 0
async function changePlan(): Promise<void> {
  room.wait({ minutes: 1 })
  const stage = { fr: `Étape ${++changes}`, ja: `段階${changes}` }
  await room.get('organiser', 'POST /api/stages', {
    body: {
      name: stage,
      turn: 'joint',
      versionLabel: null,
      confirmsEssential: false,
      startsFrom: 'last-own',
      due: null,
      dueStatus: 'to-confirm',
      evidence: '',
    },
  })
}

/** A mailer that notes to whom it sends. */
function handing(sent: string[], outcome: Promise<Sending>): Mailer {
  return {
    send: ({ to }) => {
      sent.push(to)
      return outcome
    },
  }
}

const digest = (actor: Actor) => findDigest(room.deps.db, room.edition.people[actor].person.id)

describe('[D4] the digest', () => {
  test('arrives at the chosen hour with the changes inside, in the reader’s language, and leads to them', async () => {
    const draft = await openDraft(room, 'japDrafter')
    await world.subscribe('japChair', 15)
    room.wait({ minutes: 1 })
    await type(room, 'japDrafter', draft, insertWords(1, 'Réunis ici, ', 'ここに集う'))
    await type(room, 'japDrafter', draft, insertWords(2, 'Bien sûr, ', ''))
    expect(await world.at('2031-01-11T05:59:59.000Z')).toEqual([])
    const [mail, ...more] = await world.at(MORNING)
    expect(more).toEqual([])
    expect(mail!.to).toEqual([addressOf('japChair')])
    expect(mail!.email.subject).toBe('【Concordance】新着2件　現在の担当：日本側（当方の対応待ち）')
    const { text = '', html = '' } = mail!.email
    expect(text).toContain('{+ここに集う+}私たち代表は協力する。')
    expect(text).toContain('{+Réunis ici, +}Nous, les représentants, coopérons.')
    expect(text).toContain('▲ フランス語のみ修正')
    expect(html).toContain('<html lang="ja">')
    expect(html).toMatch(/<p lang="ja"[^>]*>.*<ins [^>]*>ここに集う<\/ins>/)
    expect(html).not.toMatch(/<img|<script|<table|src=|url\(/)

    const link = linksIn(mail!).find(each => each.includes('/compare?'))!
    const { origin, searchParams } = new URL(link)
    const [from, to, at] = ['from', 'to', 'at'].map(name => searchParams.get(name)!)
    expect(origin).toBe(TEST_ORIGIN)
    const shown = await room.get('japChair', 'GET /api/comparisons', { query: { from: from!, to: to! } })
    expect(shown.comparison.rows.find(({ key }) => key === at)?.kinds).toContain('modified')
  })

  test('is ended by the link in it, and by the mail client’s own button', async () => {
    await world.subscribe('fraChair', 7)
    await world.subscribe('fraDrafter', 7)
    await changePlan()
    const mails = await world.at(MORNING)
    expect(mails.map(({ to }) => to[0]).sort()).toEqual([addressOf('fraChair'), addressOf('fraDrafter')])
    const [first, second] = mails as [(typeof mails)[0], (typeof mails)[0]]
    await room.get('stranger', 'POST /api/digest/end', { body: { token: tokenIn(first, '/digest/end') } })
    const oneClick = second.email.headers.find(({ key }) => key === 'list-unsubscribe')!.value.slice(1, -1)
    expect(new URL(oneClick).pathname.split('/').at(-1)).toBe(tokenIn(second, '/digest/end'))
    await changePlan()
    const [last, ...more] = await world.at(NEXT_MORNING)
    expect([last!.to, more]).toEqual([second.to, []])
    expect(first.email.messageId).not.toBe(second.email.messageId)
    expect(last!.email.messageId).not.toBe(second.email.messageId)
  })

  test('comes once a day at most, however often somebody looks, and after a change of hour or zone', async () => {
    await world.subscribe('fraChair', 7)
    await changePlan()
    expect(await world.at(MORNING)).toHaveLength(1)
    await changePlan()
    await world.tick()
    await room.get('fraChair', 'PUT /api/digest', {
      body: { address: addressOf('fraChair'), hour: 9, on: true },
    })
    expect(await world.at('2031-01-11T08:00:00.000Z')).toEqual([])
    await room.get('fraChair', 'PUT /api/profile', {
      body: { name: 'fraChair', language: 'fr', zone: 'America/New_York' },
    })
    expect(await world.at('2031-01-11T14:00:00.000Z')).toEqual([])
    expect(await world.at('2031-01-12T14:00:00.000Z')).toHaveLength(1)
  })

  test('does not come when there is nothing to say; what happens later the same day waits for the next', async () => {
    await world.subscribe('fraChair', 7)
    expect(await world.at(MORNING)).toEqual([])
    await changePlan()
    expect(await world.at('2031-01-11T07:00:00.000Z')).toEqual([])
    const [mail] = await world.at(NEXT_MORNING)
    expect(mail!.email.text).toContain('Étape ajoutée')
  })

  test('tells what happened since the last one, or since the last look at the first page', async () => {
    await world.subscribe('fraChair', 7)
    await changePlan()
    const first = `Étape ${changes}`
    const [mail] = await world.at(MORNING)
    expect(mail!.email.text).toContain(first)
    room.wait({ minutes: 60 })
    await changePlan()
    const second = `Étape ${changes}`
    room.wait({ minutes: 60 })
    await room.get('fraChair', 'POST /api/desk/visit', {})
    room.wait({ minutes: 60 })
    await changePlan()
    const third = `Étape ${changes}`
    const [next] = await world.at(NEXT_MORNING)
    expect(next!.email.text).toContain(third)
    for (const known of [first, second]) expect(next!.email.text).not.toContain(`${known}\n`)
    expect(next!.email.subject).toContain('1 nouveauté ')
  })

  test('does not tell the reader of what the reader did', async () => {
    await world.subscribe('organiser', 7)
    await changePlan()
    expect(await world.at(MORNING)).toEqual([])
  })

  test('says what awaits the reader, once; that it goes on waiting is no news', async () => {
    await world.subscribe('fraChair', 7)
    room.wait({ minutes: 1 })
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertWords(1, 'Réunis ici, ', 'ここに集う'))
    await transmitDraft(room, 'japChair', draft)
    const [mail] = await world.at(MORNING)
    expect(mail!.email.subject).toMatch(/1 point vous attend – au tour du COPIL FRA, à vous$/)
    expect(mail!.email.text).toMatch(
      /- Réception de V1 à confirmer\n {2}https:\/\/room\.example\/versions\/version-/,
    )
    expect(await world.at(NEXT_MORNING)).toEqual([])
  })
})

describe('[D4] the clock of the digest', () => {
  test('sends what is due when the room starts, and from then on', async () => {
    await world.subscribe('fraChair', 7)
    await changePlan()
    room.wait({ ms: Date.parse(MORNING) - Date.parse(room.now) })
    const sent: string[] = []
    const acts = (await room.get('fraChair', 'GET /api/acts', {})).slice(0, 1)
    const deps = {
      ...room.deps,
      mailer: handing(sent, Promise.resolve('accepted')),
      sources: { news: async () => ({ since: room.now, texts: [], acts }), awaiting: async () => [] },
    }
    const stop = startDigestClock(deps, 1)
    await expect.poll(() => sent.length).toBe(1)
    room.wait({ days: 1 })
    await expect.poll(() => sent.length).toBe(2)
    stop()
  })
})

describe('[D4] a digest that could not be sent at its hour', () => {
  beforeEach(async () => {
    await world.subscribe('fraChair', 7)
    await changePlan()
  })

  test('is sent when the room is there again, up to six hours later', async () => {
    expect(await world.at('2031-01-11T11:59:00.000Z')).toHaveLength(1)
  })

  test('is left out after that', async () => {
    expect(await world.at('2031-01-11T12:00:00.000Z')).toEqual([])
    expect(await world.at(NEXT_MORNING)).toHaveLength(1)
  })

  test('is tried again when the mail server was down, with longer and longer pauses, as the same mail', async () => {
    await world.server.close()
    await world.at(MORNING)
    expect(await digest('fraChair')).toMatchObject({
      day: '2031-01-11',
      tries: 1,
      tryAt: '2031-01-11T06:05:00.000Z',
    })
    await world.at('2031-01-11T06:04:00.000Z')
    expect(world.faults).toHaveLength(1)
    await world.at('2031-01-11T06:05:00.000Z')
    expect(await digest('fraChair')).toMatchObject({ tries: 2, tryAt: '2031-01-11T06:20:00.000Z' })
    world.server = await openMailServer({ port: world.server.port })
    const [mail, ...more] = await world.at('2031-01-11T06:20:00.000Z')
    expect([mail!.to, more]).toEqual([[addressOf('fraChair')], []])
    expect(await world.at('2031-01-11T09:00:00.000Z')).toEqual([])
    expect(world.faults.join()).not.toContain('@')
  })

  test('is given up after five tries, and told the next day', async () => {
    world.server.refuseWith = { at: 'DATA', code: 451 }
    for (let minute = 0; minute < 360; minute++) {
      await world.tick()
      room.wait({ ms: minute === 0 ? Date.parse(MORNING) - Date.parse(room.now) : 60_000 })
    }
    expect(world.faults).toHaveLength(5)
    world.server.refuseWith = null
    expect(await world.at('2031-01-11T12:00:00.000Z')).toEqual([])
    const [mail] = await world.at(NEXT_MORNING)
    expect(mail!.email.text).toContain('Étape ajoutée')
  })

  test('is not tried again where the server will never take it, or may have taken it', async () => {
    world.server.refuseWith = { at: 'RCPT', code: 550 }
    await world.at(MORNING)
    expect(await digest('fraChair')).toMatchObject({ tries: 1, tryAt: null, toldUntil: null })
    world.server.refuseWith = null
    world.server.breaks = true
    await world.at(NEXT_MORNING)
    expect(await digest('fraChair')).toMatchObject({ tryAt: null, toldUntil: NEXT_MORNING })
    world.server.breaks = false
    expect(await world.at('2031-01-12T08:00:00.000Z')).toEqual([])
  })

  test('[R9] is not sent twice by a process that died while sending, nor by two at once', async () => {
    const sent: string[] = []
    const deps = {
      ...room.deps,
      sources: {
        news: async () => ({
          since: room.now,
          texts: [],
          acts: (await room.get('fraChair', 'GET /api/acts', {})).slice(0, 1),
        }),
        awaiting: async () => [],
      },
    }
    // The process that sends never comes back from it.
    const dying = handing(sent, new Promise<never>(() => {}))
    const living = handing(sent, Promise.resolve('accepted'))
    room.wait({ ms: Date.parse(MORNING) - Date.parse(room.now) })
    void sendDigests({ ...deps, mailer: dying })
    await expect.poll(() => sent.length).toBe(1)
    await Promise.all([sendDigests({ ...deps, mailer: living }), sendDigests({ ...deps, mailer: living })])
    room.wait({ minutes: 120 })
    await sendDigests({ ...deps, mailer: living })
    expect(sent).toHaveLength(1)
    room.wait({ days: 1 })
    await Promise.all([sendDigests({ ...deps, mailer: living }), sendDigests({ ...deps, mailer: living })])
    expect(sent).toHaveLength(2)
  })

  test('that cannot be made for one reader keeps no other from theirs', async () => {
    await world.subscribe('fraDrafter', 7)
    const sent: string[] = []
    const broken = room.edition.people.fraChair.person.id
    const acts = (await room.get('fraChair', 'GET /api/acts', {})).slice(0, 1)
    room.wait({ ms: Date.parse(MORNING) - Date.parse(room.now) })
    await sendDigests({
      ...room.deps,
      mailer: handing(sent, Promise.resolve('accepted')),
      sources: {
        news: async ({ person }) => {
          if (person.id === broken) throw new Error('a damaged text')
          return { since: room.now, texts: [], acts }
        },
        awaiting: async () => [],
      },
    })
    expect(sent).toEqual([addressOf('fraDrafter')])
    expect(await digest('fraChair')).toMatchObject({ tryAt: '2031-01-11T06:05:00.000Z' })
    expect(room.faults.splice(0)).toHaveLength(1)
  })
})

describe('[M4] rights that end while the digest is being made', () => {
  test('end the digest', async () => {
    await world.subscribe('fraChair', 7)
    const sent: string[] = []
    const acts = (await room.get('fraChair', 'GET /api/acts', {})).slice(0, 1)
    const params = { id: room.edition.people.fraChair.mandate!.id }
    room.wait({ ms: Date.parse(MORNING) - Date.parse(room.now) })
    await sendDigests({
      ...room.deps,
      mailer: handing(sent, Promise.resolve('accepted')),
      sources: {
        news: async () => {
          await room.get('organiser', 'POST /api/mandates/:id/end', { params })
          return { since: room.now, texts: [], acts }
        },
        awaiting: async () => [],
      },
    })
    expect(sent).toEqual([])
  })
})

describe('[M5] a room without confirmed readers', () => {
  test('sends nothing: asked for and not confirmed, ended, or a demonstration', async () => {
    await room.get('fraChair', 'PUT /api/digest', { body: { address: 'a@example.org', hour: 7, on: true } })
    await world.subscribe('japChair', 15)
    await room.get('japChair', 'PUT /api/digest', {
      body: { address: addressOf('japChair'), hour: 15, on: false },
    })
    await changePlan()
    expect(await world.at(MORNING)).toEqual([])
    await world.subscribe('fraDrafter', 7)
    await changePlan()
    await room.deps.db.updateTable('editions').set({ demonstration: 1 }).execute()
    expect(await world.at(NEXT_MORNING)).toEqual([])
  })

  test('nor does an hour that had struck before the address was confirmed', async () => {
    room.wait({ ms: Date.parse('2031-01-11T07:00:00.000Z') - Date.parse(room.now) })
    await world.subscribe('fraChair', 7)
    await changePlan()
    room.wait({ minutes: 1 })
    const before = world.server.received.length
    await world.tick()
    expect(world.server.received).toHaveLength(before)
    expect(await world.at(NEXT_MORNING)).toHaveLength(1)
  })
})
