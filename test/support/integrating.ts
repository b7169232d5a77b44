/** From an accepted summary into the declaration, for tests that begin in the middle of that way. */
import { isToBeTreated } from '../../shared/integrate/coverage.ts'
import { plainText, unitsOf } from '../../shared/model/bilingual-text.ts'
import type { StageId, UnitId } from '../../shared/model/ids.ts'
import type { CoverageView, ProposalsView, ProposalView } from '../../shared/protocol/integration-views.ts'
import type { VersionView } from '../../shared/protocol/views.ts'
import { declarationOf } from './negotiation.ts'
import type { TestRoom } from './test-app.ts'
import type { Actor } from './test-edition.ts'
import { submitSummary } from './workshops.ts'

export const REJECTION = { fr: 'Déjà dit dans le préambule.', ja: '前文で既に述べられているため。' }

/** Written and submitted by the leads, accepted by the secretariat. Each call is a further version. */
export async function acceptedSummary(room: TestRoom, fr?: string, ja?: string): Promise<VersionView> {
  const version = await submitSummary(room, 'fraLead', fr, ja)
  await room.get('organiser', 'POST /api/versions/:id/review', {
    params: { id: version.id },
    body: { outcome: 'accepted', reason: null },
  })
  return version
}

/** The units of a version that are to be treated. */
export async function unitsToTreat(room: TestRoom, { id }: Pick<VersionView, 'id'>): Promise<UnitId[]> {
  const { content } = await room.get('organiser', 'GET /api/versions/:id', { params: { id } })
  return unitsOf(content)
    .filter(isToBeTreated)
    .map(({ id: unit }) => unit)
}

/** Opens the first stage of the plan in which it is this turn. */
export async function openTurn(room: TestRoom, turn: 'joint' | 'fra' | 'jap' | 'leads'): Promise<StageId> {
  const { stages } = await room.get('organiser', 'GET /api/edition', {})
  const stage = stages.find(each => each.turn === turn)!
  room.wait({ minutes: 1 })
  await room.get('organiser', 'POST /api/stages/:id/open', { params: { id: stage.id } })
  return stage.id
}

/** All units of the version go to the end of the text, in order. */
export async function takeIn(
  room: TestRoom,
  actor: Actor,
  version: Pick<VersionView, 'id'>,
  after: string | null = null,
) {
  return room.get(actor, 'POST /api/texts/:id/integration', {
    params: declarationOf(room),
    body: { version: version.id, units: await unitsToTreat(room, version), after },
  })
}

export function proposalsOf(room: TestRoom, actor: Actor = 'fraDrafter'): Promise<ProposalsView> {
  return room.get(actor, 'GET /api/texts/:id/proposals', { params: declarationOf(room) })
}

export async function decideAs(
  room: TestRoom,
  actor: Actor,
  { id, revision }: Pick<ProposalView, 'id' | 'revision'>,
  outcome: 'accepted' | 'rejected' = 'accepted',
) {
  room.wait({ ms: 1 })
  return room.get(actor, 'POST /api/proposals/:id/decision', {
    params: { id },
    body: { outcome, revision, reason: outcome === 'rejected' ? REJECTION : null },
  })
}

export function coverageFor(room: TestRoom, actor: Actor): Promise<CoverageView> {
  return room.get(actor, 'GET /api/coverage', {})
}

/** The words of each French paragraph, in order. */
export function frenchOf(text: { readonly fr: readonly Parameters<typeof plainText>[0][] }): string[] {
  return text.fr.map(block => plainText(block))
}
