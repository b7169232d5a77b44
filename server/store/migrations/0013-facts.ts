/**
 * [F1] Facts with a definition, a source, an owner and typed values, and the trace of their changes. Counts and dates
 * that were written once per language become one value where both say the same; the others stay as written (ADR 31).
 */
import { sql } from 'kysely'
import type { FactType } from '../../../shared/model/fact-value.ts'
import { readWrittenValue } from '../../../shared/model/read-written-value.ts'
import { references, refuseChange, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const facts: Migration = {
  name: '0013-facts',
  async up(db, dialect) {
    const noWords = sql.lit('{"fr":"","ja":""}')
    await db.schema
      .alterTable('facts')
      .addColumn('definition', 'text', column => column.notNull().defaultTo(noWords))
      .execute()
    await db.schema
      .alterTable('facts')
      .addColumn('source', 'text', column => column.notNull().defaultTo(''))
      .execute()
    for (const column of ['owner', 'unit', 'withdrawn_at'])
      await db.schema.alterTable('facts').addColumn(column, 'text').execute()

    await db.schema
      .createTable('fact_changes')
      .addColumn('fact_id', 'text', references('facts.id'))
      .addColumn('number', 'integer', required)
      .addColumn('at', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('before', 'text')
      .addColumn('after', 'text', required)
      .addPrimaryKeyConstraint('fact_changes_key', ['fact_id', 'number'])
      .execute()
    await refuseChange(
      db,
      dialect,
      'fact_changes',
      'the trace of a fact cannot change',
      'old.fact_id = new.fact_id and old.number = new.number',
    )

    const rows = await db
      .selectFrom('facts')
      .select(['id', 'type', 'value'])
      .where('value', 'is not', null)
      .where('type', 'in', ['count', 'date'])
      .execute()
    for (const { id, type, value } of rows) {
      const read = readWrittenValue(type as FactType, JSON.parse(value!))
      await db
        .updateTable('facts')
        .set({ value: JSON.stringify(read) })
        .where('id', '=', id)
        .execute()
    }
  },
}
