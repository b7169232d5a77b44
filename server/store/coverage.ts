/** [W4] What people say by hand of units of a summary, and their signatures under its coverage. */
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { MandateId, TextId, UnitId, VersionId } from '../../shared/model/ids.ts'
import type { CoverageState, CoverageStatement } from '../../shared/model/proposal.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'

/** In place of what was said before of this unit. Call it in a transaction. */
export async function insertStatement(
  db: Database,
  id: string,
  statement: Omit<CoverageStatement, 'withdrawnAt'>,
): Promise<void> {
  await withdrawStatements(db, statement.text, statement.unit, statement.at)
  await db
    .insertInto('coverage_statements')
    .values({
      id,
      text_id: statement.text,
      unit: statement.unit,
      sha256: statement.sha256,
      state: statement.state,
      places: toJson(statement.places),
      reason: toJson(statement.reason),
      mandate_id: statement.by,
      at: statement.at,
      withdrawn_at: null,
    })
    .execute()
}

export async function withdrawStatements(
  db: Database,
  text: TextId,
  unit: UnitId,
  at: string,
): Promise<void> {
  await db
    .updateTable('coverage_statements')
    .set({ withdrawn_at: at })
    .where('text_id', '=', text)
    .where('unit', '=', unit)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Those that were not taken back, the oldest first. */
export async function statementsOf(db: Database, text: TextId): Promise<CoverageStatement[]> {
  const rows = await db
    .selectFrom('coverage_statements')
    .selectAll()
    .where('text_id', '=', text)
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    text: row.text_id as TextId,
    unit: row.unit as UnitId,
    sha256: row.sha256,
    state: row.state as CoverageState,
    places: fromJson(row.places),
    reason: fromJson(row.reason),
    by: row.mandate_id as MandateId,
    at: row.at,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** A lead's signature under one coverage, named by its hash. */
export type CoverageSignature = {
  readonly text: TextId
  readonly side: Side
  readonly sha256: string
  /** Of the summary, and of the declaration. */
  readonly version: VersionId
  readonly declaration: VersionId
  readonly by: MandateId
  readonly at: string
}

export async function insertSignature(db: Database, id: string, signature: CoverageSignature): Promise<void> {
  await db
    .insertInto('coverage_signatures')
    .values({
      id,
      text_id: signature.text,
      side: signature.side,
      sha256: signature.sha256,
      version_id: signature.version,
      declaration_version_id: signature.declaration,
      mandate_id: signature.by,
      at: signature.at,
    })
    .execute()
}

/** The oldest first. */
export async function signaturesOf(db: Database, text: TextId): Promise<CoverageSignature[]> {
  const rows = await db
    .selectFrom('coverage_signatures')
    .selectAll()
    .where('text_id', '=', text)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    text: row.text_id as TextId,
    side: row.side as Side,
    sha256: row.sha256,
    version: row.version_id as VersionId,
    declaration: row.declaration_version_id as VersionId,
    by: row.mandate_id as MandateId,
    at: row.at,
  }))
}
