/** When the server is told of anchors: after one has stopped writing, or in place of someone who did not tell. */

export type Telling = {
  /** Something was written here. */
  flushLater(): void
  /** Something moved that whoever moved it has not told yet. */
  healLater(): void
  /** Everything of one's own was told. */
  told(): void
  stop(): void
}

/** After the last key, and since the first one that was not told. In milliseconds. */
const AFTER_LAST_KEY = 1_000
const AT_LATEST = 5_000
/** How long others are given to tell; then one of those who see it tells, hardly ever two. In milliseconds. */
const BEFORE_HEALING = 8_000
const HEALING_SPREAD = 6_000

type Acts = { readonly isComposing: () => boolean; readonly flush: () => void; readonly heal: () => void }

/** Nothing is told of a text that an input method has not confirmed. */
export function createTelling({ isComposing, flush, heal }: Acts): Telling {
  let firstEdit: number | undefined
  let flushing: ReturnType<typeof setTimeout> | undefined
  let healing: ReturnType<typeof setTimeout> | undefined

  const flushNow = () => {
    if (isComposing()) flushing = setTimeout(flushNow, AFTER_LAST_KEY)
    else flush()
  }
  const healNow = () => {
    healing = undefined
    if (isComposing()) healLater()
    else heal()
  }
  const healLater = () => {
    healing ??= setTimeout(healNow, BEFORE_HEALING + Math.random() * HEALING_SPREAD)
  }
  const told = () => {
    clearTimeout(flushing)
    firstEdit = undefined
  }

  return {
    flushLater() {
      const now = performance.now()
      firstEdit ??= now
      clearTimeout(flushing)
      flushing = setTimeout(flushNow, Math.max(0, Math.min(AFTER_LAST_KEY, firstEdit + AT_LATEST - now)))
    },
    healLater,
    told,
    stop() {
      told()
      clearTimeout(healing)
      healing = undefined
    },
  }
}
