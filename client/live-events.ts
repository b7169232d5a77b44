/**
 * Listens to what changes elsewhere and asks again for it.
 *
 * One stream per browser, not per tab: over HTTP/1.1 a browser opens six connections to a server, and six
 * tabs that each held a stream would leave none for anything else. The tab that holds the lock listens and
 * passes on; when it closes, the next one takes over. Without locks (plain HTTP on a local network) each
 * tab listens for itself.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { openEventStream } from './event-stream.ts'
import { askAgain, STALE_BY_TOPIC } from './queries.ts'

const SHARED = 'concordance:events'

/** What the listening tab passes on. */
type Passed = { readonly data: string } | { readonly connected: boolean } | 'again'

/** `onConnection` is told whether events arrive; the frame shows the offline notice from it. */
export function useLiveEvents(onConnection: (connected: boolean) => void): void {
  const client = useQueryClient()
  useEffect(() => {
    const channel = new BroadcastChannel(SHARED)
    const left = new AbortController()

    const take = (passed: Passed) => {
      if (passed === 'again') void client.invalidateQueries()
      else if ('connected' in passed) onConnection(passed.connected)
      else {
        const topic = topicOf(passed.data)
        if (topic) void askAgain(client, STALE_BY_TOPIC[topic])
      }
    }
    const takeAndPass = (passed: Passed) => {
      // Ending the stream is itself heard as a cut: the channel is closed by then.
      if (left.signal.aborted) return
      take(passed)
      channel.postMessage(passed)
    }
    const listen = () =>
      openEventStream({
        onData: data => takeAndPass({ data }),
        onOpen: wasCut => {
          takeAndPass({ connected: true })
          // Events of the time between are gone: everything shown may be stale.
          if (wasCut) takeAndPass('again')
        },
        onCut: refused => {
          takeAndPass({ connected: false })
          // Refused, not cut: the session has ended or changed, and its answer will say so.
          if (refused) void askAgain(client, ['GET /api/session'])
        },
        signal: left.signal,
      })

    channel.onmessage = (event: MessageEvent<Passed>) => take(event.data)
    if (navigator.locks)
      void navigator.locks
        .request(SHARED, { signal: left.signal }, () => {
          listen()
          // Held until this page is left.
          return new Promise<void>(resolve => left.signal.addEventListener('abort', () => resolve()))
        })
        .catch(() => {
          // Left before its turn came.
        })
    else listen()
    return () => {
      left.abort()
      channel.close()
    }
  }, [client, onConnection])
}

type Topic = keyof typeof STALE_BY_TOPIC

function topicOf(data: string): Topic | undefined {
  try {
    const event: unknown = JSON.parse(data)
    const topic = (event as { topic?: unknown } | null)?.topic
    return typeof topic === 'string' && Object.hasOwn(STALE_BY_TOPIC, topic) ? (topic as Topic) : undefined
  } catch {
    // A heartbeat or a newer kind of event: nothing of ours.
    return undefined
  }
}
