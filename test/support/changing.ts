/** Changes of units of the joint draft in a room of tests. */
import { pairHashes } from '../../shared/model/agreement.ts'
import { unitOrder } from '../../shared/model/bilingual-text.ts'
import type { DraftId, UnitChangeId } from '../../shared/model/ids.ts'
import type { BodyOf } from '../../shared/protocol/api.ts'
import type { UnitChangesView, UnitChangeView } from '../../shared/protocol/change-views.ts'
import type { DraftView } from '../../shared/protocol/views.ts'
import { openTurn } from './integrating.ts'
import { openDraft, transmitV1 } from './negotiation.ts'
import type { Answer, TestRoom } from './test-app.ts'
import type { Actor } from './test-edition.ts'

export const NEW_WORDS = {
  fr: ['Nous, les représentants, coopérons durablement.'],
  ja: ['私たち代表は、持続的に協力する。'],
}
export const WHY = { fr: 'Demandé par la ville.', ja: '市の要望による。' }

/** V1 was transmitted, a joint stage is open with its draft of three units. */
export async function openJoint(room: TestRoom): Promise<DraftView> {
  await transmitV1(room)
  await openTurn(room, 'joint')
  return openDraft(room, 'japDrafter')
}

type Asking = BodyOf<'POST /api/drafts/:id/changes'>

/** Asks to change the second unit, or what `more` says instead. */
export async function askFor(
  room: TestRoom,
  actor: Actor,
  draft: DraftId,
  more: Partial<Asking> = {},
): Promise<Answer<'POST /api/drafts/:id/changes'>> {
  const text = await room.deps.sync.readText(draft)
  const unit = unitOrder(text)[1]!
  const beforePair = (await pairHashes(text)).get(unit)!
  const askedBy = actor.startsWith('jap') ? 'jap' : 'fra'
  const body: Asking = { unit, beforePair, askedBy, reason: WHY, ...more }
  return room.call(actor, 'POST /api/drafts/:id/changes', {
    params: { id: draft },
    body: more.blocks ? body : { words: NEW_WORDS, ...body },
  })
}

/** As `askFor`, for what must succeed. */
export async function asked(
  room: TestRoom,
  actor: Actor,
  draft: DraftId,
  more: Partial<Asking> = {},
): Promise<UnitChangeView> {
  const answer = await askFor(room, actor, draft, more)
  if (!answer.ok) throw new Error(`${actor} asks: ${answer.refusal} ${answer.detail ?? ''}`)
  return (await changesIn(room, actor, draft)).changes.find(({ id }) => id === answer.value.change)!
}

export function changesIn(room: TestRoom, actor: Actor, draft: DraftId): Promise<UnitChangesView> {
  return room.get(actor, 'GET /api/drafts/:id/changes', { params: { id: draft } })
}

export function consentAs(
  room: TestRoom,
  actor: Actor,
  { id, afterPair }: { readonly id: UnitChangeId; readonly afterPair: string },
): Promise<Answer<'POST /api/changes/:id/consents'>> {
  return room.call(actor, 'POST /api/changes/:id/consents', { params: { id }, body: { afterPair } })
}

export function declineAs(
  room: TestRoom,
  actor: Actor,
  { id }: { readonly id: UnitChangeId },
  reason = WHY,
): Promise<Answer<'POST /api/changes/:id/refusal'>> {
  return room.call(actor, 'POST /api/changes/:id/refusal', { params: { id }, body: { reason } })
}

export function withdrawAs(
  room: TestRoom,
  actor: Actor,
  { id }: { readonly id: UnitChangeId },
): Promise<Answer<'POST /api/changes/:id/withdrawal'>> {
  return room.call(actor, 'POST /api/changes/:id/withdrawal', { params: { id } })
}
