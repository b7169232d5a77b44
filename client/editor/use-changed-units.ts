import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { readBilingualText } from '../../shared/schema/y-text.ts'
import { changedUnits, type UnitChange } from './changed-units.ts'

/** Pause in the writing after which the margin counts again, in milliseconds. */
const PAUSE = 500

const NONE: ReadonlyMap<string, UnitChange> = new Map()

/** What changed per unit since `base`, counted when the writing pauses. */
export function useChangedUnits(
  doc: Y.Doc,
  base: BilingualText | undefined,
): ReadonlyMap<string, UnitChange> {
  const [changes, setChanges] = useState(NONE)
  useEffect(() => {
    if (!base) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = () => setChanges(changedUnits(base, readBilingualText(doc)))
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(count, PAUSE)
    }
    count()
    doc.on('update', later)
    return () => {
      clearTimeout(timer)
      doc.off('update', later)
    }
  }, [doc, base])
  return changes
}
