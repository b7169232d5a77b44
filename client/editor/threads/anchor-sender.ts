/**
 * Anchors that changed here, on their way to the server: together, when one has stopped writing, before the page is
 * left, and when the server is there again. Of each thread only the last is sent.
 */
import type { ThreadId } from '../../../shared/model/ids.ts'
import type { Anchor } from '../../../shared/model/thread.ts'

export type AnchorSender = {
  /** Kept until it has arrived. */
  add(thread: ThreadId, anchor: Anchor): void
  /** Not on the server yet. */
  waits(thread: ThreadId): boolean
  /** What was to be sent of it is no longer true. */
  forget(thread: ThreadId): void
  /** Sends what waits, now. */
  send(): void
  /**
   * Sends before the page is left and when the network returns, until the answer is called. `collect` adds what is
   * to be sent before one leaves.
   */
  listen(collect: () => void): () => void
}

export type SentAnchors = readonly { readonly thread: ThreadId; readonly anchor: Anchor }[]

export type AnchorSending = {
  /** Resolves with false when they will never be taken; throws when there was no answer. */
  readonly put: (anchors: SentAnchors, leaving: boolean) => Promise<boolean>
  /** They have arrived. */
  readonly onArrived?: (anchors: SentAnchors) => void
}

/** As many as one request may bring. */
const MOST = 500
/** Until what could not be sent is tried again, in milliseconds; a returning network tries at once. */
const AGAIN = 15_000

export function createAnchorSender({ put, onArrived }: AnchorSending): AnchorSender {
  const waiting = new Map<ThreadId, Anchor>()
  let sending = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const attempt = async (leaving: boolean) => {
    if (waiting.size === 0 || (sending && !leaving)) return
    clearTimeout(timer)
    sending = true
    const anchors = [...waiting].slice(0, MOST).map(([thread, anchor]) => ({ thread, anchor }))
    try {
      const taken = await put(anchors, leaving)
      for (const { thread, anchor } of anchors) if (waiting.get(thread) === anchor) waiting.delete(thread)
      if (taken) onArrived?.(anchors)
      sending = false
      void attempt(false)
    } catch {
      // No answer: what waits stays, and whatever the failure was, the next try will tell.
      sending = false
      timer = setTimeout(send, AGAIN)
    }
  }
  const send = () => void attempt(false)
  return {
    add: (thread, anchor) => waiting.set(thread, anchor),
    waits: thread => waiting.has(thread),
    forget: thread => waiting.delete(thread),
    send,
    listen(collect) {
      const leave = () => {
        collect()
        void attempt(true)
      }
      // A page that is put away on a telephone may never hear that it is left.
      const hide = () => {
        if (document.visibilityState === 'hidden') leave()
      }
      window.addEventListener('online', send)
      window.addEventListener('pagehide', leave)
      document.addEventListener('visibilitychange', hide)
      return () => {
        window.removeEventListener('online', send)
        window.removeEventListener('pagehide', leave)
        document.removeEventListener('visibilitychange', hide)
      }
    },
  }
}
