/** Undo and redo over immutable values. The oldest states fall off, so that a long review stays small. */
export type History<Value> = {
  readonly past: readonly Value[]
  readonly present: Value
  readonly future: readonly Value[]
}

const MOST_STATES = 200

export function historyOf<Value>(present: Value): History<Value> {
  return { past: [], present, future: [] }
}

/** A step that changes nothing (the same reference) leaves the history as it was. */
export function advance<Value>(history: History<Value>, next: Value): History<Value> {
  if (next === history.present) return history
  return { past: [...history.past, history.present].slice(-MOST_STATES), present: next, future: [] }
}

export function undo<Value>(history: History<Value>): History<Value> {
  const previous = history.past.at(-1)
  if (previous === undefined) return history
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] }
}

export function redo<Value>(history: History<Value>): History<Value> {
  const next = history.future[0]
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future: history.future.slice(1) }
}
