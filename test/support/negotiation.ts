/** The steps of a negotiation, for tests that begin in the middle of one. */
import type * as Y from 'yjs'
import type { Block } from '../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../shared/model/ids.ts'
import type { ImportRow } from '../../shared/protocol/bodies.ts'
import type { DraftView, VersionView } from '../../shared/protocol/views.ts'
import { readBilingualText } from '../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../shared/schema/y-write.ts'
import { wordsOf } from './fake-sync.ts'
import type { TestRoom } from './test-app.ts'
import type { Actor } from './test-edition.ts'

const paragraph = (text: string) => ({ kind: 'paragraph', level: 1, text }) as const

/** A declaration of three units. */
export const PREVIOUS_ROWS: readonly ImportRow[] = [
  {
    fr: [{ kind: 'title', level: 1, text: 'Déclaration précédente' }],
    ja: [{ kind: 'title', level: 1, text: '前回の宣言' }],
  },
  {
    fr: [paragraph('Nous, les représentants, coopérons.')],
    ja: [paragraph('私たち代表は協力する。')],
  },
  {
    fr: [paragraph('Nous nous reverrons dans deux ans.')],
    ja: [paragraph('2年後に再会する。')],
  },
]

export const COVER_NOTE = { fr: 'Voici notre proposition.', ja: '私たちの提案です。' }

export function declarationOf(room: TestRoom): { readonly id: string } {
  return { id: room.edition.declaration }
}

export async function importPrevious(room: TestRoom, actor: Actor = 'organiser'): Promise<VersionView> {
  return room.get(actor, 'POST /api/texts/:id/import', {
    params: declarationOf(room),
    body: { label: 'Précédente', rows: [...PREVIOUS_ROWS] },
  })
}

export async function openDraft(room: TestRoom, actor: Actor): Promise<DraftView> {
  return room.get(actor, 'POST /api/texts/:id/draft', { params: declarationOf(room) })
}

/** Types with a client of its own; gives back the client's id. */
export async function type(
  room: TestRoom,
  actor: Actor,
  draft: DraftView,
  change: (doc: Y.Doc) => void,
): Promise<number> {
  return room.sync.edit(draft.draft.id, room.edition.people[actor].mandate!.id, change)
}

/** Puts words before the nth French and Japanese block. */
export function insertWords(index: number, fr: string, ja: string): (doc: Y.Doc) => void {
  return doc => {
    if (fr) wordsOf(doc, 'fr', index).insert(0, fr)
    if (ja) wordsOf(doc, 'ja', index).insert(0, ja)
  }
}

export async function transmitDraft(room: TestRoom, actor: Actor, draft: DraftView): Promise<VersionView> {
  const params = { id: draft.draft.id }
  const { sha256, decisions } = await room.get(actor, 'GET /api/drafts/:id/preview', { params })
  return room.get(actor, 'POST /api/drafts/:id/transmission', {
    params,
    body: { coverNote: COVER_NOTE, sha256, decisions: decisions?.sha256 ?? null },
  })
}

/** The previous declaration is in, and the Japanese side has transmitted V1 with one more sentence. */
export async function transmitV1(room: TestRoom): Promise<{ previous: VersionView; v1: VersionView }> {
  const previous = await importPrevious(room)
  const draft = await openDraft(room, 'japDrafter')
  await type(room, 'japDrafter', draft, insertWords(1, 'Réunis ici, ', 'ここに集う'))
  return { previous, v1: await transmitDraft(room, 'japChair', draft) }
}

/**
 * V1 was answered: V1-FRA changes the second unit in both languages, adds a fourth, and rewords the third in French
 * only. The Japanese side's draft of V2 is open and continues V1.
 */
export async function receiveAnswer(
  room: TestRoom,
): Promise<{ v1: VersionView; answer: VersionView; draft: DraftView }> {
  const { v1 } = await transmitV1(room)
  const answering = await openDraft(room, 'fraDrafter')
  await type(room, 'fraDrafter', answering, doc => {
    insertWords(1, 'Naturellement, ', '当然、')(doc)
    insertWords(2, 'Bien sûr, ', '')(doc)
    const text = readBilingualText(doc)
    applyBilingualText(doc, {
      fr: [...text.fr, newParagraph('added', 'fr-added', 'Nous associons les jeunes.')],
      ja: [...text.ja, newParagraph('added', 'ja-added', '若者とともに歩む。')],
    })
  })
  const answer = await transmitDraft(room, 'fraChair', answering)
  return { v1, answer, draft: await openDraft(room, 'japDrafter') }
}

function newParagraph(unit: string, id: string, text: string): Block {
  return {
    id: id as BlockId,
    unit: unit as UnitId,
    kind: 'paragraph',
    level: 1,
    content: [{ type: 'text', text }],
  }
}
