/** [W3] Amendments from workshops: their wordings, and what each side says of them. */
import type { Selectable } from 'kysely'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type {
  MandateId,
  ProposalId,
  ProvenanceId,
  StageId,
  TextId,
  UnitId,
  VersionId,
} from '../../shared/model/ids.ts'
import type { Proposal, ProposalDecision, ProposalOutcome, UnitWords } from '../../shared/model/proposal.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

export type NewProposal = Omit<Proposal, 'revision' | 'withdrawnAt' | 'carried'>

/** With its first wording. Call it in a transaction. */
export async function insertProposal(db: Database, proposal: NewProposal): Promise<void> {
  const { id, source, words, base } = proposal
  const last = await db
    .selectFrom('proposals')
    .select('position')
    .where('stage_id', '=', proposal.stage)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('proposals')
    .values({
      id,
      text_id: proposal.text,
      stage_id: proposal.stage,
      position: (last?.position ?? 0) + 1,
      source_version_id: source.version,
      source_units: toJson(source.units),
      sha256: source.sha256,
      unit: proposal.unit,
      after_unit: proposal.after,
      above: toJson(proposal.above),
      replaces: proposal.replaces,
      mandate_id: proposal.by,
      at: proposal.at,
      withdrawn_at: null,
      carried: null,
    })
    .execute()
  await insertWording(db, id, 1, words, base, proposal.by, proposal.at)
}

export async function insertWording(
  db: Database,
  proposal: ProposalId,
  revision: number,
  words: UnitWords,
  base: UnitWords | null,
  by: MandateId,
  at: string,
): Promise<void> {
  await db
    .insertInto('proposal_wordings')
    .values({
      proposal_id: proposal,
      revision,
      words: toJson(words),
      base: base && toJson(base),
      mandate_id: by,
      at,
    })
    .execute()
}

/** Of all stages, in the order in which they were made, each with its last wording. */
export async function proposalsOfText(db: Database, text: TextId): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('proposals')
    .selectAll()
    .where('text_id', '=', text)
    .orderBy('at')
    .orderBy('position')
    .execute()
  const wordings = await db
    .selectFrom('proposal_wordings')
    .innerJoin('proposals', 'proposals.id', 'proposal_wordings.proposal_id')
    .selectAll('proposal_wordings')
    .where('proposals.text_id', '=', text)
    .orderBy('revision')
    .execute()
  const last = new Map(wordings.map(wording => [wording.proposal_id, wording]))
  return rows.map(row => rowToProposal(row, last.get(row.id)!))
}

/** Taken back by those who proposed it. */
export async function withdrawProposal(db: Database, id: ProposalId, at: string): Promise<void> {
  await db.updateTable('proposals').set({ withdrawn_at: at }).where('id', '=', id).execute()
}

export async function setCarried(db: Database, id: ProposalId, carried: Proposal['carried']): Promise<void> {
  await db
    .updateTable('proposals')
    .set({ carried: carried && toJson(carried) })
    .where('id', '=', id)
    .execute()
}

/** On every wording, the oldest first; those that were taken back too. */
export async function decisionsOnProposals(db: Database, text: TextId): Promise<ProposalDecision[]> {
  const rows = await db
    .selectFrom('proposal_decisions')
    .innerJoin('proposals', 'proposals.id', 'proposal_decisions.proposal_id')
    .selectAll('proposal_decisions')
    .where('proposals.text_id', '=', text)
    .orderBy('proposal_decisions.at')
    .orderBy('proposal_decisions.id')
    .execute()
  return rows.map(row => ({
    proposal: row.proposal_id as ProposalId,
    side: row.side as Side,
    revision: row.revision,
    outcome: row.outcome as ProposalOutcome,
    reason: row.reason === null ? null : fromJson(row.reason),
    by: row.mandate_id as MandateId,
    at: row.at,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** In place of what the side said before of this proposal. Call it in a transaction. */
export async function insertProposalDecision(
  db: Database,
  id: string,
  decision: Omit<ProposalDecision, 'withdrawnAt'>,
): Promise<void> {
  await withdrawProposalDecision(db, decision.proposal, decision.side, decision.at)
  await db
    .insertInto('proposal_decisions')
    .values({
      id,
      proposal_id: decision.proposal,
      side: decision.side,
      revision: decision.revision,
      outcome: decision.outcome,
      reason: decision.reason && toJson(decision.reason),
      mandate_id: decision.by,
      at: decision.at,
      withdrawn_at: null,
    })
    .execute()
}

export async function withdrawProposalDecision(
  db: Database,
  proposal: ProposalId,
  side: Side,
  at: string,
): Promise<void> {
  await db
    .updateTable('proposal_decisions')
    .set({ withdrawn_at: at })
    .where('proposal_id', '=', proposal)
    .where('side', '=', side)
    .where('withdrawn_at', 'is', null)
    .execute()
}

function rowToProposal(
  row: Selectable<Tables['proposals']>,
  wording: Selectable<Tables['proposal_wordings']>,
): Proposal {
  return {
    id: row.id as ProposalId,
    text: row.text_id as TextId,
    stage: row.stage_id as StageId,
    source: {
      version: row.source_version_id as VersionId,
      units: fromJson(row.source_units),
      sha256: row.sha256,
    },
    unit: row.unit as UnitId,
    base: wording.base === null ? null : fromJson(wording.base),
    after: row.after_unit as UnitId | null,
    above: fromJson(row.above),
    replaces: row.replaces as ProvenanceId | null,
    revision: wording.revision,
    words: fromJson(wording.words),
    by: row.mandate_id as MandateId,
    at: row.at,
    withdrawnAt: row.withdrawn_at,
    carried: row.carried === null ? null : fromJson(row.carried),
  }
}
