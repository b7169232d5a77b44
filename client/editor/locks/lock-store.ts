/** [A4] The units of a draft that nobody may change, as far as this page knows. */
export type LockStore = {
  /** The same set until it changes. */
  get(): ReadonlySet<string>
  set(units: Iterable<string>): void
  subscribe(listener: () => void): () => void
}

export function createLockStore(): LockStore {
  const listeners = new Set<() => void>()
  let locked: ReadonlySet<string> = new Set()
  return {
    get: () => locked,
    set(units) {
      const next = new Set(units)
      if (next.size === locked.size && next.isSubsetOf(locked)) return
      locked = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
