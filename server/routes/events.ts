/** Live events, as server-sent events: only what the reader's audiences hear. */
import { Hono } from 'hono'
import { AFTER, HEARTBEAT, STREAM_MESSAGES } from '../../shared/protocol/event-stream.ts'
import type { LiveEvent } from '../../shared/protocol/views.ts'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { visitorOf } from '../presence/present-people.ts'

/** Chunks that a reader may leave unread before the stream is ended; it comes back and hears what it missed. */
const MOST_UNREAD = 256

export function eventRoutes(deps: Deps): Hono<ReaderEnv> {
  return new Hono<ReaderEnv>().get('/api/events', requireReader(deps), c => {
    const reader = c.get('reader')
    const { session, person, mandates } = reader
    // The header is the browser's own, of the stream that it opened with the query.
    const after = c.req.header('last-event-id') || c.req.query(AFTER) || null
    const encoder = new TextEncoder()
    let end = (_forGood: boolean) => {}
    const stream = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const send = (chunk: string) => {
            if ((controller.desiredSize ?? 0) <= 0) end(false)
            else controller.enqueue(encoder.encode(chunk))
          }
          const heartbeat = setInterval(() => send(messageOf(STREAM_MESSAGES.here)), HEARTBEAT)
          heartbeat.unref()
          const { missed, place, leave } = deps.events.join(
            {
              session: session.id,
              person: person.id,
              mandates,
              expiresAt: session.expiresAt,
              hear: (event, id) => send(eventOf(event, id)),
              close: () => end(true),
            },
            after,
          )
          const goAway = deps.presence.arrive(visitorOf(reader))
          end = forGood => {
            end = () => {}
            clearInterval(heartbeat)
            leave()
            goAway(forGood)
            try {
              controller.close()
            } catch {
              // The reader was faster: the stream is closed already.
            }
          }
          // One chunk: however much was missed, a reader who takes it gets on.
          if (missed === 'again') send(messageOf(STREAM_MESSAGES.again, place))
          else
            send(
              missed.map(({ event, id }) => eventOf(event, id)).join('') +
                messageOf(STREAM_MESSAGES.here, place),
            )
        },
        cancel: () => end(false),
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

function eventOf(event: LiveEvent, id: string): string {
  return `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`
}

function messageOf(name: string, id?: string): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: {}\n\n`
}
