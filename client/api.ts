/**
 * `call('GET /api/texts/:id', { params: { id } })`: the one door to the server, typed by the table of
 * routes that the server answers by. Throws a `Refusal` for an expected refusal, `Unreachable` when
 * no answer came.
 */
import type { Api, BodyOf, ResponseOf, Route } from '../shared/protocol/api.ts'
import type { RefusalId } from '../shared/protocol/refusals.ts'
import { REFUSALS } from '../shared/protocol/refusals.ts'

/** Names of the `:parameters` in a route's address. */
type ParamNames<R extends string> = R extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : R extends `${string}:${infer Name}`
    ? Name
    : never

type Params<R extends Route> = [ParamNames<R>] extends [never]
  ? unknown
  : { readonly params: { readonly [N in ParamNames<R>]: string } }
type Body<R extends Route> = Api[R] extends { body: infer B } ? { readonly body: B } : unknown

/** What a route needs: its parameters, its body, and a query where it takes one. */
export type Asked<R extends Route> = Params<R> &
  Body<R> & {
    readonly query?: Readonly<Record<string, string>>
    readonly signal?: AbortSignal
    /** Sent even when the page is being left; of 64 KiB at most. */
    readonly keepalive?: boolean
  }

/** The second argument may be left out where the route needs nothing. */
export type AskedArguments<R extends Route> = unknown extends Params<R> & Body<R>
  ? [asked?: Asked<R>]
  : [asked: Asked<R>]

/** Routes that only read. */
export type ReadRoute = Extract<Route, `GET ${string}`>
/** Routes that do something. */
export type ActRoute = Exclude<Route, ReadRoute>

/** An expected refusal; `id` has a message in every language. */
export class Refusal extends Error {
  readonly id: RefusalId
  /** The field or value at fault, where the server names one. */
  readonly detail: string | undefined
  constructor(id: RefusalId, detail: string | undefined) {
    super(detail === undefined ? id : `${id}: ${detail}`)
    this.name = 'Refusal'
    this.id = id
    this.detail = detail
  }
}

/** No answer from the server: the network, or the server itself, is away. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause })
    this.name = 'Unreachable'
  }
}

export async function call<R extends Route>(route: R, ...[asked]: AskedArguments<R>): Promise<ResponseOf<R>> {
  const given: Given = asked ?? {}
  const [method, template] = route.split(' ') as [string, string]
  const response = await send(method, addressOf(template, given), given)
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw refusalOf(response.status, answer)
  if (answer === undefined) throw new Unreachable(`no JSON from ${route}`)
  return answer as ResponseOf<R>
}

type Given = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: BodyOf<Route>
  readonly signal?: AbortSignal
  readonly keepalive?: boolean
}

function addressOf(template: string, { params = {}, query }: Given): string {
  const path = template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return query ? `${path}?${new URLSearchParams(query)}` : path
}

async function send(method: string, address: string, { body, signal, keepalive }: Given): Promise<Response> {
  try {
    return await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      ...(keepalive ? { keepalive } : {}),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new Unreachable(cause)
  }
}

/** A proxy in front of the server may answer without our body; the status then says the most likely. */
function refusalOf(status: number, answer: unknown): Refusal | Unreachable {
  const error = (answer as { error?: { id?: unknown; detail?: unknown } } | undefined)?.error
  if (typeof error?.id === 'string' && Object.hasOwn(REFUSALS, error.id))
    return new Refusal(error.id as RefusalId, typeof error.detail === 'string' ? error.detail : undefined)
  if (status === 502 || status === 503 || status === 504) return new Unreachable(`status ${status}`)
  if (status === 401) return new Refusal('not-signed-in', undefined)
  if (status === 404) return new Refusal('not-found', undefined)
  if (status === 413) return new Refusal('too-large', undefined)
  return new Refusal('internal', `status ${status}`)
}
