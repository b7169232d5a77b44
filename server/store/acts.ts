/**
 * The log of acts: append-only, each act bound to the one before by a hash, so that a row changed, added
 * or removed by hand is found. The hash is SHA-256 over the canonical JSON of
 * {at, audience, detail, edition, kind, mandate, previous, seq}; the first act's `previous` is 64 zeros.
 */
import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { ActAudience } from '../../shared/model/act-chain.ts'
import { FIRST_PREVIOUS } from '../../shared/model/act-chain.ts'
import { canonicalJson } from '../../shared/model/canonical-form.ts'
import type { Stage } from '../../shared/model/edition.ts'
import type { EditionId, MandateId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import { ACTS_OF_RECORD, type ActKind } from '../../shared/protocol/views.ts'
import { chainAct } from './act-chains.ts'
import { type Database, dialectOf } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

export type NewAct = {
  readonly edition: EditionId
  readonly at: string
  /** Under which mandate; null for an act of the program or the command line. */
  readonly mandate: MandateId | null
  readonly audience: ActAudience
  readonly kind: ActKind
  /** Names for the message's placeholders: only what every reader of the audience may know. */
  readonly detail: Readonly<Record<string, string>>
}

export type Act = NewAct & { readonly seq: number; readonly previousHash: string; readonly hash: string }

/** A name in an act's detail: `labelDetail('stage', …)` gives stageFr, stageJa and, where it exists, stageEn. */
export function labelDetail(key: string, { fr, ja, en }: BilingualLabel): Record<string, string> {
  return { [`${key}Fr`]: fr, [`${key}Ja`]: ja, ...(en ? { [`${key}En`]: en } : {}) }
}

/** In the act of a changed stage: the old and the new deadline, where they differ; empty words stand for none. */
export function movedDeadlineDetail(before: Stage['due'], after: Stage['due']): Record<string, string> {
  if (before?.at === after?.at && before?.zone === after?.zone) return {}
  return {
    dueBefore: before?.at ?? '',
    dueBeforeZone: before?.zone ?? '',
    due: after?.at ?? '',
    dueZone: after?.zone ?? '',
  }
}

/** Its place in the log. Call it in the transaction of what was done: either both stand or neither. */
export async function recordAct(db: Database, act: NewAct): Promise<number> {
  // Two transactions must not both follow the same act. SQLite has one writer anyway.
  if (dialectOf(db) === 'postgres') await sql`lock table acts in share row exclusive mode`.execute(db)
  const last = await db
    .selectFrom('acts')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const previousHash = last?.hash ?? FIRST_PREVIOUS
  await db
    .insertInto('acts')
    .values({
      seq,
      edition_id: act.edition,
      at: act.at,
      mandate_id: act.mandate,
      audience: act.audience,
      kind: act.kind,
      detail: toJson(act.detail),
      previous_hash: previousHash,
      hash: hashAct({ ...act, seq, previousHash }),
    })
    .execute()
  await chainAct(db, { ...act, seq })
  return seq
}

export function hashAct({ previousHash, ...act }: Omit<Act, 'hash'>): string {
  const { seq, edition, at, mandate, audience, kind, detail } = act
  const form = canonicalJson({ seq, edition, at, mandate, audience, kind, detail, previous: previousHash })
  return createHash('sha256').update(form).digest('hex')
}

/**
 * The newest first, of these audiences only; after the instant `since` when there is one; without those that only
 * the record has.
 */
export async function listActs(
  db: Database,
  edition: EditionId,
  audiences: readonly ActAudience[],
  options: { readonly since?: string; readonly limit?: number } = {},
): Promise<Act[]> {
  if (!audiences.length) return []
  let query = db
    .selectFrom('acts')
    .selectAll()
    .where('edition_id', '=', edition)
    .where('audience', 'in', audiences)
    .where('kind', 'not in', ACTS_OF_RECORD)
    .orderBy('seq', 'desc')
    .limit(options.limit ?? 500)
  if (options.since !== undefined) query = query.where('at', '>', options.since)
  return (await query.execute()).map(rowToAct)
}

/** How many acts these audiences have seen, of those that `listActs` gives. */
export async function countActs(
  db: Database,
  edition: EditionId,
  audiences: readonly ActAudience[],
): Promise<number> {
  if (!audiences.length) return 0
  const { count } = await db
    .selectFrom('acts')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('edition_id', '=', edition)
    .where('audience', 'in', audiences)
    .where('kind', 'not in', ACTS_OF_RECORD)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** 0 before the first act. */
export async function lastActSeq(db: Database): Promise<number> {
  const row = await db.selectFrom('acts').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}

/** Of every audience, in order. */
export async function listActsAfter(db: Database, seq: number): Promise<Act[]> {
  return (
    await db.selectFrom('acts').selectAll().where('seq', '>', seq).orderBy('seq').limit(1000).execute()
  ).map(rowToAct)
}

/** Every act of the room in order, for verifying the chain. */
export async function listAllActs(db: Database): Promise<Act[]> {
  return (await db.selectFrom('acts').selectAll().orderBy('seq').execute()).map(rowToAct)
}

function rowToAct(row: Selectable<Tables['acts']>): Act {
  return {
    seq: row.seq,
    edition: row.edition_id as EditionId,
    at: row.at,
    mandate: row.mandate_id as MandateId | null,
    audience: row.audience as ActAudience,
    kind: row.kind as ActKind,
    detail: fromJson(row.detail),
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
