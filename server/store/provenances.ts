/** [W3] Where units of the declaration come from. Rows of every draft: the caller shows what the reader may know. */
import type {
  MandateId,
  ProposalId,
  ProvenanceId,
  TextId,
  UnitId,
  VersionId,
} from '../../shared/model/ids.ts'
import type { Provenance, SourceDismissal } from '../../shared/model/proposal.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'

export async function insertProvenance(db: Database, provenance: Provenance): Promise<void> {
  const { source } = provenance
  await db
    .insertInto('provenances')
    .values({
      id: provenance.id,
      text_id: provenance.text,
      draft_id: provenance.draft,
      unit: provenance.unit,
      words: toJson(provenance.words),
      source_version_id: source.version,
      source_units: toJson(source.units),
      sha256: source.sha256,
      proposal_id: provenance.proposal,
      replaces: provenance.replaces,
      mandate_id: provenance.by,
      at: provenance.at,
      ended_at: provenance.endedAt,
    })
    .execute()
}

/** The oldest first; those that were undone too. */
export async function provenancesOfText(db: Database, text: TextId): Promise<Provenance[]> {
  const rows = await db
    .selectFrom('provenances')
    .selectAll()
    .where('text_id', '=', text)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id as ProvenanceId,
    text: row.text_id as TextId,
    draft: row.draft_id,
    unit: row.unit as UnitId,
    words: fromJson(row.words),
    source: {
      version: row.source_version_id as VersionId,
      units: fromJson(row.source_units),
      sha256: row.sha256,
    },
    proposal: row.proposal_id as ProposalId | null,
    replaces: row.replaces as ProvenanceId | null,
    by: row.mandate_id as MandateId,
    at: row.at,
    endedAt: row.ended_at,
  }))
}

/** Those that a proposal brought, when it is undone. */
export async function endProvenancesOf(db: Database, proposal: ProposalId, at: string): Promise<void> {
  await db
    .updateTable('provenances')
    .set({ ended_at: at })
    .where('proposal_id', '=', proposal)
    .where('ended_at', 'is', null)
    .execute()
}

export async function insertDismissal(db: Database, dismissal: SourceDismissal): Promise<void> {
  await db
    .insertInto('source_dismissals')
    .values({
      provenance_id: dismissal.provenance,
      draft_id: dismissal.draft,
      sha256: dismissal.sha256,
      reason: toJson(dismissal.reason),
      mandate_id: dismissal.by,
      at: dismissal.at,
    })
    .execute()
}

export async function dismissalsOfText(db: Database, text: TextId): Promise<SourceDismissal[]> {
  const rows = await db
    .selectFrom('source_dismissals')
    .innerJoin('provenances', 'provenances.id', 'source_dismissals.provenance_id')
    .selectAll('source_dismissals')
    .where('provenances.text_id', '=', text)
    .orderBy('source_dismissals.at')
    .execute()
  return rows.map(row => ({
    provenance: row.provenance_id as ProvenanceId,
    draft: row.draft_id,
    sha256: row.sha256,
    reason: fromJson(row.reason),
    by: row.mandate_id as MandateId,
    at: row.at,
  }))
}
