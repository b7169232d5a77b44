/** [R8] The readable history: what the program wrote a row for, and the sitting of each compacted stretch. */
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const history: Migration = {
  name: '0003-history',
  async up(db) {
    const { schema } = db
    await schema.alterTable('draft_updates').addColumn('purpose', 'text').execute()
    await schema.alterTable('draft_history').addColumn('purpose', 'text').execute()
    await schema
      .alterTable('draft_history')
      .addColumn('sitting', 'integer', column => required(column).defaultTo(0))
      .execute()
    await schema
      .createIndex('draft_history_sitting')
      .on('draft_history')
      .columns(['draft_id', 'sitting'])
      .execute()
    await placeInSittings(db)
  },
}

/** Stretches compacted until now may overlap: those that do make one sitting. */
async function placeInSittings(db: Database): Promise<void> {
  const { rows } = await sql<{ draft_id: string; first_seq: number; last_seq: number }>`
    select draft_id, first_seq, last_seq from draft_history order by draft_id, first_seq`.execute(db)
  let sitting = { draft: '', first: 0, last: 0 }
  for (const { draft_id, first_seq, last_seq } of rows) {
    const goesOn = draft_id === sitting.draft && first_seq <= sitting.last
    sitting = goesOn
      ? { ...sitting, last: Math.max(sitting.last, last_seq) }
      : { draft: draft_id, first: first_seq, last: last_seq }
    await sql`update draft_history set sitting = ${sitting.first}
      where draft_id = ${draft_id} and first_seq = ${first_seq}`.execute(db)
  }
}
