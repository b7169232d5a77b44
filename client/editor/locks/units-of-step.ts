/** Which units a step of a history of edits has changed words or blocks of. */
import * as Y from 'yjs'

/** A step as `Y.UndoManager` keeps it. */
export type Step = Pick<Y.UndoManager['undoStack'][number], 'insertions' | 'deletions'>

export function unitsOfStep(doc: Y.Doc, fragment: Y.XmlFragment, step: Step): ReadonlySet<string> {
  const units = new Set<string>()
  for (const spans of [step.insertions, step.deletions])
    for (const [client, ranges] of spans.clients)
      for (const { clock, len } of ranges)
        for (const struct of structsIn(doc, client, clock, clock + len)) {
          const block = blockOf(struct, fragment)
          const unit: unknown = block?._map.get('unit')?.content.getContent().at(-1)
          if (unit !== undefined) units.add(String(unit))
        }
  return units
}

function* structsIn(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item | Y.GC> {
  const structs = doc.store.clients.get(client)
  if (!structs || from >= Y.getState(doc.store, client)) return
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]!
    if (struct.id.clock >= to) return
    yield struct
  }
}

/** The block that an item is or is in, deleted or not; undefined for what was collected. */
function blockOf(struct: Y.Item | Y.GC, fragment: Y.XmlFragment): Y.XmlElement | undefined {
  let at: Y.Item | null = struct instanceof Y.Item ? struct : null
  while (at) {
    const parent: unknown = at.parent
    if (parent === fragment)
      return at.content instanceof Y.ContentType && at.content.type instanceof Y.XmlElement
        ? at.content.type
        : undefined
    at = parent instanceof Y.AbstractType ? parent._item : null
  }
  return undefined
}
