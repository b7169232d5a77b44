import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readActViews } from '../../../server/presenters/act-view.ts'
import { listMandates } from '../../../server/store/people.ts'
import type { EditionId } from '../../../shared/model/ids.ts'
import { account, type Browser, EmptyRoom, PASSWORD } from './browser.ts'

let room: EmptyRoom
let organiser: Browser
beforeEach(async () => {
  room = await EmptyRoom.open()
  organiser = await room.setUp()
})
afterEach(() => room.close())

const OFFER = {
  role: 'drafter',
  side: 'jap',
  organisation: null,
  workshop: null,
  title: { fr: 'COPIL JAP – rédaction', ja: '起草担当' },
  person: null,
} as const

async function invite(offer: object = {}): Promise<{ token: string; id: string; link: string }> {
  const { status, body } = await organiser.post('/api/invitations', { ...OFFER, ...offer })
  expect(status, JSON.stringify(body)).toBe(200)
  return { link: body.link!, token: body.link!.split('#')[1]!, id: body.invitation!.id }
}

async function join(login: string, offer: object = {}): Promise<Browser> {
  const { token } = await invite(offer)
  const browser = room.browser()
  const { status } = await browser.post('/api/links/redeem', { token, account: account(login) })
  expect(status).toBe(200)
  return browser
}

