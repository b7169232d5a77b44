/** [A3] [A4] Consents of the sides to pairs of texts, and the reopening of units that were locked. */
import { primaryKey, references, refuseChange, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const agreement: Migration = {
  name: '0011-agreement',
  async up(db, dialect) {
    const { schema } = db
    await schema
      .createTable('consents')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('unit_id', 'text', required)
      .addColumn('side', 'text', required)
      .addColumn('pair_sha256', 'text', required)
      .addColumn('kind', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('withdrawn_at', 'text')
      .execute()
    await schema.createIndex('consents_unit').on('consents').columns(['text_id', 'unit_id']).execute()

    await schema
      .createTable('reopenings')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('unit_id', 'text', required)
      .addColumn('side', 'text', required)
      .addColumn('pair_sha256', 'text', required)
      .addColumn('reason', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .execute()
    await refuseChange(db, dialect, 'reopenings', 'a reopening cannot change', 'old.id = new.id')
  },
}
