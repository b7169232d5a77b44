/** What a side decided on the amendments of an answer, and the decisions that left with a version. */
import type { Selectable } from 'kysely'
import type { Carried } from '../../shared/compare/decide.ts'
import type { AmendmentKey, Outcome, TransmittedDecisions } from '../../shared/model/amendment.ts'
import type { DraftId, MandateId, TextId, VersionId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** A decision that holds, in a draft that has not left yet. */
export type Decision = {
  readonly id: string
  readonly draft: DraftId
  readonly answer: VersionId
  readonly amendment: AmendmentKey
  readonly outcome: Outcome
  readonly reason: BilingualLabel | null
  readonly carried: Carried | null
  readonly by: MandateId
  readonly at: string
}

export async function insertDecision(db: Database, decision: Decision): Promise<void> {
  await db
    .insertInto('decisions')
    .values({
      id: decision.id,
      draft_id: decision.draft,
      answer_version_id: decision.answer,
      amendment: decision.amendment,
      outcome: decision.outcome,
      reason: decision.reason && toJson(decision.reason),
      carried: decision.carried && toJson(decision.carried),
      mandate_id: decision.by,
      decided_at: decision.at,
      withdrawn_at: null,
    })
    .execute()
}

/** The decisions that hold for these amendments hold no longer; their rows stay as a trace. */
export async function withdrawDecisions(
  db: Database,
  draft: DraftId,
  amendments: readonly AmendmentKey[],
  at: string,
): Promise<void> {
  if (!amendments.length) return
  await db
    .updateTable('decisions')
    .set({ withdrawn_at: at })
    .where('draft_id', '=', draft)
    .where('amendment', 'in', amendments)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** The decisions that hold in a draft on one answer, the last one of each amendment. */
export async function decisionsOf(db: Database, draft: DraftId, answer: VersionId): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('draft_id', '=', draft)
    .where('answer_version_id', '=', answer)
    .where('withdrawn_at', 'is', null)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return [...new Map(rows.map(row => [row.amendment, rowToDecision(row)])).values()]
}

/** `canonical` is the canonical JSON of TransmittedDecisions, `sha256` that of its UTF-8 bytes. */
export type VersionDecisions = {
  readonly version: VersionId
  readonly answer: VersionId
  readonly canonical: string
  readonly sha256: string
}

export type StoredDecisions = VersionDecisions & { readonly content: TransmittedDecisions }

export async function insertVersionDecisions(db: Database, decisions: VersionDecisions): Promise<void> {
  await db
    .insertInto('version_decisions')
    .values({
      version_id: decisions.version,
      answer_version_id: decisions.answer,
      canonical: decisions.canonical,
      sha256: decisions.sha256,
    })
    .execute()
}

/** Of the versions of a text. */
export async function decisionsOfText(
  db: Database,
  text: TextId,
): Promise<ReadonlyMap<VersionId, StoredDecisions>> {
  const rows = await db
    .selectFrom('version_decisions')
    .innerJoin('versions', 'versions.id', 'version_decisions.version_id')
    .selectAll('version_decisions')
    .where('versions.text_id', '=', text)
    .execute()
  return new Map(rows.map(row => [row.version_id as VersionId, rowToStored(row)]))
}

function rowToStored(row: Selectable<Tables['version_decisions']>): StoredDecisions {
  return {
    version: row.version_id as VersionId,
    answer: row.answer_version_id as VersionId,
    canonical: row.canonical,
    sha256: row.sha256,
    content: fromJson(row.canonical),
  }
}

function rowToDecision(row: Selectable<Tables['decisions']>): Decision {
  return {
    id: row.id,
    draft: row.draft_id as DraftId,
    answer: row.answer_version_id as VersionId,
    amendment: row.amendment,
    outcome: row.outcome as Outcome,
    reason: row.reason === null ? null : fromJson(row.reason),
    carried: row.carried === null ? null : fromJson(row.carried),
    by: row.mandate_id as MandateId,
    at: row.decided_at,
  }
}