describe('[M5] invitations', () => {
  test('a link makes an account with its mandate, signs in, and works once', async () => {
    const { link, token } = await invite()
    expect(link).toMatch(/^https:\/\/room\.example\/join#[\w-]{43}$/)
    const invited = room.browser()
    const look = (await invited.post('/api/links/look', { token })).body
    expect(look).toMatchObject({ purpose: 'invitation', needsAccount: true, title: OFFER.title })
    const { body } = await invited.post('/api/links/redeem', { token, account: account('drafter') })
    expect(body).toMatchObject({ administers: false, mandates: [{ role: 'drafter', side: 'jap' }] })
    expect((await invited.get('/api/session')).status).toBe(200)
    const again = await room.browser().post('/api/links/redeem', { token, account: account('thief') })
    expect([again.status, again.body.error?.id]).toEqual([410, 'link-used'])
    expect((await room.browser().post('/api/links/look', { token })).body.error?.id).toBe('link-used')
  })

  test('looking at a link does not use it up, and a link is never used by GET', async () => {
    const { token } = await invite()
    for (let i = 0; i < 3; i++)
      expect((await room.browser().post('/api/links/look', { token })).status).toBe(200)
    expect((await room.browser().get('/api/links/redeem')).status).toBe(404)
    expect((await room.browser().post('/api/links/redeem', { token, account: account('a') })).status).toBe(
      200,
    )
  })

  test('a login that is taken, or a short password, does not use the link up', async () => {
    const { token } = await invite()
    const redeem = (change: object) =>
      room.browser().post('/api/links/redeem', { token, account: { ...account('new'), ...change } })
    expect((await redeem({ login: 'ORGANISER' })).body.error?.id).toBe('login-taken')
    expect((await redeem({ password: 'short' })).body.error?.id).toBe('password-too-short')
    expect((await room.browser().post('/api/links/redeem', { token })).body.error).toEqual({
      id: 'invalid',
      detail: 'account',
    })
    expect((await redeem({})).status).toBe(200)
  })

  test('expires after two weeks, and can be withdrawn before', async () => {
    const [late, withdrawn] = [await invite(), await invite()]
    expect((await organiser.ask('DELETE', `/api/invitations/${withdrawn.id}`)).status).toBe(200)
    expect((await organiser.ask('DELETE', `/api/invitations/${withdrawn.id}`)).body.error?.id).toBe(
      'link-used',
    )
    expect((await room.browser().post('/api/links/look', { token: withdrawn.token })).body.error?.id).toBe(
      'link-expired',
    )
    room.wait(14 * 24 * 60)
    const { body } = await room
      .browser()
      .post('/api/links/redeem', { token: late.token, account: account('a') })
    expect(body.error?.id).toBe('link-expired')
  })

  test('two who redeem it at once: one joins, the other is told that it was used', async () => {
    const { token } = await invite()
    const answers = await Promise.all(
      ['a', 'b'].map(login => room.browser().post('/api/links/redeem', { token, account: account(login) })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  test('gives a further mandate to somebody who has an account', async () => {
    const drafter = await join('drafter')
    const person = (await drafter.get('/api/session')).body.person!.id
    const { token } = await invite({ role: 'reviewer', person })
    const browser = room.browser()
    expect((await browser.post('/api/links/look', { token })).body.needsAccount).toBe(false)
    room.wait(1)
    const { body } = await browser.post('/api/links/redeem', { token })
    expect(body.mandates?.map(mandate => mandate.role)).toEqual(['drafter', 'reviewer'])
  })

  for (const [fault, change, field] of [
    ['a chair of no side', { role: 'chair', side: null }, 'side'],
    ['no words in either language', { title: { fr: '', ja: '' } }, 'title'],
    ['an organisation of nowhere', { organisation: 'organisation-x' }, 'organisation'],
    ['a lead without workshop', { role: 'lead' }, 'workshop'],
    ['a person of nowhere', { person: 'person-x' }, 'person'],
  ] as const)
    test(`${fault} is refused, naming the field`, async () => {
      const { body } = await organiser.post('/api/invitations', { ...OFFER, ...change })
      expect(body.error).toEqual({ id: 'invalid', detail: field })
    })

  test('tokens stand neither in the database nor in what is printed', async () => {
    const { token } = await invite()
    await room.browser().post('/api/links/redeem', { token, account: account('a') })
    for (const table of ['links', 'sessions', 'acts', 'people'] as const) {
      const rows = JSON.stringify(await room.deps.db.selectFrom(table).selectAll().execute())
      expect(rows).not.toContain(token)
      expect(rows).not.toContain(organiser.cookie.split('=')[1])
      expect(rows).not.toContain(PASSWORD)
    }
    expect(room.printed.join('\n')).not.toContain(token)
  })

  test('guessing links is stopped', async () => {
    const guesser = room.browser('198.51.100.9')
    const answers: number[] = []
    for (let i = 0; i < 61; i++)
      answers.push((await guesser.post('/api/links/look', { token: `guess-${i}` })).status)
    expect(answers).toEqual([...Array(60).fill(404), 429])
  })
})

describe('sign-in links', () => {
  test('sign in once, can renew the password, and then everybody who knew the old one is out', async () => {
    const drafter = await join('drafter')
    const { person } = (await drafter.get('/api/session')).body
    const { body } = await organiser.post(`/api/people/${person!.id}/sign-in-link`)
    const token = body.link!.split('#')[1]!
    const browser = room.browser()
    let closed = 0
    room.deps.events.join({
      session: 'of the drafter',
      person: person!.id,
      mandates: [],
      expiresAt: '9999',
      hear: () => {},
      close: () => closed++,
    })
    room.rechecks.length = 0
    const answer = await browser.post('/api/links/redeem', { token, password: 'a new and longer one' })
    expect(answer.body.person).toEqual(person)
    expect(closed).toBe(1)
    expect(room.rechecks.some(matches => matches({ person: person!.id } as never))).toBe(true)
    expect((await drafter.get('/api/session')).status).toBe(401)
    const old = await room.browser().post('/api/sign-in', { login: 'drafter', password: PASSWORD })
    expect(old.status).toBe(401)
    const renewed = { login: 'drafter', password: 'a new and longer one' }
    expect((await room.browser().post('/api/sign-in', renewed)).status).toBe(200)
    expect((await room.browser().post('/api/links/redeem', { token })).body.error?.id).toBe('link-used')
  })

  test('[M3] the delegation of the person sees that one was made, and by whom', async () => {
    const drafter = await join('drafter')
    const { person, edition } = (await drafter.get('/api/session')).body
    await organiser.post(`/api/people/${person!.id}/sign-in-link`)
    const mandates = (await listMandates(room.deps.db, edition!.id as EditionId)).filter(
      each => each.role === 'drafter',
    )
    const [last] = await readActViews(room.deps.db, edition!.id as EditionId, mandates)
    expect(last).toMatchObject({ kind: 'sign-in-link-made', by: { fr: 'Organisation' } })
  })
})

describe('[M4] the end of a mandate', () => {
  test('takes every right at once, closes what was open, and keeps the account', async () => {
    const drafter = await join('drafter')
    const { person, mandates } = (await drafter.get('/api/session')).body
    room.rechecks.length = 0
    expect((await organiser.post(`/api/mandates/${mandates![0]!.id}/end`)).status).toBe(200)
    expect(room.rechecks.some(matches => matches({ person: person!.id } as never))).toBe(true)
    const after = (await drafter.get('/api/session')).body
    expect(after).toMatchObject({ person, mandates: [], edition: null })
    for (const path of ['/api/edition', '/api/people'])
      expect((await drafter.get(path)).body.error?.id, path).toBe('not-found')
    expect((await drafter.get('/api/acts')).body).toEqual([])
    expect((await room.browser().post('/api/sign-in', { login: 'drafter', password: PASSWORD })).status).toBe(
      200,
    )
    expect((await organiser.post(`/api/mandates/${mandates![0]!.id}/end`)).body.error?.id).toBe('not-found')
  })

  test('is refused for the last organiser', async () => {
    const { mandates } = (await organiser.get('/api/session')).body
    const end = () => organiser.post(`/api/mandates/${mandates![0]!.id}/end`)
    expect((await end()).body.error?.id).toBe('last-organiser')
    await join('second', { role: 'organiser', side: null })
    expect((await end()).status).toBe(200)
    expect((await organiser.get('/api/session')).body.administers).toBe(false)
  })
})

describe('[M2] people are the organiser’s', () => {
  test('others are refused every act on them, and see only their own delegation and the organisers', async () => {
    const [drafter, other] = [await join('drafter'), await join('other', { side: 'fra' })]
    const { person, mandates } = (await other.get('/api/session')).body
    const { id } = await invite()
    for (const [method, path, body] of [
      ['POST', '/api/invitations', OFFER],
      ['DELETE', `/api/invitations/${id}`],
      ['POST', `/api/people/${person!.id}/sign-in-link`],
      ['POST', `/api/mandates/${mandates![0]!.id}/end`],
    ] as const) {
      expect((await drafter.ask(method, path, body)).body.error?.id, path).toBe('not-allowed')
      expect((await room.browser().ask(method, path, body)).body.error?.id, path).toBe('not-signed-in')
    }
    const seen = (await drafter.get('/api/people')).body
    expect(seen.people?.map(each => each.person.login).sort()).toEqual(['drafter', 'organiser'])
    expect(seen.invitations).toEqual([])
    const all = (await organiser.get('/api/people')).body
    expect(all.people?.map(each => each.person.login).sort()).toEqual(['drafter', 'organiser', 'other'])
    expect(all.invitations?.map(each => each.state)).toContain('open')
  })
})
