/** Everything that runs, put together, and the way to stop it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { agreedPairs } from './agreement/agreed-pairs.ts'
import { createApi, type Deps } from './app.ts'
import { BUILT_PAGES, buildPages, isStale } from './client-build.ts'
import { type Environment, ownOrigins } from './environment.ts'
import { addressBehind } from './http/address.ts'
import { builtPages } from './http/built-pages.ts'
import { EventHub } from './http/event-hub.ts'
import { watchOutsideActs } from './http/outside-acts.ts'
import { pageHeaders } from './http/security-headers.ts'
import type { Log } from './log.ts'
import { startDigestClock } from './mail/digest-clock.ts'
import { digestSources } from './mail/digest-sources.ts'
import { createSmtpMailer } from './mail/smtp-mailer.ts'
import { newId } from './new-id.ts'
import { createSyncAccess } from './policies/sync-access.ts'
import { PresenceBoard } from './presence/presence-board.ts'
import { provideDemonstration } from './seed/provide-demonstration.ts'
import { printSetUpLink } from './seed/set-up-link.ts'
import { databaseFile, lockDataDirectory } from './store/data-directory.ts'
import { type Database, openSqlite } from './store/database.ts'
import { migrate } from './store/migrations/migrator.ts'
import { readSettings } from './store/settings.ts'
import { openSqliteUpdateLog } from './sync/sqlite-update-log.ts'
import { createSyncServer } from './sync/sync-server.ts'
import { createTextDeps } from './texts/text-deps.ts'

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..')

export type RoomOptions = {
  readonly demonstration: boolean
  /** The sources with hot reloading instead of the built pages. */
  readonly development: boolean
  readonly log: Log
}

/** A room that answers at `address` until it is stopped. */
export type RunningRoom = { readonly address: string; stop(): Promise<void> }

export async function startRoom(environment: Environment, options: RoomOptions): Promise<RunningRoom> {
  const { log, development, demonstration } = options
  const lock = lockDataDirectory(environment.data)
  const file = databaseFile(environment.data)
  const db = openSqlite(file)
  const clock = () => new Date().toISOString()
  try {
    const migrated = await migrate(db)
    if (migrated.length) log.info(`Database brought up to date: ${migrated.join(', ')}.`)
    if (demonstration) await provideDemonstration(db, environment.data, newId)
    if (!development && isStale(PROJECT)) {
      log.info('Building the pages (only after a change)…')
      await buildPages(PROJECT)
    }
    return await open({ environment, options, db, file, clock, release: () => lock.release() })
  } catch (error) {
    await db.destroy()
    lock.release()
    throw error
  }
}

type Opening = {
  readonly environment: Environment
  readonly options: RoomOptions
  readonly db: Database
  readonly file: string
  readonly clock: () => string
  readonly release: () => void
}

async function open({ environment, options, db, file, clock, release }: Opening): Promise<RunningRoom> {
  const { log, development } = options
  const { epoch, room } = await readSettings(db)
  const server = createServer()
  await listen(server, environment)
  const { port } = server.address() as AddressInfo
  // Port 0 lets the system choose: our own origins are known only now.
  const origins = environment.port === 0 ? ownOrigins(environment.host, port) : environment.origins

  const cookieName = `concordance_${room}`
  const sync = createSyncServer({
    log: openSqliteUpdateLog(file),
    access: createSyncAccess({ db, clock, cookieName }),
    locks: draft => agreedPairs(db, draft),
    clock: () => new Date(),
    epoch,
    allowedOrigins: origins,
    report: (fault, cause) => log.fault(fault, cause),
  })
  const events = new EventHub(clock)
  const presence = new PresenceBoard(circle => events.publish({ topic: 'presence' }, circle))
  const addressOf = addressBehind(environment.proxies)
  const mailer = environment.mail && createSmtpMailer(environment.mail, log)
  const ofRoom = { origins, epoch, cookieName, addressOf }
  const deps: Deps = { db, sync, clock, newId, events, presence, log, mailer, ...ofRoom }
  const texts = createTextDeps(deps)
  const api = createApi(deps, texts)

  const pages = development ? await developmentPages(server) : undefined
  if (!pages) api.all('*', builtPages(join(PROJECT, BUILT_PAGES)))
  const answer = getRequestListener(api.fetch)
  server.on('request', (request, response) => {
    const ofApi = /^\/api(?:\/|\?|$)/.test(request.url ?? '')
    if (pages && !ofApi) pages.serve(request, response)
    else void answer(request, response)
  })
  sync.attach(server)

  const stopWatching = await watchOutsideActs(deps)
  const stopDigests = mailer ? startDigestClock({ ...deps, mailer, sources: digestSources(texts) }) : () => {}

  const address = origins[0] ?? `http://localhost:${port}`
  log.info(`\nConcordance is open at ${address}\n`)
  if (environment.mail) {
    const { host, port, encryption } = environment.mail.smtp
    log.info(`Mail is sent through ${host}:${port} (${encryption}); its links lead to ${address}.\n`)
  }
  await printSetUpLink(deps, address)

  return {
    address,
    stop: async () => {
      server.close()
      stopWatching()
      stopDigests()
      await sync.shutdown()
      events.closeWhere(() => true)
      await pages?.close()
      server.closeAllConnections()
      await db.destroy()
      release()
    },
  }
}

function listen(server: Server, { port, host }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Vite in the same process and on the same port, hot reloading included. */
async function developmentPages(server: Server): Promise<{
  serve(request: IncomingMessage, response: ServerResponse): void
  close(): Promise<void>
}> {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({
    root: PROJECT,
    configLoader: 'runner',
    server: { middlewareMode: true, hmr: { server } },
  })
  const headers = pageHeaders(true)
  return {
    serve: (request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      vite.middlewares(request, response)
    },
    close: () => vite.close(),
  }
}
