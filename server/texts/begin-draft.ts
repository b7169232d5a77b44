/** [R2] [R3] Beginning the draft of the current stage: once, from the version the stage says. */
import type { Audience } from '../../shared/model/bilingual-text.ts'
import type { Draft, Stage } from '../../shared/model/edition.ts'
import type { MandateId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { blankText, newDocumentState } from '../../shared/schema/y-write.ts'
import type { Deps } from '../app.ts'
import type { Refusal } from '../http/respond.ts'
import { has } from '../policies/membership.ts'
import {
  actingMandate,
  draftAudience,
  mayBeginDraft,
  mayBeginWorkshopDraft,
  mayReadDraft,
} from '../policies/policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { draftHasContent, insertDraft, openDrafts } from '../store/drafts.ts'
import { findCurrentStage } from '../store/stages.ts'
import { findText } from '../store/texts.ts'
import { findStoredVersion, versionsOfText } from '../store/versions.ts'
import { startingVersion } from '../transmission/starting-version.ts'
import { templateOf } from '../workshops/text-templates.ts'
import { refuseAdopted } from './refuse-adopted.ts'
import type { TextDeps } from './text-deps.ts'
import type { TextSituation } from './text-situation.ts'

/**
 * The draft of the current stage, begun now if there is none. To those who may not have it the answer
 * depends on the plan alone, never on whether a draft exists.
 */
export async function beginDraft(
  deps: Deps,
  situation: TextSituation,
  mandates: readonly Mandate[],
): Promise<Draft | Refusal> {
  const { current, text } = situation
  if (text.kind !== 'declaration') return beginWorkshopDraft(deps, situation, mandates)
  const adopted = refuseAdopted(text)
  if (adopted) return adopted
  const audience = current && draftAudience(current)
  if (!current || !audience) return { refusal: 'not-your-turn' }
  if (!mayReadDraft(mandates, text, { audience }))
    return { refusal: has(mandates, ['chair', 'drafter', 'reviewer']) ? 'not-your-turn' : 'not-allowed' }
  const found = situation.openDrafts.find(draft => isOf(draft, current, audience))
  if (found) return found
  if (!mayBeginDraft(mandates, text, current)) return { refusal: 'not-allowed' }
  return makeDraft(deps, situation, current, audience, actingMandate(mandates, text, { audience })!)
}

/** [W1] The one draft of a workshop's text, shared between its leads; it continues what was submitted last. */
async function beginWorkshopDraft(
  { db, clock, newId, events }: Deps,
  { text, openDrafts: open, versions }: TextSituation,
  mandates: readonly Mandate[],
): Promise<Draft | Refusal> {
  const audience = 'joint'
  if (!mayReadDraft(mandates, text, { audience })) return { refusal: 'not-allowed' }
  if (open[0]) return open[0]
  if (!mayBeginWorkshopDraft(mandates, text)) return { refusal: 'not-allowed' }
  const made = await db.transaction().execute(async trx => {
    const existing = (await openDrafts(trx, text.id))[0]
    if (existing) return existing
    const base = versions.at(-1)?.id ?? null
    const draft: Draft = {
      ...{ id: newId('draft'), text: text.id, audience, stage: null, base },
      ...{ createdAt: clock(), closedAt: null },
    }
    await insertDraft(trx, draft)
    return draft
  })
  events.publish({ topic: 'texts', subject: text.id }, audience)
  return made
}

/** The draft's row, unless another request has just made it: then that one. */
async function makeDraft(
  { db, clock, newId, events }: Deps,
  { text }: TextSituation,
  stage: Stage,
  audience: Audience,
  by: Mandate,
): Promise<Draft | Refusal> {
  const made = await db.transaction().execute(async trx => {
    const now = clock()
    const current = await findCurrentStage(trx, text.edition)
    if (current?.id !== stage.id) return { refusal: 'stage-not-current' } as const
    const existing = (await openDrafts(trx, text.id)).find(draft => isOf(draft, stage, audience))
    if (existing) return existing
    const base = startingVersion(await versionsOfText(trx, text.id), audience, stage.startsFrom)
    const draft: Draft = {
      id: newId('draft'),
      text: text.id,
      audience,
      stage: stage.id,
      base: base?.id ?? null,
      createdAt: now,
      closedAt: null,
    }
    await insertDraft(trx, draft)
    await recordAct(trx, {
      edition: text.edition,
      at: now,
      mandate: by.id,
      audience,
      kind: 'draft-opened',
      detail: labelDetail('stage', stage.name),
    })
    return draft
  })
  if (!('refusal' in made)) events.publish({ topic: 'texts', subject: text.id }, audience)
  return made
}

/**
 * Puts the first content into a draft that has none: the public state of its base, or a blank page. Separate
 * from making the row, because the log writes through a connection of its own; if the process ends in
 * between, the next opening comes here again.
 */
export async function fillDraft(
  { db, sync, newId, oneAtATime }: TextDeps,
  draft: Draft,
  by: MandateId,
): Promise<void> {
  await oneAtATime(`fill ${draft.id}`, async () => {
    if (draft.closedAt !== null || (await draftHasContent(db, draft.id))) return
    const base = draft.base && (await findStoredVersion(db, draft.base))
    const text = base ? undefined : await findText(db, draft.text)
    const first = text ? templateOf(text, () => newId('block')) : blankText(() => newId('block'))
    await sync.begin(draft.id, base ? base.state : newDocumentState(first), by)
  })
}

function isOf(draft: Draft, stage: Stage, audience: Audience): boolean {
  return draft.stage === stage.id && draft.audience === audience
}
