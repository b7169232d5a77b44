/** Which folds are open. */
import { useCallback, useState } from 'react'

export type Folds = {
  /** Keys of those that are open. */
  readonly open: ReadonlySet<string>
  readonly set: (key: string, open: boolean) => void
  /** Opens these; closes them when all are open already. */
  readonly toggle: (keys: readonly string[]) => void
}

export function useFolds(): Folds {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const set = useCallback(
    (key: string, opens: boolean) =>
      setOpen(before => (opens ? withKeys(before, [key]) : without(before, [key]))),
    [],
  )
  const toggle = useCallback(
    (keys: readonly string[]) =>
      setOpen(before =>
        keys.every(key => before.has(key)) ? without(before, keys) : withKeys(before, keys),
      ),
    [],
  )
  return { open, set, toggle }
}

function withKeys(set: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  return new Set([...set, ...keys])
}

function without(set: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  return new Set([...set].filter(key => !keys.includes(key)))
}
