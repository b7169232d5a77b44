/** The HTTP interface as one Hono app. It opens nothing: everything it needs comes in as `Deps`. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { UnreadableForm } from '../shared/model/canonical-form.ts'
import { UnreadableBlock } from '../shared/schema/y-text.ts'
import type { EventHub } from './http/event-hub.ts'
import { apiHeaders, limitBody, requireOrigin } from './http/frame.ts'
import { refuse } from './http/respond.ts'
import { SignInGuard } from './http/sign-in-guard.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail/mailer.ts'
import type { NewId } from './new-id.ts'
import type { PresenceBoard } from './presence/presence-board.ts'
import { actRoutes } from './routes/acts.ts'
import { convergenceRoutes } from './routes/convergence.ts'
import { digestRoutes, isOneClick } from './routes/digest.ts'
import { editionRoutes } from './routes/edition.ts'
import { eventRoutes } from './routes/events.ts'
import { factRoutes } from './routes/facts.ts'
import { linkRoutes } from './routes/links.ts'
import { peopleRoutes } from './routes/people.ts'
import { presenceRoutes } from './routes/presence.ts'
import { sessionRoutes } from './routes/session.ts'
import { stageRoutes } from './routes/stages.ts'
import { textApi } from './routes/text-api.ts'
import { welcomeRoutes } from './routes/welcome.ts'
import { workshopRoutes } from './routes/workshops.ts'
import { type Database, isStorageFailure } from './store/database.ts'
import { type SyncServer, UnitLocked } from './sync/sync-service.ts'
import { UpdateLogError } from './sync/update-log.ts'
import { createTextDeps } from './texts/text-deps.ts'

export type Deps = {
  readonly db: Database
  readonly sync: SyncServer
  /** Now, as ISO 8601 UTC with milliseconds. Every instant that is stored or judged comes from here. */
  readonly clock: () => string
  readonly newId: NewId
  readonly events: EventHub
  readonly presence: PresenceBoard
  readonly log: Log
  /** The addresses people use, such as `https://room.example`: every other Origin is refused. */
  readonly origins: readonly string[]
  /** The database's epoch; see settings.ts. */
  readonly epoch: string
  /** Name of the session's cookie, different for every room. */
  readonly cookieName: string
  /** Sends mail; null when no server was named. */
  readonly mailer: Mailer | null
  /** The network address a request comes from, for limits on attempts; all are one when it is missing. */
  readonly addressOf?: (c: Context) => string
}

/** All of `/api`; `texts` where something else shares it. Unknown routes answer `not-found`; a fault is logged with its cause and answers `internal`. */
export function createApi(deps: Deps, texts = createTextDeps(deps)): Hono {
  const guard = new SignInGuard(deps)
  const app = new Hono()
  app.use('/api/*', apiHeaders(), requireOrigin(deps.origins, isOneClick), limitBody())
  app.onError((error, c) => {
    // Hono's own refusals, such as a body that is no JSON.
    if (error instanceof HTTPException && error.status < 500) return refuse(c, 'invalid')
    if (isStorageFailure(error) || error instanceof UpdateLogError) {
      deps.log.fault(`${c.req.method} ${c.req.path}: the database cannot be written`, error)
      return refuse(c, 'storage-failing')
    }
    // Whatever writes into a draft, and whichever route asked for it.
    if (error instanceof UnitLocked) return refuse(c, 'unit-locked', error.units.join(' '))
    deps.log.fault(`${c.req.method} ${c.req.path}`, error)
    if (error instanceof UnreadableForm || error instanceof UnreadableBlock)
      return refuse(c, 'text-unreadable')
    return refuse(c, 'internal')
  })
  app.route('/', welcomeRoutes(deps, guard))
  app.route('/', linkRoutes(deps, guard))
  app.route('/', sessionRoutes(deps, guard))
  app.route('/', digestRoutes(deps, guard))
  app.route('/', editionRoutes(deps))
  app.route('/', peopleRoutes(deps))
  app.route('/', presenceRoutes(deps))
  app.route('/', stageRoutes(deps))
  app.route('/', factRoutes(deps))
  app.route('/', convergenceRoutes(deps))
  app.route('/', workshopRoutes(deps))
  app.route('/', textApi(texts))
  app.route('/', actRoutes(deps))
  app.route('/', eventRoutes(deps))
  app.all('/api/*', c => refuse(c, 'not-found'))
  return app
}
