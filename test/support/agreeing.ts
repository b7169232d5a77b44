/** Consents in a room of tests. */
import type { ConsentKind } from '../../shared/model/agreement.ts'
import type { Stage } from '../../shared/model/edition.ts'
import type { Place } from '../../shared/model/thread.ts'
import type { AgreementView } from '../../shared/protocol/agreement-views.ts'
import type { Answer, TestRoom } from './test-app.ts'
import type { Actor } from './test-edition.ts'

export function agreementAt(room: TestRoom, actor: Actor, place: Place): Promise<AgreementView> {
  return room.get(actor, 'GET /api/texts/:id/agreement', {
    params: { id: room.edition.declaration },
    query: { place },
  })
}

/** Consents to the nth units as the actor reads them now, or to all. */
export async function consentTo(
  room: TestRoom,
  actor: Actor,
  place: Place,
  indices: readonly number[] | 'all' = 'all',
  kind: ConsentKind = 'agreed',
): Promise<Answer<'POST /api/texts/:id/consents'>> {
  const { units } = await agreementAt(room, actor, place)
  const chosen = units.filter((_, index) => indices === 'all' || indices.includes(index))
  return room.call(actor, 'POST /api/texts/:id/consents', {
    params: { id: room.edition.declaration },
    body: { place, units: chosen.map(({ unit, pair }) => ({ unit, pair })), kind },
  })
}

/** The plan says that a stage which is over has confirmed the essential content, or no longer says so. */
export async function confirmEssential(room: TestRoom, confirms = true): Promise<void> {
  const { stages } = await room.get('organiser', 'GET /api/edition', {})
  const done = stages.find(({ state }) => state === 'done')!
  await room.get('organiser', 'PUT /api/stages/:id', {
    params: { id: done.id },
    body: { ...bodyOf(done), confirmsEssential: confirms },
  })
}

function bodyOf({
  name,
  turn,
  versionLabel,
  startsFrom,
  due,
  dueStatus,
  evidence,
  confirmsEssential,
}: Stage) {
  return { name, turn, versionLabel, startsFrom, due, dueStatus, evidence, confirmsEssential }
}

/** Declares the nth units unchanged since a version. */
export async function consentUnchanged(
  room: TestRoom,
  actor: Actor,
  place: Place,
  since: string,
  indices: readonly number[],
): Promise<Answer<'POST /api/texts/:id/consents'>> {
  const { units } = await agreementAt(room, actor, place)
  const chosen = indices.map(index => units[index]!).map(({ unit, pair }) => ({ unit, pair }))
  return room.call(actor, 'POST /api/texts/:id/consents', {
    params: { id: room.edition.declaration },
    body: { place, units: chosen, kind: 'agreed', claim: { kind: 'unchanged', since } },
  })
}
