/** Listens to what changes elsewhere and asks again for it. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { openEventStream } from './event-stream.ts'
import { askAgain, STALE_BY_TOPIC } from './queries.ts'
import { shareEvents } from './shared-events.ts'

const SHARED = 'concordance:events'

/**
 * `from` is the session's place in the stream (`SessionView.heardUpTo`); the first one counts. `onConnection` is
 * told whether events arrive; the frame shows the offline notice from it.
 */
export function useLiveEvents(from: string, onConnection: (connected: boolean) => void): void {
  const client = useQueryClient()
  const first = useRef(from)
  useEffect(() => {
    const channel = new BroadcastChannel(SHARED)
    const left = new AbortController()
    shareEvents({
      from: first.current,
      channel,
      whenLeading: lead => whenLeading(lead, left.signal),
      open: openEventStream,
      onEvent: data => {
        const topic = topicOf(data)
        if (topic) void askAgain(client, STALE_BY_TOPIC[topic])
      },
      onAgain: () => void client.invalidateQueries(),
      onConnection,
      // Refused, not cut: the answer to this will say why.
      onRefused: () => void askAgain(client, ['GET /api/session']),
      signal: left.signal,
    })
    return () => {
      left.abort()
      channel.close()
    }
  }, [client, onConnection])
}

/** The tab that holds the lock leads. Without locks (plain HTTP on a local network) each tab leads itself. */
function whenLeading(lead: () => void, signal: AbortSignal): void {
  if (!navigator.locks) {
    lead()
    return
  }
  void navigator.locks
    .request(SHARED, { signal }, () => {
      lead()
      // Held until this page is left.
      return new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
    })
    .catch(() => {
      // Left before its turn came.
    })
}

type Topic = keyof typeof STALE_BY_TOPIC

function topicOf(data: string): Topic | undefined {
  try {
    const event: unknown = JSON.parse(data)
    const topic = (event as { topic?: unknown } | null)?.topic
    return typeof topic === 'string' && Object.hasOwn(STALE_BY_TOPIC, topic) ? (topic as Topic) : undefined
  } catch {
    // A newer kind of event: nothing of ours.
    return undefined
  }
}
