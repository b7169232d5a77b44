/** [A4] What the server would say of a change, asked before it is made: `server/sync/lock-gate.ts` decides. */
import type { Node } from '@tiptap/pm/model'
import type { UnitId } from '../../../shared/model/ids.ts'
import { standsAsBefore, unitPlaces } from '../../../shared/model/unit-places.ts'

/** True when every locked unit stands in this language's document as it did. */
export function leavesLocked(before: Node, after: Node, locked: ReadonlySet<string>): boolean {
  if (locked.size === 0 || isWritingInOne(before, after, locked)) return true
  const units = locked as ReadonlySet<UnitId>
  const [was, is] = [unitPlaces(placed(before), units), unitPlaces(placed(after), units)]
  return [...units].every(unit =>
    standsAsBefore(was.get(unit), is.get(unit), (a, b) => a.node === b.node || a.node.eq(b.node)),
  )
}

/** The common case, without a look at every block: words of one block changed, and it is not locked. */
function isWritingInOne(before: Node, after: Node, locked: ReadonlySet<string>): boolean {
  if (before.childCount !== after.childCount) return false
  let changed: number | undefined
  for (let index = 0; index < before.childCount; index++) {
    if (before.child(index) === after.child(index)) continue
    if (changed !== undefined) return false
    changed = index
  }
  if (changed === undefined) return true
  const [was, is] = [before.child(changed).attrs, after.child(changed).attrs]
  return was.id === is.id && was.unit === is.unit && !locked.has(was.unit)
}

function placed(doc: Node): { readonly id: string; readonly unit: string; readonly node: Node }[] {
  return Array.from({ length: doc.childCount }, (_, index) => {
    const node = doc.child(index)
    return { id: String(node.attrs.id), unit: String(node.attrs.unit), node }
  })
}
