/** [A4] What one wrote in locked units and the server did not take: kept on this device until one has copied it. */
import { useCallback, useState } from 'react'
import type { DraftId, PersonId } from '../../../shared/model/ids.ts'
import type { WordsNotTaken } from '../../editor/rescue/take-up-again.ts'
import { keepEntry, keptKey, readKeptEntry } from '../../kept-on-device.ts'

export function useWordsNotTaken(
  person: PersonId,
  draft: DraftId,
): readonly [
  words: readonly WordsNotTaken[],
  tell: (more: readonly WordsNotTaken[]) => void,
  forget: () => void,
] {
  const key = keptKey('not-taken', person, draft)
  const [words, setWords] = useState<readonly WordsNotTaken[]>(() => readKept(key))
  const tell = useCallback(
    (more: readonly WordsNotTaken[]) => {
      if (more.length === 0) return
      const said = new Map([...readKept(key), ...more].map(each => [JSON.stringify(each), each]))
      const all = [...said.values()]
      keepEntry(localStorage, key, all)
      setWords(all)
    },
    [key],
  )
  const forget = useCallback(() => {
    localStorage.removeItem(key)
    setWords([])
  }, [key])
  return [words, tell, forget]
}

/** Written by this page, or an older one: what does not look so is passed over. */
function readKept(key: string): WordsNotTaken[] {
  const kept = readKeptEntry(localStorage, key)
  if (!Array.isArray(kept)) return []
  return kept.filter(
    (each): each is WordsNotTaken =>
      typeof each?.unit === 'string' && typeof each.number === 'number' && typeof each.words === 'object',
  )
}
