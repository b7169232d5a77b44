import { Hono } from 'hono'
import type { Deps } from '../app.ts'

export function welcomeRoutes(deps: Deps): Hono {
  void deps
  return new Hono()
}
