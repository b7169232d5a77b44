/**
 * Who touched which blocks in a sitting. What a sitting brought is known from its transaction; whose it was, from
 * the updates: each Yjs item and each deletion stands in the update of whoever made it.
 */
import * as Y from 'yjs'
import type { UnitId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import { fragmentOf } from '../../shared/schema/y-text.ts'

/** An update of a sitting and its author. */
export type AuthoredUpdate = { readonly mandate: string; readonly bytes: Uint8Array }

/** A block element of a document, deleted ones too, by the Yjs item that it is. */
export type BlockItem = Y.Item

/**
 * The blocks in which each mandate wrote something that stands after this transaction, or deleted something that
 * stood before it. Of a document that keeps what is deleted (`gc: false`). A deletion that two updates tell of is
 * the first one's: whoever comes back after a while tells of others' deletions too.
 */
export function touchedBlocks(
  doc: Y.Doc,
  transaction: Y.Transaction,
  updates: readonly AuthoredUpdate[],
): Map<string, Set<BlockItem>> {
  const touched = new Map<string, Set<BlockItem>>()
  const roots = new Set<unknown>(LANGUAGES.map(language => fragmentOf(doc, language)))
  const touch = (mandate: string, client: number, from: number, to: number, deleted: boolean) => {
    for (const struct of structsOf(doc, client, from, to)) {
      const block = struct.deleted === deleted ? blockOf(struct, roots) : undefined
      if (!block || (deleted && wentAlong(struct as Y.Item))) continue
      const own = touched.get(mandate)
      if (own) own.add(block)
      else touched.set(mandate, new Set([block]))
    }
  }
  const deletions = new Map<number, Deletion[]>()
  for (const { mandate, bytes } of updates) {
    const { structs, ds } = Y.decodeUpdate(bytes)
    for (const struct of structs) {
      const { client, clock } = struct.id
      const from = Math.max(clock, transaction.beforeState.get(client) ?? 0)
      const to = Math.min(clock + struct.length, transaction.afterState.get(client) ?? 0)
      if (!(struct instanceof Y.Skip) && from < to) touch(mandate, client, from, to, false)
    }
    for (const [client, spans] of ds.clients) {
      const known = deletions.get(client) ?? []
      for (const { clock, len } of spans) known.push({ from: clock, to: clock + len, mandate })
      deletions.set(client, known)
    }
  }
  for (const [client, spans] of transaction.deleteSet.clients)
    for (const { clock, len } of spans) {
      const stood = Math.min(clock + len, transaction.beforeState.get(client) ?? 0)
      for (const { from, to, mandate } of ownersOf(deletions.get(client) ?? [], clock, stood))
        touch(mandate, client, from, to, true)
    }
  return touched
}

/** The unit of every block that the document shows, by its item. */
export function unitsOfBlocks(doc: Y.Doc, language: Language): Map<BlockItem, UnitId> {
  const units = new Map<BlockItem, UnitId>()
  for (const child of fragmentOf(doc, language).toArray())
    if (child instanceof Y.XmlElement && child._item)
      units.set(child._item, String(child.getAttribute('unit') ?? '') as UnitId)
  return units
}

/** A half-open span of clocks that somebody deleted. */
type Deletion = { readonly from: number; readonly to: number; readonly mandate: string }

/** The span taken apart by who was the first to delete each part of it; parts that nobody told of are left out. */
function ownersOf(deletions: readonly Deletion[], from: number, to: number): Deletion[] {
  const owned: Deletion[] = []
  let left = from < to ? [{ from, to }] : []
  for (const deletion of deletions) {
    if (left.length === 0) break
    left = left.flatMap(gap => {
      const part = { from: Math.max(gap.from, deletion.from), to: Math.min(gap.to, deletion.to) }
      if (part.from >= part.to) return [gap]
      owned.push({ ...part, mandate: deletion.mandate })
      return [
        { from: gap.from, to: part.from },
        { from: part.to, to: gap.to },
      ].filter(rest => rest.from < rest.to)
    })
  }
  return owned
}

function* structsOf(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item | Y.GC> {
  const structs = doc.store.clients.get(client)
  if (!structs || from >= Y.getState(doc.store, client)) return
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]!
    if (struct.id.clock >= to) return
    yield struct
  }
}

/** Gone as a consequence: with what it stood in, or as the value of an attribute for which another one came. */
function wentAlong({ parent, parentSub }: Y.Item): boolean {
  return parentSub !== null || (parent as Y.AbstractType<unknown>)._item?.deleted === true
}

/** The block that an item is, or is in; undefined for what was collected before it came here. */
function blockOf(struct: Y.Item | Y.GC, roots: ReadonlySet<unknown>): BlockItem | undefined {
  let at: Y.Item | null = struct instanceof Y.Item ? struct : null
  while (at) {
    const parent: unknown = at.parent
    if (!(parent instanceof Y.AbstractType)) return undefined
    if (roots.has(parent)) return at
    at = parent._item
  }
  return undefined
}
