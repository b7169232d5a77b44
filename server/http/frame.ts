/** What holds for every request to `/api`: where it comes from, how large it is, and how its answer may be kept. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { refuse } from './respond.ts'
import { API_HEADERS } from './security-headers.ts'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses every request that could change something unless its Origin is one of ours. A page elsewhere
 * can make the browser send our cookie; it cannot make it send our Origin. Never compared with the
 * request's own Host, which the sender writes. `except`: what is no browser's doing and needs no cookie.
 */
export function requireOrigin(
  origins: readonly string[],
  except: (method: string, path: string) => boolean = () => false,
): MiddlewareHandler {
  return createMiddleware(async (c, next) => {
    const origin = c.req.header('origin')
    const safe = SAFE_METHODS.includes(c.req.method) || except(c.req.method, c.req.path)
    if (!safe && (origin === undefined || !origins.includes(origin))) return refuse(c, 'foreign-origin')
    return next()
  })
}

/** Bytes of a body: a text of each language comes in at most, elsewhere only forms. */
const LARGE_BODY = 16 * 1024 * 1024
const USUAL_BODY = 256 * 1024
const LARGE_ROUTES = /\/(?:alignment|import|file-comparison)$/

export function limitBody(): MiddlewareHandler {
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: c => refuse(c, 'too-large') })
  const [usual, large] = [limit(USUAL_BODY), limit(LARGE_BODY)]
  return (c, next) => (LARGE_ROUTES.test(c.req.path) ? large : usual)(c, next)
}

export function apiHeaders(): MiddlewareHandler {
  return createMiddleware(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(API_HEADERS)) c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
}
