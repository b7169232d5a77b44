/**
 * What an update may bring into a draft, checked before it is stored: only the roots, elements, attributes
 * and formats of the schema (`Y_SCHEMA`), only plain values, no nested documents.
 *
 * Yjs omits an item's parent when it stands next to another item of the same parent. Such a neighbour is
 * looked up in the document and in the update itself. Where it is in neither (it arrived in this very tick,
 * or is still missing) only the item's own content is judged; what slips through that way is a block the
 * readers call unreadable, never code or a prototype.
 */
import * as Y from 'yjs'
import { textSchema, Y_SCHEMA } from '../../shared/schema/text-extensions.ts'

export class InadmissibleUpdate extends Error {}

export type InspectedUpdate = {
  /** Brings nothing that is not stored: what a client that is up to date answers to sync step 1. */
  readonly empty: boolean
  /** The Yjs clients whose clock this update advances, with the clock after their last struct. */
  readonly clients: ReadonlyMap<number, number>
  /** The clock up to which each client must be known for nothing of this update to be kept aside. */
  readonly reach: ReadonlyMap<number, number>
}

/** Longest attribute value, in UTF-16 code units: notes hold their words in one. */
const MAX_VALUE_LENGTH = 50_000
/** No client has typed this many characters; larger clocks would lose precision in Yjs. */
const MAX_CLOCK = 2 ** 40
/** How many neighbours are followed to find a parent. */
const MAX_STEPS = 10_000

type Struct = Y.Item | Y.GC | Y.Skip

/** Throws InadmissibleUpdate if the update cannot be decoded or holds anything foreign. */
export function inspectUpdate(update: Uint8Array, doc: Y.Doc): InspectedUpdate {
  const { structs, ds } = decode(update)
  const clients = new Map<number, number>()
  const neighbours = new Neighbours(doc, structs)
  for (const struct of structs) {
    const { client, clock } = struct.id
    const end = inspectSpan(clock, struct.length)
    if (struct instanceof Y.Skip) continue
    clients.set(client, Math.max(end, clients.get(client) ?? 0))
    if (struct instanceof Y.Item) inspectItem(struct, neighbours)
  }
  const reach = new Map(clients)
  for (const [client, deletions] of ds.clients)
    for (const { clock, len } of deletions)
      reach.set(client, Math.max(inspectSpan(clock, len), reach.get(client) ?? 0))
  return { empty: areKnown(clients, doc) && areDeleted(ds, doc), clients, reach }
}

function areKnown(clients: ReadonlyMap<number, number>, { store }: Y.Doc): boolean {
  for (const [client, end] of clients) if (end > Y.getState(store, client)) return false
  return true
}

/** A client that comes back tells all the deletions it knows of, its own and others', each time. */
function areDeleted(ds: ReturnType<typeof Y.decodeUpdate>['ds'], { store }: Y.Doc): boolean {
  for (const [client, deletions] of ds.clients)
    for (const { clock, len } of deletions) {
      if (clock + len > Y.getState(store, client)) return false
      const structs = store.clients.get(client)!
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
        const struct = structs[index]!
        if (struct.id.clock >= clock + len) break
        if (!struct.deleted) return false
      }
    }
  return true
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> & { structs: Struct[] } {
  try {
    return Y.decodeUpdate(update) as ReturnType<typeof decode>
  } catch (error) {
    throw new InadmissibleUpdate(`not a Yjs update: ${String(error)}`)
  }
}

/** The clock after the span. Yjs fails on an empty deletion. */
function inspectSpan(clock: number, length: number): number {
  const end = clock + length
  if (!(length > 0) || !(end <= MAX_CLOCK)) throw new InadmissibleUpdate(`a span of ${length} at ${clock}`)
  return end
}

function inspectItem(item: Y.Item, neighbours: Neighbours): void {
  inspectReferences(item)
  inspectContent(item)
  const place = neighbours.placeOf(item)
  if (place === null) return
  // Its beginning is known and was collected with its parent, yet here it has a parent: two stories of one item.
  if (neighbours.beginsCollected(item)) throw new InadmissibleUpdate('an item that is collected already')
  if (item.content instanceof Y.ContentDeleted) return
  if (!fits(place, item.content))
    throw new InadmissibleUpdate(
      `${item.content.constructor.name} in ${place.parent}${place.key === null ? '' : `.${place.key}`}`,
    )
}

/** Yjs waits for what other clients have yet to send, but takes for granted that a client knows its own past. */
function inspectReferences({ id, origin, rightOrigin, parent }: Y.Item): void {
  for (const reference of [origin, rightOrigin, parent as unknown])
    if (reference instanceof Y.ID && reference.client === id.client && reference.clock >= id.clock)
      throw new InadmissibleUpdate('an item that stands next to one that comes after it')
}

