import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword, isLongEnough, verifyPassword } from '../../../server/http/passwords.ts'
import { account, EmptyRoom, PASSWORD } from './browser.ts'

let room: EmptyRoom
beforeEach(async () => {
  room = await EmptyRoom.open()
})
afterEach(() => room.close())

describe('set-up', () => {
  test('[M5] the link makes the first organiser and the edition, signs in, and works once', async () => {
    const organiser = room.browser()
    expect((await organiser.get('/api/welcome')).body).toMatchObject({ setUp: false, edition: null })
    const token = await room.setUpToken()
    expect((await organiser.post('/api/links/look', { token })).body).toMatchObject({
      purpose: 'setup',
      needsAccount: true,
    })
    const asked = { token, account: account('organiser'), edition: 'template' }
    const { status, body } = await organiser.post('/api/setup', asked)
    expect(status).toBe(200)
    expect(body).toMatchObject({ administers: true, mandates: [{ role: 'organiser', side: null }] })
    expect((await organiser.get('/api/session')).body.person).toEqual(body.person)
    expect((await organiser.get('/api/edition')).body).toMatchObject({ stages: expect.arrayContaining([]) })
    const again = await room.browser().post('/api/setup', asked)
    expect([again.status, again.body.error?.id]).toEqual([409, 'already-set-up'])
  })

  test('an empty edition is what its organiser says of it', async () => {
    const about = {
      number: 3,
      name: { fr: 'Essai', ja: '試験' },
      place: { fr: 'Ici', ja: 'ここ' },
      startsOn: '2031-10-01',
      endsOn: '2031-10-02',
      zone: 'Asia/Tokyo',
      penholder: 'fra',
    }
    const token = await room.setUpToken()
    const asked = { token, account: account('organiser'), edition: 'empty', about }
    const { body } = await room.browser().post('/api/setup', asked)
    expect(body.edition).toMatchObject({ ...about, demonstration: false })
  })

  for (const [wrong, change, refusal] of [
    ['a made-up link', { token: 'x'.repeat(43) }, 'link-unknown'],
    ['a short password', { account: { ...account('o'), password: 'too short' } }, 'password-too-short'],
    ['a zone that is none', { account: { ...account('o'), zone: 'Mars/Olympus' } }, 'invalid'],
    ['an edition that is none', { edition: 'other' }, 'invalid'],
  ] as const)
    test(`${wrong} is refused, and the link still works`, async () => {
      const token = await room.setUpToken()
      const asked = { token, account: account('organiser'), edition: 'template' }
      expect((await room.browser().post('/api/setup', { ...asked, ...change })).body.error?.id).toBe(refusal)
      expect((await room.browser().post('/api/setup', asked)).status).toBe(200)
    })

  test('two who use the link at once make one room', async () => {
    const token = await room.setUpToken()
    const answers = await Promise.all(
      ['first', 'second'].map(login =>
        room.browser().post('/api/setup', { token, account: account(login), edition: 'template' }),
      ),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([200, expect.any(Number)])
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
  })
})

describe('sign-in', () => {
  test('with login and password, however they are typed', async () => {
    await room.setUp()
    const browser = room.browser()
    const typed = { login: ' ＯＲＧＡＮＩＳＥＲ', password: PASSWORD.replace('correct', 'ｃｏｒｒｅｃｔ') }
    expect((await browser.post('/api/sign-in', typed)).status).toBe(200)
    expect((await browser.get('/api/session')).body.administers).toBe(true)
  })

  test('an unknown login and a wrong password are answered alike', async () => {
    await room.setUp()
    const wrong = await room.browser().post('/api/sign-in', { login: 'organiser', password: 'x'.repeat(12) })
    const unknown = await room.browser().post('/api/sign-in', { login: 'nobody', password: 'x'.repeat(12) })
    expect(wrong).toEqual(unknown)
    expect([wrong.status, wrong.body.error?.id]).toEqual([401, 'wrong-credentials'])
  })

  test('the cookie is out of reach of scripts and other sites, and TLS keeps it to TLS', async () => {
    const { headers } = await (await room.setUp()).post('/api/sign-in', {
      login: 'organiser',
      password: PASSWORD,
    })
    const cookie = headers.get('set-cookie')
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/'])
      expect(cookie).toContain(attribute)
  })

  test('[M4] signing out ends the session, its streams and its sockets', async () => {
    const organiser = await room.setUp()
    const stolen = room.browser()
    stolen.cookie = organiser.cookie
    let closed = 0
    const { person } = (await organiser.get('/api/session')).body
    const session = await room.deps.db.selectFrom('sessions').select('id').executeTakeFirstOrThrow()
    room.deps.events.join({
      session: session.id,
      person: person!.id,
      mandates: [],
      expiresAt: '9999',
      hear: () => {},
      close: () => closed++,
    })
    expect((await organiser.post('/api/sign-out')).status).toBe(200)
    expect((await stolen.get('/api/session')).body.error?.id).toBe('not-signed-in')
    expect(closed).toBe(1)
    expect(room.rechecks.some(matches => matches({ person: person!.id } as never))).toBe(true)
  })

  test('a session ends by itself after thirty days', async () => {
    const organiser = await room.setUp()
    room.wait(30 * 24 * 60 - 1)
    expect((await organiser.get('/api/session')).status).toBe(200)
    room.wait(1)
    expect((await organiser.get('/api/session')).status).toBe(401)
  })

  test('signing in again ends the session that this browser had', async () => {
    const organiser = await room.setUp()
    const old = room.browser()
    old.cookie = organiser.cookie
    await organiser.post('/api/sign-in', { login: 'organiser', password: PASSWORD })
    expect((await old.get('/api/session')).status).toBe(401)
  })

  test('guessing is stopped for a login at one address, and goes on elsewhere', async () => {
    await room.setUp()
    const guesser = room.browser('198.51.100.1')
    const guess = { login: 'organiser', password: 'x'.repeat(12) }
    const answers: number[] = []
    for (let i = 0; i < 11; i++) answers.push((await guesser.post('/api/sign-in', guess)).status)
    expect(answers).toEqual([...Array(10).fill(401), 429])
    const right = { login: 'organiser', password: PASSWORD }
    expect((await guesser.post('/api/sign-in', right)).status).toBe(429)
    expect((await room.browser('198.51.100.2').post('/api/sign-in', right)).status).toBe(200)
    room.wait(15)
    expect((await guesser.post('/api/sign-in', right)).status).toBe(200)
  })

  test('the profile keeps name, language and zone', async () => {
    const organiser = await room.setUp()
    const profile = { name: '事務局', language: 'ja', zone: 'Asia/Tokyo' }
    await organiser.ask('PUT', '/api/profile', profile)
    expect((await organiser.get('/api/session')).body.person).toMatchObject(profile)
  })
})

describe('the demonstration', () => {
  test('lets one sign in as any mandate', async () => {
    await room.setUp('demonstration')
    const { demonstrationMandates } = (await room.browser().get('/api/welcome')).body
    expect(demonstrationMandates!.length).toBeGreaterThan(5)
    for (const { mandate, role } of demonstrationMandates!) {
      const { body } = await room.browser().post('/api/demonstration/sign-in', { mandate })
      expect(body.mandates?.map(each => each.role)).toEqual([role])
    }
  })

  test('is not there in a room that is none: its door answers like an unknown address', async () => {
    const organiser = await room.setUp('template')
    const mandate = (await organiser.get('/api/session')).body.mandates![0]!.id
    const welcome = (await organiser.get('/api/welcome')).body
    expect(welcome.demonstrationMandates).toEqual([])
    const { status, body } = await room.browser().post('/api/demonstration/sign-in', { mandate })
    expect([status, body]).toEqual([404, { error: { id: 'not-found' } }])
  })
})

describe('passwords', () => {
  test('are counted in characters as people see them', () => {
    expect(isLongEnough('パスワードパスワード')).toBe(true)
    expect(isLongEnough('ﾊﾟｽﾜｰﾄﾞ12345')).toBe(true)
    expect(isLongEnough('123456789')).toBe(false)
    expect(isLongEnough('𠮷𠮷𠮷𠮷𠮷')).toBe(false)
  })

  test('are kept as salted hashes that name their parameters, so that these can be raised', async () => {
    const [first, second] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)])
    expect(first).not.toBe(second)
    expect(first).toMatch(/^scrypt\$65536\$8\$1\$/)
    expect(await verifyPassword(PASSWORD, first)).toEqual({ right: true, outdated: false })
    expect((await verifyPassword(`${PASSWORD} `, first)).right).toBe(false)
    const older = await hashPassword(PASSWORD, { N: 1024, r: 8, p: 1 })
    expect(await verifyPassword(PASSWORD, older)).toEqual({ right: true, outdated: true })
    expect((await verifyPassword(PASSWORD, null)).right).toBe(false)
  })
})
