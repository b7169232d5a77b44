/** A draft of which some units are locked, and people who write in it, honestly or not. */
import * as Y from 'yjs'
import { pairHashes } from '../../../../shared/model/agreement.ts'
import type { BilingualText, Block } from '../../../../shared/model/bilingual-text.ts'
import type { BlockId, MandateId, UnitId } from '../../../../shared/model/ids.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { keepFormattingAsWritten } from '../../../../shared/schema/y-formatting.ts'
import { newDocumentState } from '../../../../shared/schema/y-write.ts'
import type { Peer } from './peer.ts'
import { DRAFT, SyncWorld } from './sync-world.ts'

export const BY = 'mandate-a' as MandateId

export function block(id: string, unit: string, text: string): Block {
  return {
    id: id as BlockId,
    unit: unit as UnitId,
    kind: 'paragraph',
    level: 1,
    content: text ? [{ type: 'text', text }] : [],
  }
}

/** `two` has two French blocks and one Japanese; `two` and `three` are the locked ones. */
export const LOCKED_TEXT: BilingualText = {
  fr: [
    block('f1', 'one', 'Nous déclarons.'),
    block('f2', 'two', 'Nous coopérons.'),
    block('f2b', 'two', 'Nous agissons.'),
    block('f3', 'three', 'Nous nous reverrons.'),
    block('f4', 'four', 'Fait à Cannes.'),
  ],
  ja: [
    block('j1', 'one', '宣言する。'),
    block('j2', 'two', '協力し、行動する。'),
    block('j3', 'three', '再会する。'),
    block('j4', 'four', 'カンヌにて。'),
  ],
}
export const LOCKED = ['two', 'three'] as UnitId[]

/** The draft with two writers in it; `units` are locked. */
export async function lockedWorld(
  units: readonly UnitId[] = LOCKED,
  limits = {},
): Promise<{ world: SyncWorld; a: Peer; b: Peer }> {
  const world = new SyncWorld(limits)
  const pairs = await pairHashes(LOCKED_TEXT)
  world.agreed = new Map(units.map(unit => [unit, pairs.get(unit)!]))
  await world.rooms.begin(DRAFT, newDocumentState(LOCKED_TEXT), BY)
  const [a, b] = [world.enter('a'), world.enter('b')]
  await world.settle()
  return { world, a, b }
}

/** Both sides have agreed to how these units read at the beginning. */
export async function lock(world: SyncWorld, units: readonly UnitId[]): Promise<void> {
  const pairs = await pairHashes(LOCKED_TEXT)
  world.agreed = new Map(units.map(unit => [unit, pairs.get(unit)!]))
  await world.rooms.refreshLocks()
}

export function elementAt(doc: Y.Doc, language: Language, id: string): Y.XmlElement {
  const found = doc
    .getXmlFragment(language)
    .toArray()
    .find(child => (child as Y.XmlElement).getAttribute('id') === id)
  if (!(found instanceof Y.XmlElement)) throw new Error(`no block ${id}`)
  return found
}

export function textAt(doc: Y.Doc, language: Language, id: string): Y.XmlText {
  return elementAt(doc, language, id).get(0) as Y.XmlText
}

export function indexOf(doc: Y.Doc, language: Language, id: string): number {
  return doc
    .getXmlFragment(language)
    .toArray()
    .indexOf(elementAt(doc, language, id))
}

export function newElement(id: string, unit: string, text: string): Y.XmlElement {
  const element = new Y.XmlElement('block')
  for (const [name, value] of Object.entries({ kind: 'paragraph', level: 1, id, unit }))
    element.setAttribute(name, value as string)
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/** The updates that a program makes of somebody's document, without its having been seen there. */
export function forged(peer: Peer, ...changes: ((doc: Y.Doc) => void)[]): Uint8Array[] {
  return forgedAs(new Y.Doc().clientID, peer, ...changes)
}

/** The same under a Yjs client of one's choosing. */
export function forgedAs(client: number, peer: Peer, ...changes: ((doc: Y.Doc) => void)[]): Uint8Array[] {
  const doc = keepFormattingAsWritten(new Y.Doc())
  doc.clientID = client
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer.doc))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const change of changes) doc.transact(() => change(doc))
  return updates
}

/** What the server has of the draft. */
export async function textOf(world: SyncWorld): Promise<BilingualText> {
  return world.rooms.readText(DRAFT)
}
