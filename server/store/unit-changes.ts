/** [S2] Changes of units of joint drafts, and what the sides say of them. */
import type { Selectable } from 'kysely'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { DraftId, MandateId, TextId, UnitChangeId, UnitId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { UnitChange, UnitChangeAnswer } from '../../shared/model/unit-change.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

export async function insertUnitChange(
  db: Database,
  change: Omit<UnitChange, 'madeAt' | 'withdrawnAt'>,
): Promise<void> {
  await db
    .insertInto('unit_changes')
    .values({
      id: change.id,
      text_id: change.text,
      draft_id: change.draft,
      unit_id: change.unit,
      words_before: toJson(change.before),
      words_after: toJson(change.after),
      before_sha256: change.beforePair,
      after_sha256: change.afterPair,
      bracket_id: change.bracket,
      asked_by: change.askedBy,
      asked_for: change.askedFor && toJson(change.askedFor),
      reason: toJson(change.reason),
      mandate_id: change.by,
      at: change.at,
      made_at: null,
      withdrawn_at: null,
    })
    .execute()
}

/** Refused by the database when the side has answered already. */
export async function insertUnitChangeAnswer(db: Database, answer: UnitChangeAnswer): Promise<void> {
  await db
    .insertInto('unit_change_answers')
    .values({
      change_id: answer.change,
      side: answer.side,
      outcome: answer.outcome,
      reason: answer.reason && toJson(answer.reason),
      mandate_id: answer.by,
      at: answer.at,
    })
    .execute()
}

/** False when it was made already, or withdrawn. */
export async function markUnitChangeMade(db: Database, id: UnitChangeId, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('unit_changes')
    .set({ made_at: at })
    .where('id', '=', id)
    .where('made_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False when it was withdrawn already, or made. */
export async function markUnitChangeWithdrawn(db: Database, id: UnitChangeId, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('unit_changes')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('made_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function findUnitChange(db: Database, id: UnitChangeId): Promise<UnitChange | undefined> {
  const row = await db.selectFrom('unit_changes').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToUnitChange(row)
}

/** Of one draft, the oldest first. */
export async function unitChangesOf(db: Database, draft: DraftId): Promise<UnitChange[]> {
  const rows = await db
    .selectFrom('unit_changes')
    .selectAll()
    .where('draft_id', '=', draft)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(rowToUnitChange)
}

/** On every change of one draft, the oldest first. */
export async function unitChangeAnswersOf(db: Database, draft: DraftId): Promise<UnitChangeAnswer[]> {
  const rows = await db
    .selectFrom('unit_change_answers')
    .innerJoin('unit_changes', 'unit_changes.id', 'unit_change_answers.change_id')
    .selectAll('unit_change_answers')
    .where('unit_changes.draft_id', '=', draft)
    .orderBy('unit_change_answers.at')
    .orderBy('unit_change_answers.side')
    .execute()
  return rows.map(row => ({
    change: row.change_id as UnitChangeId,
    side: row.side as Side,
    outcome: row.outcome as UnitChangeAnswer['outcome'],
    reason: row.reason === null ? null : fromJson<BilingualLabel>(row.reason),
    by: row.mandate_id as MandateId,
    at: row.at,
  }))
}

function rowToUnitChange(row: Selectable<Tables['unit_changes']>): UnitChange {
  return {
    id: row.id as UnitChangeId,
    text: row.text_id as TextId,
    draft: row.draft_id as DraftId,
    unit: row.unit_id as UnitId,
    before: fromJson(row.words_before),
    after: fromJson(row.words_after),
    beforePair: row.before_sha256,
    afterPair: row.after_sha256,
    bracket: row.bracket_id,
    askedBy: row.asked_by as Side | null,
    askedFor: row.asked_for === null ? null : fromJson(row.asked_for),
    reason: fromJson(row.reason),
    by: row.mandate_id as MandateId,
    at: row.at,
    madeAt: row.made_at,
    withdrawnAt: row.withdrawn_at,
  }
}
