/** What is asked about brackets in a draft, by keys, tools, clicks and menus: one thing at a time. */
import { useCallback, useMemo, useState } from 'react'
import type { ThreadId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { BracketAct } from '../../editor/editor-pair.ts'
import type { HungThread } from '../threads/hung-threads.ts'

export type BracketRequest = (BracketAct | { readonly act: 'thread'; readonly thread: ThreadId }) & {
  readonly language: Language
  /** Another number is another request. */
  readonly nth: number
}

export type BracketRequests = {
  readonly request: BracketRequest | null
  readonly close: () => void
  /** From the editors; always taken. */
  readonly onBracket: (act: BracketAct, language: Language) => boolean
  /** From a thread that hangs on words. */
  readonly putInBrackets: (hung: HungThread) => void
}

export function useBracketRequests(): BracketRequests {
  const [request, setRequest] = useState<BracketRequest | null>(null)
  const close = useCallback(() => setRequest(null), [])
  const onBracket = useCallback((act: BracketAct, language: Language) => {
    setRequest(before => ({ ...act, language, nth: (before?.nth ?? 0) + 1 }))
    return true
  }, [])
  const putInBrackets = useCallback(({ thread }: HungThread) => {
    const language = thread.anchor.passage?.language ?? 'fr'
    setRequest(before => ({ act: 'thread', thread: thread.id, language, nth: (before?.nth ?? 0) + 1 }))
  }, [])
  return useMemo(
    () => ({ request, close, onBracket, putInBrackets }),
    [request, close, onBracket, putInBrackets],
  )
}
