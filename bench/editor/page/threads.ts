/** Threads on passages around where the bench types, followed as in a draft that one writes. */
import type * as Y from 'yjs'
import type { EditorThreads } from '../../../client/editor/threads/editor-threads.ts'
import { createThreadTracker } from '../../../client/editor/threads/thread-tracker.ts'
import { anchorOfPassage } from '../../../shared/model/anchor-in-text.ts'
import { type BilingualText, plainText } from '../../../shared/model/bilingual-text.ts'
import type { ThreadId } from '../../../shared/model/ids.ts'

/** One in each unit from the first on which the bench has a caret, every other one in Japanese. */
export function discussed(doc: Y.Doc, text: BilingualText, count: number, from: number): EditorThreads {
  const tracker = createThreadTracker({ doc, put: () => Promise.resolve(true) })
  const threads = Array.from({ length: count }, (_, index) => {
    const language = index % 2 ? 'ja' : 'fr'
    const block = text[language][from + index]!
    const end = Math.min(12, plainText(block).length)
    const anchor = anchorOfPassage(
      text,
      language,
      { block: block.id, offset: 0 },
      { block: block.id, offset: end },
    )!
    return { id: `t${index}` as ThreadId, anchor, quote: null, internal: index % 3 === 0, open: true }
  })
  tracker.set(threads)
  return {
    tracker,
    byUnit: new Map(
      threads.map(({ id, anchor, internal }) => [
        anchor.unit,
        {
          ...{ first: id, internal: internal ? 1 : 0, shared: internal ? 0 : 1 },
          ...{ resolved: false, unread: false, callsMe: false },
        },
      ]),
    ),
    mayBegin: true,
    begin: () => {},
    choose: () => {},
    goTo: () => {},
    inOrder: threads.map(({ id }) => id),
  }
}
