/** Somebody's browser, without pages: it keeps cookies and sends its Origin. On a room that may be empty. */
import { createApi, type Deps } from '../../../server/app.ts'
import { EventHub } from '../../../server/http/event-hub.ts'
import { hashPassword } from '../../../server/http/passwords.ts'
import { newId } from '../../../server/new-id.ts'
import { PresenceBoard } from '../../../server/presence/presence-board.ts'
import { setUpRoom } from '../../../server/seed/set-up.ts'
import { openSqlite } from '../../../server/store/database.ts'
import { insertLink } from '../../../server/store/links.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'
import { openSession } from '../../../server/store/sessions.ts'
import type { Admission } from '../../../server/sync/sync-access.ts'
import { FakeSync } from '../../support/fake-sync.ts'

export const ORIGIN = 'https://room.example'

export class EmptyRoom {
  readonly deps: Deps
  /** Everything that was printed. */
  readonly printed: string[] = []
  /** How often open connections were asked again, with the persons it concerned. */
  readonly rechecks: ((admission: Admission) => boolean)[] = []
  now = '2031-01-10T09:00:00.000Z'
  readonly app: ReturnType<typeof createApi>

  private constructor(db: Deps['db']) {
    const clock = () => this.now
    const sync = Object.assign(new FakeSync(db, clock), {
      recheck: async (matches: (admission: Admission) => boolean = () => true) => {
        this.rechecks.push(matches)
      },
    })
    this.deps = {
      db,
      sync,
      clock,
      newId,
      events: new EventHub(clock),
      presence: new PresenceBoard(() => {}),
      log: {
        info: message => void this.printed.push(message),
        fault: (what, cause) => void this.printed.push(what, String(cause)),
      },
      origins: [ORIGIN],
      epoch: 'epoch-test',
      cookieName: 'session-test',
      mailer: null,
      addressOf: c => c.req.header('x-test-address') ?? '192.0.2.1',
    }
    this.app = createApi(this.deps)
  }

  static async open(): Promise<EmptyRoom> {
    const db = openSqlite(':memory:')
    await migrate(db)
    return new EmptyRoom(db)
  }

  wait(minutes: number): void {
    this.now = new Date(Date.parse(this.now) + minutes * 60_000).toISOString()
  }

  browser(address?: string): Browser {
    return new Browser(this, address)
  }

  /** The token of a link that the console would print. */
  async setUpToken(): Promise<string> {
    const link = { id: newId('link'), purpose: 'setup', createdBy: null } as const
    return (await insertLink(this.deps.db, link, this.now)).token
  }

  /** The room with an organiser who has signed in, as the set-up page leaves it. */
  async setUp(edition: 'template' | 'empty' | 'demonstration' = 'template'): Promise<Browser> {
    const { deps, now } = this
    const { password: _, ...profile } = account('organiser')
    const person = { id: newId('person'), ...profile }
    passwordHash ??= await hashPassword(PASSWORD)
    const setUp = { person, passwordHash, edition }
    await deps.db.transaction().execute(trx => setUpRoom(trx, setUp, newId, now))
    const { token } = await openSession(deps.db, { id: newId('session'), person: person.id }, now)
    const organiser = this.browser()
    organiser.cookie = `${deps.cookieName}=${token}`
    return organiser
  }

  close(): Promise<void> {
    return this.deps.db.destroy()
  }
}

/** Made once for all tests of a file: hashing is slow on purpose. */
let passwordHash: string | undefined

export const PASSWORD = 'correct horse battery'

export function account(login: string) {
  return { name: `Mandat ${login}`, login, password: PASSWORD, language: 'fr', zone: 'Europe/Paris' } as const
}

export type Answer = { readonly status: number; readonly body: Body; readonly headers: Headers }

/** Whatever was answered: the refusal's id, or the fields that these tests look at. */
export type Body = {
  readonly error?: { readonly id: string; readonly detail?: string }
  readonly link?: string
  readonly expiresAt?: string
  readonly purpose?: string
  readonly needsAccount?: boolean
  readonly administers?: boolean
  readonly setUp?: boolean
  readonly person?: { readonly id: string; readonly name: string; readonly language: string }
  readonly mandates?: readonly { readonly id: string; readonly role: string; readonly side: string | null }[]
  readonly edition?: { readonly id: string; readonly demonstration: boolean } | null
  readonly invitation?: { readonly id: string; readonly state: string }
  readonly invitations?: readonly { readonly id: string; readonly state: string }[]
  readonly people?: readonly {
    readonly person: { readonly id: string; readonly login: string }
    readonly mandates: readonly {
      readonly id: string
      readonly role: string
      readonly endsAt: string | null
    }[]
  }[]
  readonly demonstrationMandates?: readonly {
    readonly mandate: string
    readonly role: string
    readonly side: string | null
  }[]
}

export class Browser {
  cookie = ''
  readonly #room: EmptyRoom
  readonly #address: string | undefined

  constructor(room: EmptyRoom, address: string | undefined) {
    this.#room = room
    this.#address = address
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path)
  }
  post(path: string, body?: unknown): Promise<Answer> {
    return this.ask('POST', path, body)
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.#room.app.request(path, {
      method,
      headers: {
        origin: ORIGIN,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.#address ? { 'x-test-address': this.#address } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const cookie = response.headers.get('set-cookie')
    if (cookie) this.cookie = /Max-Age=0/i.test(cookie) ? '' : (cookie.split(';')[0] ?? '')
    return { status: response.status, body: await response.json(), headers: response.headers }
  }
}
