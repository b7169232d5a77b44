/** Brackets in a room of tests. */
import type * as Y from 'yjs'
import type { BilingualText, Block, Inline, Side } from '../../shared/model/bilingual-text.ts'
import type { Language } from '../../shared/model/language.ts'
import type { Place } from '../../shared/model/thread.ts'
import type { BracketsView } from '../../shared/protocol/bracket-views.ts'
import { readBilingualText } from '../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../shared/schema/y-write.ts'
import type { TestRoom } from './test-app.ts'
import type { Actor } from './test-edition.ts'

export function bracketsAt(room: TestRoom, actor: Actor, place: Place): Promise<BracketsView> {
  return room.get(actor, 'GET /api/texts/:id/brackets', {
    params: { id: room.edition.declaration },
    query: { place },
  })
}

/** Puts the whole nth French and Japanese block in brackets, as an editor does. */
export function putInBrackets(index: number, bracket: string, by: Side): (doc: Y.Doc) => void {
  return edit(text => changed(text, index, block => withMark(block, `${bracket}.a`, by)))
}

function edit(change: (text: BilingualText) => BilingualText): (doc: Y.Doc) => void {
  return doc => applyBilingualText(doc, change(readBilingualText(doc)))
}

function changed(text: BilingualText, index: number, change: (block: Block) => Block): BilingualText {
  const blocks = (language: Language) =>
    text[language].map((block, at) => (at === index ? change(block) : block))
  return { fr: blocks('fr'), ja: blocks('ja') }
}

function withMark(block: Block, id: string, by: Side): Block {
  const mark = { type: 'bracket', id, by } as const
  const content = block.content.map(
    (inline): Inline =>
      inline.type === 'text' ? { ...inline, marks: [...(inline.marks ?? []), mark] } : inline,
  )
  return { ...block, content }
}
