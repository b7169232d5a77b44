/** The network address that a request comes from. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Behind `proxies` reverse proxies of ours, the address that the outermost of them saw: what stands further
 * left in X-Forwarded-For was written by the sender. Without proxies the header counts for nothing.
 */
export function addressBehind(proxies: number): (c: Context) => string {
  return c => {
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map(part => part.trim())
    const seen = proxies > 0 ? forwarded.at(-proxies) : undefined
    return seen || getConnInfo(c).remote.address || 'unknown'
  }
}
