/**
 * One event stream for all the tabs of a browser: over HTTP/1.1 a browser opens six connections to a server, and
 * six tabs that each held a stream would leave none for anything else. The tab that leads listens and passes on;
 * when it closes, the next one goes on after the last event that it knows itself, so that nothing between is lost.
 */
import type { EventStream } from './event-stream.ts'

/** What the leading tab passes on. */
export type Passed =
  | { readonly id: string; readonly data: string }
  | { readonly again: string }
  | { readonly connected: boolean }

export type SharedEvents = {
  /** Where this tab begins: the place before anything it shows was asked. */
  readonly from: string
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'>
  /** Calls back when this tab is to lead: at once, later, or never. */
  readonly whenLeading: (lead: () => void) => void
  readonly open: (stream: EventStream) => void
  /** Each event once, in the order of the server. */
  readonly onEvent: (data: string) => void
  /** Events were lost for good: everything shown may be stale. */
  readonly onAgain: () => void
  readonly onConnection: (connected: boolean) => void
  /** The session has ended or changed. */
  readonly onRefused: () => void
  readonly signal: AbortSignal
}

/** Doubles come from a tab that has just begun to lead and was behind: never further than one opening of the stream. */
const REMEMBERED = 4_000

export function shareEvents(options: SharedEvents): void {
  const { channel, open, onEvent, onAgain, onConnection, onRefused, signal } = options
  const taken = new Set<string>()
  let last = options.from

  const take = (passed: Passed) => {
    if ('connected' in passed) return onConnection(passed.connected)
    if ('again' in passed) {
      last = passed.again
      return onAgain()
    }
    if (taken.has(passed.id)) return
    taken.add(passed.id)
    if (taken.size > REMEMBERED) taken.delete(taken.values().next().value!)
    last = passed.id
    onEvent(passed.data)
  }
  const takeAndPass = (passed: Passed) => {
    // Ending the stream is itself heard as a cut: the channel is closed by then.
    if (signal.aborted) return
    take(passed)
    channel.postMessage(passed)
  }

  channel.onmessage = (event: MessageEvent<Passed>) => take(event.data)
  options.whenLeading(() =>
    open({
      after: () => last,
      onEvent: (id, data) => takeAndPass({ id, data }),
      onAgain: id => takeAndPass({ again: id }),
      onOpen: () => takeAndPass({ connected: true }),
      onCut: refused => {
        takeAndPass({ connected: false })
        if (refused) onRefused()
      },
      signal,
    }),
  )
}
