/** Deciding amendments in a draft of a test room. */
import type { Outcome } from '../../shared/model/amendment.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { AmendmentsView, DraftView } from '../../shared/protocol/views.ts'
import type { TestRoom } from './test-app.ts'
import type { Actor } from './test-edition.ts'

export const REASON: BilingualLabel = { fr: 'Déjà dit plus haut.', ja: '既に述べられているため。' }

export async function amendmentsOf(
  room: TestRoom,
  draft: DraftView,
  actor: Actor = 'japDrafter',
): Promise<AmendmentsView> {
  const view = await room.get(actor, 'GET /api/drafts/:id/amendments', { params: { id: draft.draft.id } })
  if (!view) throw new Error(`the draft ${draft.draft.id} has nothing to decide`)
  return view
}

/** Rejections have `REASON`, unless another reason is given. */
export async function decideIn(
  room: TestRoom,
  draft: DraftView,
  amendments: readonly string[],
  outcome: Outcome,
  { reason, actor = 'japDrafter' }: { reason?: BilingualLabel; actor?: Actor } = {},
): Promise<void> {
  const { edited } = await room.get(actor, 'POST /api/drafts/:id/decisions', {
    params: { id: draft.draft.id },
    body: {
      amendments: [...amendments],
      outcome,
      reason: reason ?? (outcome === 'rejected' ? REASON : null),
      edited: null,
    },
  })
  if (edited.length) throw new Error(`edited at the same place: ${JSON.stringify(edited)}`)
}
