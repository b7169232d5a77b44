import * as Y from 'yjs'

/** `Y.mergeUpdates` sorts all its updates again for every struct: thousands at once would take minutes. */
const AT_ONCE = 40

/** One update that says what all of them say, made in steps: the generator pauses between them. */
export function* mergingUpdates(updates: readonly Uint8Array[]): Generator<void, Uint8Array> {
  let parts = updates
  while (parts.length > 1) {
    const merged: Uint8Array[] = []
    for (let i = 0; i < parts.length; i += AT_ONCE) {
      merged.push(Y.mergeUpdates(parts.slice(i, i + AT_ONCE)))
      yield
    }
    parts = merged
  }
  return parts[0] ?? Y.mergeUpdates([])
}

/** As `mergingUpdates`, at one go. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  return finish(mergingUpdates(updates))
}

export function finish<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
