/** Who takes part in the workshops, what is said of what they submit, and how long one speaks. */
import type { Selectable } from 'kysely'
import type {
  EditionId,
  MandateId,
  OrganisationId,
  ParticipationId,
  TextId,
  VersionId,
  WorkshopId,
} from '../../shared/model/ids.ts'
import {
  DEFAULT_SPEECH,
  type Participation,
  type SpeechSettings,
  type SubmissionMark,
} from '../../shared/model/workshop.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

export async function listParticipations(db: Database, edition: EditionId): Promise<Participation[]> {
  const rows = await db
    .selectFrom('participations')
    .selectAll()
    .where('edition_id', '=', edition)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(rowToParticipation)
}

export async function findParticipation(
  db: Database,
  edition: EditionId,
  id: ParticipationId,
): Promise<Participation | undefined> {
  const row = await db
    .selectFrom('participations')
    .selectAll()
    .where('id', '=', id)
    .where('edition_id', '=', edition)
    .executeTakeFirst()
  return row && rowToParticipation(row)
}

/** A new one, or the one of this id said anew. */
export async function putParticipation(
  db: Database,
  edition: EditionId,
  participation: Participation,
  at: string,
): Promise<void> {
  const { id, fra, jap, choices, workshop, text, note } = participation
  const values = {
    fra_id: fra,
    jap_id: jap,
    choices: toJson(choices),
    workshop_id: workshop,
    text_id: text,
    note,
  }
  await db
    .insertInto('participations')
    .values({ id, edition_id: edition, created_at: at, ...values })
    .onConflict(conflict => conflict.column('id').doUpdateSet(values))
    .execute()
}

/** Its text, if it has one, stays. */
export async function deleteParticipation(db: Database, id: ParticipationId): Promise<void> {
  await db.deleteFrom('participations').where('id', '=', id).execute()
}

export async function insertSubmissionMark(db: Database, mark: SubmissionMark): Promise<void> {
  const last = await db
    .selectFrom('submission_marks')
    .select('position')
    .where('version_id', '=', mark.version)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('submission_marks')
    .values({
      version_id: mark.version,
      position: (last?.position ?? 0) + 1,
      kind: mark.kind,
      reason: mark.reason && toJson(mark.reason),
      mandate_id: mark.by,
      at: mark.at,
    })
    .execute()
}

/** Of all versions of a text, the oldest first. */
export async function submissionMarksOf(db: Database, text: TextId): Promise<SubmissionMark[]> {
  const rows = await db
    .selectFrom('submission_marks')
    .innerJoin('versions', 'versions.id', 'submission_marks.version_id')
    .selectAll('submission_marks')
    .where('versions.text_id', '=', text)
    .orderBy('submission_marks.at')
    .orderBy('submission_marks.position')
    .execute()
  return rows.map(row => ({
    version: row.version_id as VersionId,
    kind: row.kind as SubmissionMark['kind'],
    reason: row.reason === null ? null : fromJson(row.reason),
    by: row.mandate_id as MandateId,
    at: row.at,
  }))
}

export async function readSpeech(db: Database, edition: EditionId): Promise<SpeechSettings> {
  const row = await db.selectFrom('editions').select('speech').where('id', '=', edition).executeTakeFirst()
  return row?.speech
    ? { ...DEFAULT_SPEECH, ...fromJson<Partial<SpeechSettings>>(row.speech) }
    : DEFAULT_SPEECH
}

export async function writeSpeech(db: Database, edition: EditionId, speech: SpeechSettings): Promise<void> {
  await db
    .updateTable('editions')
    .set({ speech: toJson(speech) })
    .where('id', '=', edition)
    .execute()
}

function rowToParticipation(row: Selectable<Tables['participations']>): Participation {
  return {
    id: row.id as ParticipationId,
    fra: row.fra_id as OrganisationId | null,
    jap: row.jap_id as OrganisationId | null,
    choices: fromJson<WorkshopId[]>(row.choices),
    workshop: row.workshop_id as WorkshopId | null,
    text: row.text_id as TextId | null,
    note: row.note,
  }
}
