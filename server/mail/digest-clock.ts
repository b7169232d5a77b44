import { type DigestDeps, sendDigests } from './send-digests.ts'

/** In milliseconds: an hour is kept to the minute. */
const EVERY = 60_000

/**
 * Looks every minute whose digest is due. Returns the way to stop: no further mail is begun. One on its way is not
 * waited for, because its server may keep it for a minute; its day is claimed, and it is not sent again.
 */
export function startDigestClock(deps: DigestDeps, every = EVERY): () => void {
  let isRunning = false
  let isStopping = false
  const look = () => {
    if (isRunning) return
    isRunning = true
    sendDigests(deps, () => isStopping)
      .catch(cause => deps.log.fault('looking for digests that are due', cause))
      .finally(() => {
        isRunning = false
      })
  }
  look()
  const timer = setInterval(look, every)
  timer.unref()
  return () => {
    isStopping = true
    clearInterval(timer)
  }
}
