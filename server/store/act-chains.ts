/** The chains of acts, one for each edition and circle of readers; see shared/model/act-chain.ts. */
import { createHash } from 'node:crypto'
import type { ActAudience } from '../../shared/model/act-chain.ts'
import { actForm, type ChainedAct, FIRST_PREVIOUS, type HashedAct } from '../../shared/model/act-chain.ts'
import type { EditionId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import { fromJson } from './json.ts'

export type ActToChain = Omit<ChainedAct, 'number' | 'previous'> & { readonly seq: number }

/** To be called by whoever holds the lock under which acts are numbered. */
export async function chainAct(db: Database, { seq, ...act }: ActToChain): Promise<void> {
  const last = await db
    .selectFrom('act_chains')
    .select(['number', 'hash'])
    .where('edition_id', '=', act.edition)
    .where('audience', '=', act.audience)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const previous = last?.hash ?? FIRST_PREVIOUS
  await db
    .insertInto('act_chains')
    .values({
      act_seq: seq,
      edition_id: act.edition,
      audience: act.audience,
      number,
      previous_hash: previous,
      hash: hashChained({ ...act, number, previous }),
    })
    .execute()
}

function hashChained(act: ChainedAct): string {
  return createHash('sha256').update(actForm(act)).digest('hex')
}

/** The whole chain of each audience, from the first act; those without an act are left out. */
export async function listChains(
  db: Database,
  edition: EditionId,
  audiences: readonly ActAudience[],
): Promise<{ readonly audience: ActAudience; readonly acts: readonly HashedAct[] }[]> {
  if (!audiences.length) return []
  const rows = await chainedActs(db)
    .where('act_chains.edition_id', '=', edition)
    .where('act_chains.audience', 'in', audiences)
    .execute()
  const chains = Map.groupBy(rows.map(toHashedAct), act => act.audience)
  return audiences.flatMap(audience => {
    const acts = chains.get(audience)
    return acts ? [{ audience, acts }] : []
  })
}

/** Every chain of the room, for verifying: with the act as the log of acts has it now. */
export async function listAllChained(db: Database): Promise<HashedAct[]> {
  return (await chainedActs(db).execute()).map(toHashedAct)
}

function chainedActs(db: Database) {
  return db
    .selectFrom('act_chains')
    .innerJoin('acts', 'acts.seq', 'act_chains.act_seq')
    .select(['acts.at', 'acts.mandate_id', 'acts.kind', 'acts.detail'])
    .select(['act_chains.edition_id', 'act_chains.audience', 'act_chains.number'])
    .select(['act_chains.previous_hash', 'act_chains.hash'])
    .orderBy('act_chains.edition_id')
    .orderBy('act_chains.audience')
    .orderBy('act_chains.number')
}

type ChainedRow = Awaited<ReturnType<ReturnType<typeof chainedActs>['execute']>>[number]

function toHashedAct(row: ChainedRow): HashedAct {
  return {
    edition: row.edition_id,
    audience: row.audience,
    number: row.number,
    at: row.at,
    mandate: row.mandate_id,
    kind: row.kind,
    detail: fromJson(row.detail),
    previous: row.previous_hash,
    hash: row.hash,
  }
}
