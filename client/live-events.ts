/**
 * Listens to what changes elsewhere and asks again for it. The browser reconnects by itself after a cut;
 * when the server refuses the stream (the session has ended) we ask for the session, which then says so.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { LiveEvent } from '../shared/protocol/views.ts'
import { askAgain, STALE_BY_TOPIC } from './queries.ts'

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/** `onConnection` is told whether events arrive; the frame shows the offline notice from it. */
export function useLiveEvents(onConnection: (connected: boolean) => void): void {
  const client = useQueryClient()
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = FIRST_WAIT
    let wasCut = false

    const hear = (event: MessageEvent<string>) => {
      const live = readEvent(event.data)
      if (live) void askAgain(client, STALE_BY_TOPIC[live.topic])
    }
    const open = () => {
      source = new EventSource('/api/events')
      source.onopen = () => {
        wait = FIRST_WAIT
        onConnection(true)
        // Events of the time between are gone: everything shown may be stale.
        if (wasCut) void client.invalidateQueries()
        wasCut = false
      }
      source.onmessage = hear
      source.onerror = () => {
        wasCut = true
        onConnection(false)
        if (source?.readyState !== EventSource.CLOSED) return
        source.close()
        void askAgain(client, ['GET /api/session'])
        // Jitter: after a restart not everyone comes back in the same instant.
        timer = setTimeout(open, wait * (0.5 + Math.random()))
        wait = Math.min(wait * 2, LONGEST_WAIT)
      }
    }
    open()
    return () => {
      source?.close()
      clearTimeout(timer)
    }
  }, [client, onConnection])
}

function readEvent(data: string): LiveEvent | undefined {
  try {
    const event: unknown = JSON.parse(data)
    const topic = (event as { topic?: unknown } | null)?.topic
    return typeof topic === 'string' && topic in STALE_BY_TOPIC ? (event as LiveEvent) : undefined
  } catch {
    // A heartbeat or a newer kind of event: nothing of ours.
    return undefined
  }
}
