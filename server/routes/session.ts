import { Hono } from 'hono'
import type { Deps } from '../app.ts'

export function sessionRoutes(deps: Deps): Hono {
  void deps
  return new Hono()
}
