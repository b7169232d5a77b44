/** A small memory of what was asked for last. */
export type Recent<T> = {
  get(key: string): T | undefined
  set(key: string, value: T): void
  delete(key: string): void
}

/** Keeps the `capacity` values used last. */
export function createRecent<T>(capacity: number): Recent<T> {
  const held = new Map<string, T>()
  return {
    get(key) {
      const found = held.get(key)
      // A Map keeps the order of insertion: putting it back makes it the youngest.
      if (found !== undefined && held.delete(key)) held.set(key, found)
      return found
    },
    set(key, value) {
      held.delete(key)
      held.set(key, value)
      const [oldest] = held.keys()
      if (held.size > capacity && oldest !== undefined) held.delete(oldest)
    },
    delete: key => void held.delete(key),
  }
}
