/** Long computations, done once for a key and kept. */
import { isRefusal, type Refusal } from '../http/respond.ts'
import { createRecent } from './recent.ts'

export type KeptResults<T> = {
  /** Whoever asks while it is made waits for the same computation. A refusal and a fault are not kept. */
  of(key: string, make: () => Promise<T | Refusal>): Promise<T | Refusal>
}

/** Keeps the `capacity` results asked for last. */
export function createKeptResults<T>(capacity: number): KeptResults<T> {
  const recent = createRecent<Promise<T | Refusal>>(capacity)
  return {
    async of(key, make) {
      const known = recent.get(key)
      if (known) return known
      const made = make()
      recent.set(key, made)
      try {
        const result = await made
        if (isRefusal(result)) recent.delete(key)
        return result
      } catch (error) {
        recent.delete(key)
        throw error
      }
    },
  }
}
