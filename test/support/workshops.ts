/** A room with workshops of which `fraLead` and `japLead` lead the first, and their way to a submission. */
import { workshopTemplates } from '../../server/editions/cannes-2026.ts'
import type { TextId, WorkshopId } from '../../shared/model/ids.ts'
import type { WorkshopTextKind } from '../../shared/model/workshop.ts'
import type { DraftView, VersionView } from '../../shared/protocol/views.ts'
import type { WorkshopsView, WorkshopTextView } from '../../shared/protocol/workshop-views.ts'
import { insertWords } from './negotiation.ts'
import { createTestRoom, type TestRoom } from './test-app.ts'
import { type Actor, TEST_TEMPLATE } from './test-edition.ts'

export async function createWorkshopRoom(
  options: { readonly dueAt?: string } = {},
): Promise<TestRoom & { readonly first: WorkshopId }> {
  const due = options.dueAt ? { at: options.dueAt, zone: 'Europe/Paris' } : null
  const stages = TEST_TEMPLATE.stages.map(stage => (stage.turn === 'leads' ? { ...stage, due } : stage))
  const room = await createTestRoom({
    template: { ...TEST_TEMPLATE, stages, workshops: workshopTemplates },
  })
  const first = room.edition.workshops.get(1)!
  for (const actor of ['fraLead', 'japLead'] as const) {
    const { id } = room.edition.people[actor].mandate!
    await room.deps.db.updateTable('mandates').set({ workshop_id: first }).where('id', '=', id).execute()
  }
  return Object.assign(room, { first })
}

export function workshopsFor(room: TestRoom, actor: Actor): Promise<WorkshopsView> {
  return room.get(actor, 'GET /api/workshops', {})
}

/** A text of the first workshop. */
export async function workshopText(
  room: TestRoom,
  actor: Actor,
  kind: WorkshopTextKind = 'workshop-summary',
): Promise<WorkshopTextView> {
  const { workshops } = await workshopsFor(room, actor)
  return workshops[0]!.texts.find(({ text }) => text.kind === kind)!
}

export function openWorkshopDraft(room: TestRoom, actor: Actor, text: TextId): Promise<DraftView> {
  return room.get(actor, 'POST /api/texts/:id/draft', { params: { id: text } })
}

/** The lead writes both languages under the first heading and submits. */
export async function submitSummary(
  room: TestRoom,
  actor: Actor,
  fr = 'Nous avons parlé d’emploi. ',
  ja = '雇用について話し合った。',
): Promise<VersionView> {
  const { text } = await workshopText(room, actor)
  const draft = await openWorkshopDraft(room, actor, text.id)
  const by = room.edition.people[actor].mandate!.id
  await room.sync.edit(draft.draft.id, by, insertWords(2, fr, ja))
  return submitDraft(room, actor, draft)
}

export async function submitDraft(room: TestRoom, actor: Actor, { draft }: DraftView): Promise<VersionView> {
  const params = { id: draft.id }
  const { sha256 } = await room.get(actor, 'GET /api/drafts/:id/submission', { params })
  return room.get(actor, 'POST /api/drafts/:id/submission', {
    params,
    body: { sha256, note: { fr: '', ja: '' } },
  })
}