/** What an item may hold wherever it stands. */
function inspectContent({ content, parentSub }: Y.Item): void {
  if (parentSub !== null && !ATTRIBUTES.has(parentSub))
    throw new InadmissibleUpdate(`an attribute ${parentSub}`)
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return
  if (content instanceof Y.ContentFormat) inspectFormat(content.key, content.value)
  else if (content instanceof Y.ContentAny) {
    if (!content.arr.every(isPlainValue)) throw new InadmissibleUpdate('a value that is not plain')
  } else if (content instanceof Y.ContentType) {
    if (elementName(content.type) === null) throw new InadmissibleUpdate('a foreign type')
  } else throw new InadmissibleUpdate(`content ${content.constructor.name}`)
}

/** The key's mark, without the suffix of an overlapping one, and only that mark's attributes. */
function inspectFormat(key: string, value: unknown): void {
  const name = /^([a-z]+)(?:--[A-Za-z0-9+/=]{8})?$/.exec(key)?.[1] ?? ''
  const attributes = MARK_ATTRIBUTES.get(name)
  if (!attributes) throw new InadmissibleUpdate(`a format ${key}`)
  if (value === null || typeof value === 'boolean') return
  if (typeof value !== 'object' || Array.isArray(value)) throw new InadmissibleUpdate(`a value of ${key}`)
  for (const [attribute, part] of Object.entries(value))
    if (!attributes.has(attribute) || !isPlainValue(part))
      throw new InadmissibleUpdate(`an attribute ${attribute} of ${key}`)
}

function isPlainValue(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_VALUE_LENGTH
  return value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value)
}

const TEXT = '#text'
const ROOT = '#root'
const ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(Y_SCHEMA.elements))
const ATTRIBUTES = new Set<string>([...ELEMENTS.values()].flat())
const MARK_ATTRIBUTES = new Map(
  Y_SCHEMA.marks.map(name => [
    name as string,
    new Set(Object.keys(textSchema.marks[name]?.spec.attrs ?? {})),
  ]),
)

/** Where an item stands: in a root, in text, or in an element (by its name); `key` names an attribute. */
type Place = { readonly parent: string; readonly key: string | null }

function fits({ parent, key }: Place, content: Y.Item['content']): boolean {
  if (parent === TEXT)
    return key === null && (content instanceof Y.ContentString || content instanceof Y.ContentFormat)
  const child = content instanceof Y.ContentType ? elementName(content.type) : null
  if (parent === ROOT) return key === null && child === 'block'
  if (key !== null) return content instanceof Y.ContentAny && ELEMENTS.get(parent)!.includes(key)
  return parent === 'block' && child !== null && child !== 'block'
}

/** `#text`, or the name of one of the schema's elements; null for any other type. */
function elementName(type: unknown): string | null {
  const made = (type as object).constructor
  if (made === Y.XmlText) return TEXT
  if (made !== Y.XmlElement) return null
  const { nodeName } = type as Y.XmlElement
  return ELEMENTS.has(nodeName) ? nodeName : null
}

class Neighbours {
  readonly #doc: Y.Doc
  readonly #structs: readonly Struct[]
  #byClient: Map<number, Struct[]> | null = null

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc
    this.#structs = structs
  }

  /** Null where it cannot be known yet. Throws InadmissibleUpdate for a place that the schema does not have. */
  placeOf(item: Y.Item): Place | null {
    let at = item
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      // An item of the update names its parent as a string (a root) or an ID; one of the document as a type.
      const parent = at.parent as string | Y.ID | Y.AbstractType<unknown> | null
      if (typeof parent === 'string') return { parent: rootName(parent), key: at.parentSub }
      if (parent instanceof Y.AbstractType)
        return { parent: parent._item === null ? ROOT : nameInTree(parent), key: at.parentSub }
      if (parent !== null) {
        const holder = this.#find(parent)
        if (!(holder instanceof Y.Item)) return null
        if (!(holder.content instanceof Y.ContentType)) {
          if (holder.content instanceof Y.ContentDeleted) return null
          throw new InadmissibleUpdate('a child of something that has none')
        }
        return { parent: nameInTree(holder.content.type), key: at.parentSub }
      }
      const next = at.origin ?? at.rightOrigin
      const neighbour = next && this.#find(next)
      if (!(neighbour instanceof Y.Item)) return null
      at = neighbour
    }
    return null
  }

  beginsCollected({ id, length }: Y.Item): boolean {
    const known = Y.getState(this.#doc.store, id.client)
    if (id.clock >= known || id.clock + length <= known) return false
    return this.#find(Y.createID(id.client, known - 1)) instanceof Y.GC
  }

  #find(id: Y.ID): Struct | null {
    const { store } = this.#doc
    if (id.clock < Y.getState(store, id.client)) return Y.getItem(store, id) as Struct
    this.#byClient ??= Map.groupBy(this.#structs, struct => struct.id.client)
    const structs = this.#byClient.get(id.client)
    if (!structs) return null
    let low = 0
    let high = structs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = structs[middle]!
      if (id.clock < struct.id.clock) high = middle - 1
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1
      else return struct
    }
    return null
  }
}

function rootName(name: string): string {
  if (!(Y_SCHEMA.roots as readonly string[]).includes(name)) throw new InadmissibleUpdate(`a root ${name}`)
  return ROOT
}

function nameInTree(type: unknown): string {
  const name = elementName(type)
  if (name === null) throw new InadmissibleUpdate('a child of a foreign type')
  return name
}
