/** Live events, as server-sent events: only what the reader's audiences hear. */
import { Hono } from 'hono'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'

/** Keeps proxies from closing a quiet stream, in milliseconds. */
const HEARTBEAT = 20_000
/** Chunks that a reader may leave unread before the stream is ended; it comes back when it can read again. */
const MOST_UNREAD = 256

export function eventRoutes(deps: Deps): Hono<ReaderEnv> {
  return new Hono<ReaderEnv>().get('/api/events', requireReader(deps), c => {
    const { session, person, mandates } = c.get('reader')
    const encoder = new TextEncoder()
    let end = () => {}
    const stream = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const send = (chunk: string) => {
            if ((controller.desiredSize ?? 0) <= 0) end()
            else controller.enqueue(encoder.encode(chunk))
          }
          const heartbeat = setInterval(() => send(': here\n\n'), HEARTBEAT)
          heartbeat.unref()
          const leave = deps.events.join({
            session: session.id,
            person: person.id,
            mandates,
            expiresAt: session.expiresAt,
            hear: event => send(`data: ${JSON.stringify(event)}\n\n`),
            close: () => end(),
          })
          end = () => {
            end = () => {}
            clearInterval(heartbeat)
            leave()
            try {
              controller.close()
            } catch {
              // The reader was faster: the stream is closed already.
            }
          }
          send(': here\n\n')
        },
        cancel: () => end(),
      },
      new CountQueuingStrategy({ highWaterMark: MOST_UNREAD }),
    )
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // Proxies that collect answers before they pass them on are asked not to.
        'x-accel-buffering': 'no',
      },
    })
  })
}
