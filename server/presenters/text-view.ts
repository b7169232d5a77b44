/** A text, its draft and its versions as the reader may see them. */
import { OUTCOMES } from '../../shared/model/amendment.ts'
import { countBy } from '../../shared/model/count-by.ts'
import type { Draft, Stage } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { DraftView, TextView, VersionView } from '../../shared/protocol/views.ts'
import {
  abilitiesOf,
  draftAudience,
  mayBeginDraft,
  mayBeginWorkshopDraft,
  mayWriteDraft,
} from '../policies/policies.ts'
import type { VersionRecord } from '../store/versions.ts'
import {
  abilityFacts,
  draftFor,
  pastDraftsFor,
  receiptOf,
  stageOf,
  type TextSituation,
  versionOfDraft,
  versionsFor,
} from '../texts/text-situation.ts'
import { startingVersion } from '../transmission/starting-version.ts'

export function textView(situation: TextSituation, mandates: readonly Mandate[]): TextView {
  const { text } = situation
  const draft = draftFor(situation, mandates)
  return {
    text,
    abilities: abilitiesOf(mandates, abilityFacts(situation, mandates)),
    draft,
    mayBeginFrom: beginningOf(situation, mandates, draft),
    pastDrafts: pastDraftsFor(situation, mandates).map(past => ({
      draft: past.id,
      version: versionOfDraft(situation, past)?.id ?? null,
    })),
    versions: versionsFor(situation, mandates).map(version => versionView(situation, mandates, version)),
  }
}

export function draftView(
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
  epoch: string,
): DraftView {
  const stage = stageOf(situation, draft)
  const base = situation.versions.find(version => version.id === draft.base)
  return {
    draft,
    text: situation.text,
    stage,
    base: base ? versionView(situation, mandates, base) : null,
    access: mayWriteDraft(mandates, situation.text, draft, stage) ? 'write' : 'read',
    abilities: abilitiesOf(mandates, abilityFacts(situation, mandates, draft)),
    facts: situation.facts,
    epoch,
  }
}

/**
 * The reader must be one who may read the version; its base, and the answer that it decided on, are only named to
 * one who may read those.
 */
export function versionView(
  situation: TextSituation,
  mandates: readonly Mandate[],
  version: VersionRecord,
): VersionView {
  const { id, text, number, label, origin, side, stage, sha256, coverNote, madeBy, madeAt, due, late } =
    version
  const receipt = receiptOf(situation, version)
  const readable = versionsFor(situation, mandates)
  const mayKnowBase = readable.some(other => other.id === version.base)
  const decisions = situation.decisions.get(id)
  const mayKnowDecisions = readable.some(other => other.id === decisions?.answer)
  return {
    // Field by field: a stored version given by mistake would bring its state along.
    ...{ id, text, number, label, origin, side, stage, sha256, coverNote, madeAt, due, late },
    base: mayKnowBase ? version.base : null,
    madeBy: (madeBy && situation.mandates.get(madeBy)?.title) ?? null,
    receipt: receipt ? { at: receipt.at, by: titleOf(situation, receipt.by) } : null,
    openedToLargeCommittee: situation.openings.has(version.id),
    decisions:
      decisions && mayKnowDecisions
        ? {
            answer: decisions.answer,
            sha256: decisions.sha256,
            counts: countBy(OUTCOMES, decisions.content.decisions, ({ outcome }) => outcome),
          }
        : null,
  }
}

function beginningOf(
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft | null,
): TextView['mayBeginFrom'] {
  const { text, current, versions } = situation
  if (text.kind !== 'declaration')
    return !draft && mayBeginWorkshopDraft(mandates, text) ? { base: versions.at(-1)?.id ?? null } : null
  return current && !isDraftOf(draft, current) ? beginning(situation, mandates, current) : null
}

function isDraftOf(draft: Draft | null, stage: Stage): boolean {
  return draft !== null && draft.stage === stage.id
}

function beginning(
  situation: TextSituation,
  mandates: readonly Mandate[],
  stage: Stage,
): TextView['mayBeginFrom'] {
  const audience = draftAudience(stage)
  if (audience === null || !mayBeginDraft(mandates, situation.text, stage)) return null
  return { base: startingVersion(situation.versions, audience, stage.startsFrom)?.id ?? null }
}

function titleOf(situation: TextSituation, mandate: Mandate['id']) {
  const found = situation.mandates.get(mandate)
  if (!found) throw new Error(`no mandate ${mandate}`)
  return found.title
}
