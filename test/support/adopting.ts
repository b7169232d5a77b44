/** From nothing to an adopted text, through the routes, with the chairs of both sides. */
import { plainText, unitsOf } from '../../shared/model/bilingual-text.ts'
import { correctedText } from '../../shared/model/corrigendum.ts'
import type { Place } from '../../shared/model/thread.ts'
import type { AdoptionView } from '../../shared/protocol/adoption-views.ts'
import type { DraftView, VersionView } from '../../shared/protocol/views.ts'
import { consentTo } from './agreeing.ts'
import { openDraft, transmitV1 } from './negotiation.ts'
import type { Answer, TestRoom } from './test-app.ts'
import type { Actor } from './test-edition.ts'

const CHAIRS = ['fraChair', 'japChair'] as const

const declarationOf = (room: TestRoom) => ({ id: room.edition.declaration })

export function adoptionAs(room: TestRoom, actor: Actor): Promise<AdoptionView> {
  return room.get(actor, 'GET /api/texts/:id/adoption', { params: declarationOf(room) })
}

/** V1 is there, and the organiser has opened the stage that adopts: its joint draft continues V1. */
export async function openAdoption(room: TestRoom): Promise<{ v1: VersionView; draft: DraftView }> {
  const { v1 } = await transmitV1(room)
  const stage = room.edition.stages.find(({ adopts }) => adopts)!
  await room.get('organiser', 'POST /api/stages/:id/open', { params: { id: stage.id } })
  return { v1, draft: await openDraft(room, 'japDrafter') }
}

/** Both chairs consent to every unit of the joint draft as it reads. */
export async function agreeOnAll(room: TestRoom, { draft }: DraftView): Promise<void> {
  const place: Place = `draft:${draft.id}`
  for (const chair of CHAIRS) await consentTo(room, chair, place)
}

/** As `openAdoption`, with nothing left in the way. */
export async function readyToSeal(room: TestRoom): Promise<{ v1: VersionView; draft: DraftView }> {
  const opened = await openAdoption(room)
  await agreeOnAll(room, opened.draft)
  return opened
}

/** Seals what the actor reads now; `sha256` for what it read before. */
export async function sealAs(
  room: TestRoom,
  actor: Actor,
  sha256?: string,
): Promise<Answer<'POST /api/texts/:id/seals'>> {
  const read = sha256 ?? (await adoptionAs(room, actor)).readiness?.sha256 ?? '0'.repeat(64)
  return room.call(actor, 'POST /api/texts/:id/seals', {
    params: declarationOf(room),
    body: { sha256: read },
  })
}

/** The adopted text, with the version it was adopted as. */
export async function adopt(
  room: TestRoom,
): Promise<{ v1: VersionView; draft: DraftView; version: VersionView }> {
  const ready = await readyToSeal(room)
  for (const chair of CHAIRS) {
    const answer = await sealAs(room, chair)
    if (!answer.ok) throw new Error(`${chair} cannot seal: ${answer.refusal} ${answer.detail ?? ''}`)
  }
  return { ...ready, version: (await adoptionAs(room, 'fraChair')).adopted!.version }
}

/** A chair asks for other words in the nth unit of the text as corrected so far. */
export async function askForCorrigendum(
  room: TestRoom,
  actor: Actor,
  index: number,
  change: { readonly fr?: (words: string) => string; readonly ja?: (words: string) => string },
): Promise<Answer<'POST /api/texts/:id/corrigenda'>> {
  const { adopted } = await adoptionAs(room, 'organiser')
  const { content } = await room.get('organiser', 'GET /api/versions/:id', {
    params: { id: adopted!.version.id },
  })
  const unit = unitsOf(correctedText(content, adopted!.corrigenda))[index]!
  const before = { fr: unit.fr.map(plainText), ja: unit.ja.map(plainText) }
  const same = (words: string) => words
  return room.call(actor, 'POST /api/texts/:id/corrigenda', {
    params: declarationOf(room),
    body: {
      units: [
        {
          unit: unit.id,
          before,
          after: { fr: before.fr.map(change.fr ?? same), ja: before.ja.map(change.ja ?? same) },
        },
      ],
      reason: { fr: 'Coquille.', ja: '誤記のため。' },
    },
  })
}
