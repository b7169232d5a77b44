/** The HTTP interface on a database in memory, with a clock that stands still until it is moved. */
import { createApi, type Deps } from '../../server/app.ts'
import type { EditionTemplate } from '../../server/editions/edition-template.ts'
import { EventHub } from '../../server/http/event-hub.ts'
import type { Mailer } from '../../server/mail/mailer.ts'
import { newId } from '../../server/new-id.ts'
import { PresenceBoard } from '../../server/presence/presence-board.ts'
import { type Database, openSqlite } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrations/migrator.ts'
import type { SyncServer } from '../../server/sync/sync-service.ts'
import type { BodyOf, ResponseOf, Route } from '../../shared/protocol/api.ts'
import type { RefusalId } from '../../shared/protocol/refusals.ts'
import type { LiveEvent } from '../../shared/protocol/views.ts'
import { FakeSync } from './fake-sync.ts'
import { type Actor, makeTestEdition, type TestEdition } from './test-edition.ts'

export const TEST_ORIGIN = 'https://room.example'
const COOKIE = 'session-test'

/** What came back: the value that the table of routes promises, or the refusal's id. */
export type Answer<R extends Route> =
  | { readonly ok: true; readonly status: number; readonly value: ResponseOf<R> }
  | { readonly ok: false; readonly status: number; readonly refusal: RefusalId; readonly detail?: string }

export type CallOptions<R extends Route> = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
} & (BodyOf<R> extends undefined ? { readonly body?: undefined } : { readonly body: BodyOf<R> })

export class TestRoom {
  readonly deps: Deps
  readonly sync: FakeSync
  readonly edition: TestEdition
  /** Faults that the routes logged: `afterEach` of a test may want it empty. */
  readonly faults: unknown[]
  readonly #app: ReturnType<typeof createApi>
  readonly #time: { now: string }

  constructor(parts: {
    deps: Deps
    sync: FakeSync
    edition: TestEdition
    faults: unknown[]
    time: { now: string }
  }) {
    this.deps = parts.deps
    this.sync = parts.sync
    this.edition = parts.edition
    this.faults = parts.faults
    this.#time = parts.time
    this.#app = createApi(parts.deps)
  }

  get now(): string {
    return this.#time.now
  }

  /** Moves the clock. */
  wait(span: { readonly days?: number; readonly minutes?: number; readonly ms?: number }): void {
    const { days = 0, minutes = 0, ms = 0 } = span
    this.#time.now = new Date(
      Date.parse(this.#time.now) + days * 86_400_000 + minutes * 60_000 + ms,
    ).toISOString()
  }

  /** Asks as one of the actors; `null` asks without having signed in. */
  async call<R extends Route>(actor: Actor | null, route: R, options: CallOptions<R>): Promise<Answer<R>> {
    const [method, pattern] = route.split(' ') as [string, string]
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => options.params?.[name] ?? 'none')
    const query = options.query ? `?${new URLSearchParams(options.query)}` : ''
    const response = await this.fetch(actor, method, path + query, options.body)
    const body = (await response.json()) as { error?: { id: RefusalId; detail?: string } }
    if (response.ok) return { ok: true, status: response.status, value: body as ResponseOf<R> }
    const { id, detail } = body.error!
    return { ok: false, status: response.status, refusal: id, ...(detail === undefined ? {} : { detail }) }
  }

  /** As `call`, for what must succeed. */
  async get<R extends Route>(actor: Actor, route: R, options: CallOptions<R>): Promise<ResponseOf<R>> {
    const answer = await this.call(actor, route, options)
    if (!answer.ok) throw new Error(`${actor} ${route}: ${answer.refusal} ${answer.detail ?? ''}`)
    return answer.value
  }

  /** The raw response. */
  async fetch(actor: Actor | null, method: string, path: string, body?: unknown): Promise<Response> {
    const headers = new Headers({ origin: TEST_ORIGIN })
    if (actor) headers.set('cookie', `${COOKIE}=${this.edition.people[actor].token}`)
    if (body !== undefined) headers.set('content-type', 'application/json')
    return this.#app.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  /** Collects the live events that this actor hears from now on. */
  listen(actor: Actor): LiveEvent[] {
    const { person, mandate } = this.edition.people[actor]
    const heard: LiveEvent[] = []
    this.deps.events.join({
      session: `listener ${actor}`,
      person: person.id,
      mandates: mandate ? [mandate] : [],
      expiresAt: '9999',
      hear: event => void heard.push(event),
      close: () => {},
    })
    return heard
  }

  async close(): Promise<void> {
    await this.deps.db.destroy()
  }
}

export type TestRoomOptions = {
  /** Defaults to the generic plan without dates. */
  readonly template?: EditionTemplate
  /** ISO 8601 UTC. */
  readonly now?: string
  /** Database file instead of memory. */
  readonly file?: string
  /** A migrated database in place of SQLite's. */
  readonly database?: Database
  /** None by default. */
  readonly mailer?: Mailer
  /** Takes the place of the fake one. */
  readonly syncWith?: (clock: () => string) => SyncServer
}

export async function createTestRoom(options: TestRoomOptions = {}): Promise<TestRoom> {
  const time = { now: options.now ?? '2031-01-10T09:00:00.000Z' }
  const clock = () => time.now
  const db = options.database ?? openSqlite(options.file ?? ':memory:')
  if (!options.database) await migrate(db)
  const faults: unknown[] = []
  const sync = new FakeSync(db, clock)
  const events = new EventHub(clock)
  const deps: Deps = {
    db,
    sync: options.syncWith?.(clock) ?? sync,
    clock,
    newId,
    events,
    presence: new PresenceBoard(circle => events.publish({ topic: 'presence' }, circle)),
    log: { info: () => {}, fault: (what, cause) => void faults.push({ what, cause }) },
    origins: [TEST_ORIGIN],
    epoch: 'epoch-test',
    cookieName: COOKIE,
    mailer: options.mailer ?? null,
  }
  const edition = await db.transaction().execute(trx => makeTestEdition(trx, time.now, options.template))
  return new TestRoom({ deps, sync, edition, faults, time })
}
