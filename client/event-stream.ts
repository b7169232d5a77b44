/** The server's event stream, opened again whenever it ends, until `signal` is aborted. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 15_000

export type EventStream = {
  readonly onData: (data: string) => void
  /** `wasCut`: it had been open before, so events may have been missed. */
  readonly onOpen: (wasCut: boolean) => void
  /** `refused`: the server answered with a refusal; otherwise the network or the server is away. */
  readonly onCut: (refused: boolean) => void
  readonly signal: AbortSignal
}

export function openEventStream({ onData, onOpen, onCut, signal }: EventStream): void {
  let wait = FIRST_WAIT
  let wasCut = false

  const open = () => {
    const source = new EventSource('/api/events')
    const timer = { again: undefined as ReturnType<typeof setTimeout> | undefined }
    const stop = () => {
      source.close()
      clearTimeout(timer.again)
    }
    signal.addEventListener('abort', stop, { once: true })
    source.onopen = () => {
      wait = FIRST_WAIT
      onOpen(wasCut)
      wasCut = false
    }
    source.onmessage = (event: MessageEvent<string>) => onData(event.data)
    source.onerror = () => {
      wasCut = true
      // A browser tries again by itself after a cut, and gives up after a refusal.
      const refused = source.readyState === EventSource.CLOSED
      onCut(refused)
      source.close()
      // Jitter: after a restart not everyone comes back in the same instant.
      timer.again = setTimeout(
        () => {
          signal.removeEventListener('abort', stop)
          if (!signal.aborted) open()
        },
        wait * (0.5 + Math.random()),
      )
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
  }
  open()
}
