/** The table of routes as its file lists it: types leave nothing behind to ask at run time. */
import { readFileSync } from 'node:fs'
import type { Route } from '../../shared/protocol/api.ts'

const FILE = new URL('../../shared/protocol/api.ts', import.meta.url)

export function routesOfTable(): readonly Route[] {
  const lines = readFileSync(FILE, 'utf8').matchAll(/^ {2}'((?:GET|POST|PUT|DELETE) \/api\/\S+)'/gm)
  return [...lines].map(([, route]) => route as Route)
}
