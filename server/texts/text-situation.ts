/** All that is known about one text, gathered once per request; presenters and services look nothing else up. */
import type { Draft, Edition, Fact, Stage, Text } from '../../shared/model/edition.ts'
import type { MandateId, VersionId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { type AbilityFacts, mayReadDraft, mayReadVersion } from '../policies/policies.ts'
import type { Database } from '../store/database.ts'
import { decisionsOfText, type StoredDecisions } from '../store/decisions.ts'
import { draftsOfText } from '../store/drafts.ts'
import { listFacts } from '../store/facts.ts'
import { listMandates } from '../store/people.ts'
import { listStages } from '../store/stages.ts'
import {
  openingsOfText,
  type Receipt,
  receiptsOfText,
  type VersionRecord,
  versionsOfText,
} from '../store/versions.ts'

export type TextSituation = {
  readonly edition: Edition
  readonly text: Text
  readonly stages: readonly Stage[]
  readonly current: Stage | null
  readonly facts: readonly Fact[]
  /** Of every side: pass them through `versionsFor`. By number. */
  readonly versions: readonly VersionRecord[]
  readonly receipts: readonly Receipt[]
  readonly openings: ReadonlyMap<VersionId, string>
  /** That left with versions, by the version; the answer that they are on may be hidden from a reader. */
  readonly decisions: ReadonlyMap<VersionId, StoredDecisions>
  /** Of every audience: pass them through `draftFor` or `pastDraftsFor`. The newest first. */
  readonly openDrafts: readonly Draft[]
  readonly closedDrafts: readonly Draft[]
  /** Ended mandates too: authorship stays. */
  readonly mandates: ReadonlyMap<MandateId, Mandate>
}

export async function readTextSituation(db: Database, edition: Edition, text: Text): Promise<TextSituation> {
  const stages = await listStages(db, edition.id)
  const drafts = await draftsOfText(db, text.id)
  return {
    edition,
    text,
    stages,
    current: stages.find(stage => stage.state === 'current') ?? null,
    facts: await listFacts(db, edition.id),
    versions: await versionsOfText(db, text.id),
    receipts: await receiptsOfText(db, text.id),
    openings: await openingsOfText(db, text.id),
    decisions: await decisionsOfText(db, text.id),
    openDrafts: drafts.filter(draft => draft.closedAt === null),
    closedDrafts: drafts.filter(draft => draft.closedAt !== null),
    mandates: new Map((await listMandates(db, edition.id)).map(mandate => [mandate.id, mandate])),
  }
}

/** The versions that these mandates may read. */
export function versionsFor(situation: TextSituation, mandates: readonly Mandate[]): VersionRecord[] {
  return situation.versions.filter(version => mayReadVersion(mandates, versionFacts(situation, version)))
}

/** The open draft that these mandates may read: the current stage's if there is one, else the newest. */
export function draftFor(situation: TextSituation, mandates: readonly Mandate[]): Draft | null {
  const readable = situation.openDrafts.filter(draft => mayReadDraft(mandates, situation.text, draft))
  return readable.find(draft => draft.stage === situation.current?.id) ?? readable[0] ?? null
}

/** Every draft that these mandates may read, closed ones too, the newest first. */
export function draftsFor(situation: TextSituation, mandates: readonly Mandate[]): Draft[] {
  return [...situation.openDrafts, ...situation.closedDrafts]
    .filter(draft => mayReadDraft(mandates, situation.text, draft))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
}

/** The closed drafts that these mandates may read: a side keeps the history of what it transmitted. */
export function pastDraftsFor(situation: TextSituation, mandates: readonly Mandate[]): Draft[] {
  return situation.closedDrafts.filter(draft => mayReadDraft(mandates, situation.text, draft))
}

/** The version that a closed draft became: made in the same transaction as the draft was closed. */
export function versionOfDraft(situation: TextSituation, draft: Draft): VersionRecord | undefined {
  return situation.versions.find(
    ({ stage, madeAt, side }) =>
      stage === draft.stage && madeAt === draft.closedAt && (side ?? 'joint') === draft.audience,
  )
}

export function stageOf(situation: TextSituation, draft: Pick<Draft, 'stage'>): Stage | null {
  return situation.stages.find(stage => stage.id === draft.stage) ?? null
}

export function versionFacts(situation: TextSituation, version: VersionRecord) {
  return {
    origin: version.origin,
    side: version.side,
    openedToLargeCommittee: situation.openings.has(version.id),
    receipt: receiptOf(situation, version) ?? null,
  }
}

export function receiptOf(situation: TextSituation, version: VersionRecord): Receipt | undefined {
  return situation.receipts.find(receipt => receipt.version === version.id)
}

/** What the abilities of these mandates depend on, seen with their eyes: `draft` is one they may read. */
export function abilityFacts(
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft = draftFor(situation, mandates),
): AbilityFacts {
  return {
    edition: situation.edition,
    text: situation.text,
    stage: situation.current,
    draft,
    draftStage: draft && stageOf(situation, draft),
    versions: versionsFor(situation, mandates).map(version => versionFacts(situation, version)),
  }
}
