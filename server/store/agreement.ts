/** Consents of the sides to pairs of texts, and the reopening of units that were locked. */

import type { Selectable } from 'kysely'
import type { Consent, ConsentKind } from '../../shared/model/agreement.ts'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { MandateId, TextId, UnitId, VersionId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { UnitWords } from '../../shared/model/proposal.ts'
import type { Place } from '../../shared/model/thread.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** What a consent covered, as far as whoever gave it said so. */
type Covered = {
  readonly place: Place | null
  /** The blocks of the unit as the chair saw them: their `pairForm` has the consent's hash. */
  readonly words: UnitWords | null
  /** Given with others, as unchanged since this version. */
  readonly unchangedSince: VersionId | null
}

export type StoredConsent = Consent &
  Covered & {
    /** When it ceased to count: taken back, or another one of the same side and unit took its place. */
    readonly withdrawnAt: string | null
  }

export type NewConsent = Consent & {
  readonly id: string
  readonly text: TextId
  /** The act that records it; see `consentsHash`. */
  readonly act: number | null
} & Partial<Covered>

/** Takes the place of what the side said of the unit before. */
export async function insertConsent(db: Database, consent: NewConsent): Promise<void> {
  await withdrawConsents(db, consent.text, consent.side, [consent.unit], consent.at)
  await db
    .insertInto('consents')
    .values({
      id: consent.id,
      text_id: consent.text,
      unit_id: consent.unit,
      side: consent.side,
      pair_sha256: consent.pair,
      kind: consent.kind,
      mandate_id: consent.by,
      at: consent.at,
      withdrawn_at: null,
      place: consent.place ?? null,
      words: consent.words ? toJson({ fr: consent.words.fr, ja: consent.words.ja }) : null,
      unchanged_since: consent.unchangedSince ?? null,
      act_seq: consent.act,
    })
    .execute()
}

/**
 * They hold no longer; their rows stay as a trace. With `pairs` only those given to these very words. Returns how
 * many held until then.
 */
export async function withdrawConsents(
  db: Database,
  text: TextId,
  side: Side,
  units: readonly UnitId[],
  at: string,
  pairs?: readonly string[],
): Promise<number> {
  if (!units.length) return 0
  let query = db
    .updateTable('consents')
    .set({ withdrawn_at: at })
    .where('text_id', '=', text)
    .where('side', '=', side)
    .where('unit_id', 'in', units)
    .where('withdrawn_at', 'is', null)
  if (pairs) query = query.where('pair_sha256', 'in', pairs)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Those that were not withdrawn, at most one per unit and side, whatever the unit reads now. */
export async function consentsOf(db: Database, text: TextId): Promise<StoredConsent[]> {
  return (await selectConsents(db, text).where('withdrawn_at', 'is', null).execute()).map(rowToConsent)
}

/** Those that no longer count too; the oldest first. */
export async function allConsentsOf(db: Database, text: TextId): Promise<StoredConsent[]> {
  return (await selectConsents(db, text).execute()).map(rowToConsent)
}

function selectConsents(db: Database, text: TextId) {
  return db.selectFrom('consents').selectAll().where('text_id', '=', text).orderBy('at').orderBy('id')
}

function rowToConsent(row: Selectable<Tables['consents']>): StoredConsent {
  return {
    unit: row.unit_id as UnitId,
    side: row.side as Side,
    pair: row.pair_sha256,
    kind: row.kind as ConsentKind,
    by: row.mandate_id as MandateId,
    at: row.at,
    withdrawnAt: row.withdrawn_at,
    place: row.place as Place | null,
    words: row.words === null ? null : fromJson<UnitWords>(row.words),
    unchangedSince: row.unchanged_since as VersionId | null,
  }
}

export type Reopening = {
  readonly unit: UnitId
  readonly side: Side
  readonly pair: string
  readonly reason: BilingualLabel
  readonly by: MandateId
  readonly at: string
}

export async function insertReopening(
  db: Database,
  { id, text, ...reopening }: Reopening & { readonly id: string; readonly text: TextId },
): Promise<void> {
  await db
    .insertInto('reopenings')
    .values({
      id,
      text_id: text,
      unit_id: reopening.unit,
      side: reopening.side,
      pair_sha256: reopening.pair,
      reason: toJson(reopening.reason),
      mandate_id: reopening.by,
      at: reopening.at,
    })
    .execute()
}

/** The oldest first. */
export async function reopeningsOf(db: Database, text: TextId): Promise<Reopening[]> {
  const rows = await db
    .selectFrom('reopenings')
    .selectAll()
    .where('text_id', '=', text)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    unit: row.unit_id as UnitId,
    side: row.side as Side,
    pair: row.pair_sha256,
    reason: fromJson(row.reason),
    by: row.mandate_id as MandateId,
    at: row.at,
  }))
}
