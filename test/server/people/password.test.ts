import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, EmptyRoom, PASSWORD } from './browser.ts'

let room: EmptyRoom
let organiser: Browser
beforeEach(async () => {
  room = await EmptyRoom.open()
  organiser = await room.setUp()
})
afterEach(() => room.close())

const CHOSEN = '新しい合言葉はこれです'
const change = (browser: Browser, current: string, password: string) =>
  browser.ask('PUT', '/api/password', { current, password })

async function signIn(password: string, browser = room.browser()): Promise<Browser | string | undefined> {
  const { status, body } = await browser.post('/api/sign-in', { login: 'organiser', password })
  return status === 200 ? browser : body.error?.id
}

describe('[M5] changing one’s password', () => {
  test('the new one signs in and the old one no longer does; this session goes on, every other ends', async () => {
    const elsewhere = (await signIn(PASSWORD)) as Browser
    const closed: string[] = []
    const { person } = (await organiser.get('/api/session')).body
    for (const { id } of await room.deps.db.selectFrom('sessions').select('id').execute())
      room.deps.events.join({
        session: id,
        person: person!.id,
        mandates: [],
        expiresAt: '9999',
        hear: () => {},
        close: () => closed.push(id),
      })
    expect(await change(organiser, PASSWORD, CHOSEN)).toMatchObject({ status: 200, body: { ok: true } })
    expect((await organiser.get('/api/session')).status).toBe(200)
    expect((await elsewhere.get('/api/session')).body.error?.id).toBe('not-signed-in')
    expect(closed).toHaveLength(1)
    expect(room.rechecks.some(matches => matches({ person: person!.id } as never))).toBe(true)
    expect(await signIn(PASSWORD)).toBe('wrong-credentials')
    expect(await signIn(CHOSEN)).toBeInstanceOf(Object)
  })

  for (const [wrong, current, password, refusal] of [
    ['without knowing the old one', `${PASSWORD}!`, CHOSEN, 'wrong-password'],
    ['to one of nine characters', PASSWORD, '123456789', 'password-too-short'],
    [
      'to one of nine characters in eleven code points',
      PASSWORD,
      'ﾊﾟｽﾜｰﾄﾞ12345'.slice(0, 11),
      'password-too-short',
    ],
  ] as const)
    test(`is refused ${wrong}, and nothing has changed`, async () => {
      const elsewhere = (await signIn(PASSWORD)) as Browser
      expect((await change(organiser, current, password)).body.error?.id).toBe(refusal)
      expect((await elsewhere.get('/api/session')).status).toBe(200)
      expect(await signIn(PASSWORD)).toBeInstanceOf(Object)
    })

  test('is refused without having signed in, and to someone who never chose one', async () => {
    expect((await change(room.browser(), PASSWORD, CHOSEN)).body.error?.id).toBe('not-signed-in')
    await room.deps.db.updateTable('people').set({ password_hash: null }).execute()
    expect((await change(organiser, '', CHOSEN)).body.error?.id).toBe('wrong-password')
  })

  test('a session left open is no way to guess: attempts count as at the door', async () => {
    const answers: (string | undefined)[] = []
    for (let i = 0; i < 11; i++)
      answers.push((await change(organiser, `${PASSWORD}${i}`, CHOSEN)).body.error?.id)
    expect(answers).toEqual([...Array(10).fill('wrong-password'), 'too-many-attempts'])
    expect((await change(organiser, PASSWORD, CHOSEN)).body.error?.id).toBe('too-many-attempts')
    expect(await signIn(PASSWORD)).toBe('too-many-attempts')
    room.wait(15)
    expect((await change(organiser, PASSWORD, CHOSEN)).status).toBe(200)
  })

  test('of two who change it at once with the same old one, one succeeds', async () => {
    const other = (await signIn(PASSWORD)) as Browser
    const answers = await Promise.all([
      change(organiser, PASSWORD, `${CHOSEN}1`),
      change(other, PASSWORD, `${CHOSEN}2`),
    ])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 403])
    const sessions = await Promise.all([organiser, other].map(browser => browser.get('/api/session')))
    expect(sessions.map(answer => answer.status)).toEqual(
      answers.map(({ status }) => (status === 200 ? 200 : 401)),
    )
  })

  test('neither password is in the log of acts, in the console or in clear in the database', async () => {
    await change(organiser, PASSWORD, CHOSEN)
    const acts = await room.deps.db.selectFrom('acts').selectAll().execute()
    const people = await room.deps.db.selectFrom('people').selectAll().execute()
    const kept = JSON.stringify([acts, people, room.printed])
    for (const secret of [PASSWORD, CHOSEN]) expect(kept).not.toContain(secret)
  })
})
