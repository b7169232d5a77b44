/**
 * What the command line does while the room is open: it writes to the same database from another process.
 * Its acts are the ones without a mandate; when one appears, everybody's rights are asked for again.
 */
import type { Deps } from '../app.ts'
import { lastActSeq, listActsAfter } from '../store/acts.ts'

/** In milliseconds. [M4] promises seconds. */
const LOOK_EVERY = 2_000

/** Returns the way to stop looking. */
export async function watchOutsideActs(
  deps: Pick<Deps, 'db' | 'events' | 'sync' | 'log'>,
  every = LOOK_EVERY,
): Promise<() => void> {
  let seen = await lastActSeq(deps.db)
  let looking = false
  const look = async () => {
    const acts = await listActsAfter(deps.db, seen)
    seen = acts.at(-1)?.seq ?? seen
    if (!acts.some(act => act.mandate === null)) return
    deps.events.startAnew()
    await deps.sync.recheck()
  }
  const timer = setInterval(() => {
    if (looking) return
    looking = true
    void look()
      .catch(cause => deps.log.fault('looking for acts of the command line', cause))
      .finally(() => {
        looking = false
      })
  }, every)
  timer.unref()
  return () => clearInterval(timer)
}
