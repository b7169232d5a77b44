/** What the keys of threads do in an editor. */
import type * as Y from 'yjs'
import type { Language } from '../../../shared/model/language.ts'
import type { EditorPair, ThreadKey } from '../editor-pair.ts'
import { anchorOfSelection, anchorOfUnitAtCaret } from './begin-thread.ts'
import type { EditorThreads } from './editor-threads.ts'
import { stepToThread, threadAtCaret } from './walk-threads.ts'

/** False where there is nothing for the key to do. */
export function onThreadKey(
  pair: EditorPair,
  doc: Y.Doc,
  threads: EditorThreads | undefined,
  act: ThreadKey,
  language: Language,
): boolean {
  if (!threads) return false
  switch (act) {
    case 'begin':
    case 'begin-unit': {
      if (!threads.mayBegin) return false
      const selected = act === 'begin' ? anchorOfSelection(pair, doc, language) : undefined
      const anchor = selected ?? anchorOfUnitAtCaret(pair, language)
      if (anchor) threads.begin(anchor)
      return anchor !== undefined
    }
    case 'next':
      return stepToThread(pair, threads, 1)
    case 'previous':
      return stepToThread(pair, threads, -1)
    case 'card': {
      const thread = threadAtCaret(pair, threads) ?? threads.inOrder[0]
      if (thread !== undefined) threads.goTo(thread)
      return thread !== undefined
    }
  }
}
