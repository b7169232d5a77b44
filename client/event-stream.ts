/** The server's event stream, opened again whenever it ends or falls silent, until `signal` is aborted. */
import { AFTER, HEARTBEAT, STREAM_MESSAGES } from '../shared/protocol/event-stream.ts'

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 15_000
/** A line that says nothing for so long is dead, though the browser may not know: after sleep, or in another network. */
const LONGEST_SILENCE = 2.5 * HEARTBEAT

export type EventStream = {
  /** The last id that is known, asked at each opening: the server begins after it. */
  readonly after: () => string
  readonly onEvent: (id: string, data: string) => void
  /** What happened since `after` is not known any more; `id` is where the stream begins. */
  readonly onAgain: (id: string) => void
  readonly onOpen: () => void
  /** `refused`: the server answered with a refusal; otherwise the network or the server is away. */
  readonly onCut: (refused: boolean) => void
  readonly signal: AbortSignal
}

export function openEventStream({ after, onEvent, onAgain, onOpen, onCut, signal }: EventStream): void {
  let wait = FIRST_WAIT
  let source: EventSource | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  const close = () => {
    source?.close()
    source = undefined
    clearTimeout(silence)
    clearTimeout(again)
  }
  const cut = (refused: boolean) => {
    close()
    onCut(refused)
    // Jitter: after a restart not everyone comes back in the same instant.
    again = setTimeout(open, wait * (0.5 + Math.random()))
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }
  const alive = () => {
    clearTimeout(silence)
    silence = setTimeout(() => cut(false), LONGEST_SILENCE)
  }

  function open(): void {
    close()
    if (signal.aborted) return
    const opened = new EventSource(`/api/events?${new URLSearchParams({ [AFTER]: after() })}`)
    source = opened
    opened.onopen = () => {
      wait = FIRST_WAIT
      alive()
      onOpen()
    }
    opened.onmessage = (event: MessageEvent<string>) => {
      alive()
      onEvent(event.lastEventId, event.data)
    }
    opened.addEventListener(STREAM_MESSAGES.here, alive)
    opened.addEventListener(STREAM_MESSAGES.again, (event: MessageEvent<string>) => {
      alive()
      onAgain(event.lastEventId)
    })
    // A browser tries again by itself after a cut, and gives up after a refusal. Here it is not left to it.
    opened.onerror = () => cut(opened.readyState === EventSource.CLOSED)
  }

  const online = () => {
    if (!source) open()
  }
  addEventListener('online', online)
  signal.addEventListener('abort', () => {
    removeEventListener('online', online)
    close()
  })
  open()
}
