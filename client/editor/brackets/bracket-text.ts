/** What brackets need to know of the documents of two editors: words as they were typed, and bracket marks. */
import type { Node } from '@tiptap/pm/model'
import type { BilingualText, Block, Inline, Mark } from '../../../shared/model/bilingual-text.ts'
import type { BlockAttributes } from '../../../shared/schema/block.ts'

type Docs = { readonly fr: Node; readonly ja: Node }

/** Offsets are those of the editors, also where an accent was typed as a character of its own. */
export function textOfBrackets(docs: Docs): BilingualText {
  return { fr: blocksOf(docs.fr), ja: blocksOf(docs.ja) }
}

const known = new WeakMap<Node, readonly Inline[]>()

/** The content of one block; every object that is no text stands as a break. */
export function bracketContent(block: Node): readonly Inline[] {
  const found = known.get(block)
  if (found) return found
  const content: Inline[] = []
  block.forEach(child => {
    if (!child.isText) content.push({ type: 'break' })
    else content.push({ type: 'text', text: child.text ?? '', marks: bracketMarks(child) })
  })
  known.set(block, content)
  return content
}

function bracketMarks(node: Node): Mark[] {
  return node.marks.flatMap(mark => {
    if (mark.type.name !== 'bracket') return []
    const { id, by } = mark.attrs
    return [{ type: 'bracket' as const, id: String(id), by: by === 'fra' || by === 'jap' ? by : '' }]
  })
}

function blocksOf(doc: Node): Block[] {
  return Array.from({ length: doc.childCount }, (_, index) => {
    const node = doc.child(index)
    const { id, unit, kind, level } = node.attrs as BlockAttributes
    return { id, unit, kind, level, content: bracketContent(node) } as Block
  })
}
