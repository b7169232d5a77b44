/**
 * The changes that the filter "not yet seen" hides: those seen when it was set. What is ticked meanwhile stays in
 * sight until the filter is set anew, so that no row leaves under the reader's eyes.
 */
import { useMemo, useState } from 'react'

export function useHiddenAsSeen(seen: ReadonlySet<string>, unseenOnly: boolean): ReadonlySet<string> {
  const [kept, setKept] = useState({ seen, unseenOnly })
  const before = kept.unseenOnly === unseenOnly ? kept : { seen, unseenOnly }
  if (before !== kept) setKept(before)
  // A change that was changed is no longer seen, whatever was hidden before.
  return useMemo(() => new Set([...before.seen].filter(key => seen.has(key))), [before.seen, seen])
}
