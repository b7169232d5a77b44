import { Hono } from 'hono'
import type { Deps } from '../app.ts'

export function linkRoutes(deps: Deps): Hono {
  void deps
  return new Hono()
}
