/** The plan: the stages of an edition in order, one of which is current. */
import type { Selectable } from 'kysely'
import type { SourceStatus, Stage, Turn } from '../../shared/model/edition.ts'
import type { EditionId, StageId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** In order of the plan. */
export async function listStages(db: Database, edition: EditionId): Promise<Stage[]> {
  const rows = await db
    .selectFrom('stages')
    .selectAll()
    .where('edition_id', '=', edition)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(rowToStage)
}

export async function findStage(db: Database, id: string): Promise<Stage | undefined> {
  const row = await db.selectFrom('stages').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToStage(row)
}

/** The stage that is opened and not closed; the database allows no second one. */
export async function findCurrentStage(db: Database, edition: EditionId): Promise<Stage | undefined> {
  const row = await db
    .selectFrom('stages')
    .selectAll()
    .where('edition_id', '=', edition)
    .where('opened_at', 'is not', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row && rowToStage(row)
}

export async function insertStage(db: Database, stage: Stage): Promise<void> {
  await db
    .insertInto('stages')
    .values({ id: stage.id, edition_id: stage.edition, ...stageColumns(stage) })
    .execute()
}

export async function updateStage(db: Database, stage: Stage): Promise<void> {
  await db.updateTable('stages').set(stageColumns(stage)).where('id', '=', stage.id).execute()
}

export async function deleteStage(db: Database, id: StageId): Promise<void> {
  await db.deleteFrom('stages').where('id', '=', id).execute()
}

/** Whether a draft or a version was made at this stage: it can then no longer be removed. */
export async function isStageUsed(db: Database, id: StageId): Promise<boolean> {
  const draft = await db
    .selectFrom('drafts')
    .select('id')
    .where('stage_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (draft) return true
  return Boolean(
    await db.selectFrom('versions').select('id').where('stage_id', '=', id).limit(1).executeTakeFirst(),
  )
}

/** Positions 10, 20, 30… in the order given. */
export async function orderStages(db: Database, order: readonly StageId[]): Promise<void> {
  for (const [index, id] of order.entries())
    await db
      .updateTable('stages')
      .set({ position: (index + 1) * 10 })
      .where('id', '=', id)
      .execute()
}

/** Closes the current stage, if there is one, and opens `id` at the same instant. One that was done is current again. */
export async function openStage(db: Database, edition: EditionId, id: StageId, now: string): Promise<void> {
  await closeCurrentStage(db, edition, now)
  await db.updateTable('stages').set({ opened_at: now, closed_at: null }).where('id', '=', id).execute()
}

export async function closeCurrentStage(db: Database, edition: EditionId, now: string): Promise<void> {
  await db
    .updateTable('stages')
    .set({ closed_at: now })
    .where('edition_id', '=', edition)
    .where('opened_at', 'is not', null)
    .where('closed_at', 'is', null)
    .execute()
}

function stageColumns(stage: Stage): Omit<Tables['stages'], 'id' | 'edition_id'> {
  return {
    position: stage.position,
    name: toJson(stage.name),
    turn: stage.turn,
    version_label: stage.versionLabel,
    confirms_essential: stage.confirmsEssential ? 1 : 0,
    adopts: stage.adopts ? 1 : 0,
    starts_from: stage.startsFrom,
    due_at: stage.due?.at ?? null,
    due_zone: stage.due?.zone ?? null,
    due_status: stage.dueStatus,
    evidence: stage.evidence,
    opened_at: stage.openedAt,
    closed_at: stage.closedAt,
  }
}

function rowToStage(row: Selectable<Tables['stages']>): Stage {
  return {
    id: row.id as StageId,
    edition: row.edition_id as EditionId,
    position: row.position,
    name: fromJson(row.name),
    turn: row.turn as Turn,
    versionLabel: row.version_label,
    confirmsEssential: row.confirms_essential === 1,
    adopts: row.adopts === 1,
    startsFrom: row.starts_from as Stage['startsFrom'],
    due: row.due_at === null || row.due_zone === null ? null : { at: row.due_at, zone: row.due_zone },
    dueStatus: row.due_status as SourceStatus,
    evidence: row.evidence,
    state: row.opened_at === null ? 'pending' : row.closed_at === null ? 'current' : 'done',
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  }
}
