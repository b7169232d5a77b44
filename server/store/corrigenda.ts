/** [S1] Corrigenda of adopted texts: asked for by one side, made by the consent of the other, then never changed. */
import type { Selectable } from 'kysely'
import type { Side } from '../../shared/model/bilingual-text.ts'
import {
  type Corrigendum,
  type CorrigendumAnswer,
  type CorrigendumProposal,
  parseCorrigendumForm,
} from '../../shared/model/corrigendum.ts'
import type { CorrigendumId, MandateId, TextId, VersionId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

export async function insertCorrigendumProposal(db: Database, proposal: CorrigendumProposal): Promise<void> {
  await db
    .insertInto('corrigendum_proposals')
    .values({
      id: proposal.id,
      text_id: proposal.text,
      side: proposal.side,
      changes: toJson(proposal.changes),
      reason: toJson(proposal.reason),
      mandate_id: proposal.by,
      at: proposal.at,
      withdrawn_at: null,
      ...{ outcome: null, answer_reason: null, answered_by: null, answered_at: null },
    })
    .execute()
}

/** False when it was withdrawn or answered before. */
export async function withdrawCorrigendumProposal(
  db: Database,
  id: CorrigendumId,
  at: string,
): Promise<boolean> {
  const done = await db
    .updateTable('corrigendum_proposals')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The first answer counts: false when there was one, or the proposal was withdrawn. */
export async function answerCorrigendumProposal(
  db: Database,
  id: CorrigendumId,
  answer: CorrigendumAnswer,
): Promise<boolean> {
  const done = await db
    .updateTable('corrigendum_proposals')
    .set({
      outcome: answer.outcome,
      answer_reason: answer.reason && toJson(answer.reason),
      answered_by: answer.by,
      answered_at: answer.at,
    })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function findCorrigendumProposal(
  db: Database,
  id: string,
): Promise<CorrigendumProposal | undefined> {
  const row = await db.selectFrom('corrigendum_proposals').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToProposal(row)
}

/** The oldest first. */
export async function corrigendumProposalsOf(db: Database, text: TextId): Promise<CorrigendumProposal[]> {
  const rows = await db
    .selectFrom('corrigendum_proposals')
    .selectAll()
    .where('text_id', '=', text)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(rowToProposal)
}

export async function insertCorrigendum(db: Database, corrigendum: Corrigendum): Promise<void> {
  await db
    .insertInto('corrigenda')
    .values({
      id: corrigendum.id,
      version_id: corrigendum.version,
      number: corrigendum.number,
      canonical: corrigendum.canonical,
      sha256: corrigendum.sha256,
      at: corrigendum.at,
    })
    .execute()
}

/** By number. None for a version that is not an adopted text. */
export async function corrigendaOf(db: Database, version: VersionId): Promise<Corrigendum[]> {
  const rows = await db
    .selectFrom('corrigenda')
    .selectAll()
    .where('version_id', '=', version)
    .orderBy('number')
    .execute()
  return rows.map(row => ({
    ...parseCorrigendumForm(row.canonical),
    id: row.id as CorrigendumId,
    version: row.version_id as VersionId,
    sha256: row.sha256,
    canonical: row.canonical,
  }))
}

function rowToProposal(row: Selectable<Tables['corrigendum_proposals']>): CorrigendumProposal {
  return {
    id: row.id as CorrigendumId,
    text: row.text_id as TextId,
    side: row.side as Side,
    changes: fromJson(row.changes),
    reason: fromJson(row.reason),
    by: row.mandate_id as MandateId,
    at: row.at,
    withdrawnAt: row.withdrawn_at,
    answer:
      row.outcome === null
        ? null
        : {
            outcome: row.outcome as CorrigendumAnswer['outcome'],
            reason: row.answer_reason === null ? null : fromJson(row.answer_reason),
            by: row.answered_by as MandateId,
            at: row.answered_at!,
          },
  }
}
