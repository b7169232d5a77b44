/** The only ways in which a route answers: what the table of routes says, or a refusal. */
import { zValidator } from '@hono/zod-validator'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { ResponseOf, Route } from '../../shared/protocol/api.ts'
import { REFUSALS, type RefusalBody, type RefusalId } from '../../shared/protocol/refusals.ts'

/** Answers with what `shared/protocol/api.ts` says of this route: `respond<'GET /api/session'>(c, view)`. */
export function respond<R extends Route = never>(c: Context, value: ResponseOf<R>): Response {
  return c.json(value as object)
}

/** Refuses with the id's status. `detail` names the field or value at fault, never something hidden. */
export function refuse(c: Context, id: RefusalId, detail?: string): Response {
  const body: RefusalBody = { error: detail === undefined ? { id } : { id, detail } }
  return c.json(body, REFUSALS[id] as ContentfulStatusCode)
}

/**
 * An expected refusal as the value of a function that knows no HTTP:
 * `if (isRefusal(result)) return refuse(c, result.refusal, result.detail)`.
 */
export type Refusal = { readonly refusal: RefusalId; readonly detail?: string }

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value
}

/** Middleware: the body must fit the schema, else `invalid` with the first field at fault. `c.req.valid('json')` after. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return zValidator('json', schema, (result, c) => {
    if (!result.success) return refuse(c, 'invalid', result.error.issues[0]?.path.join('.') ?? '')
    return undefined
  })
}
