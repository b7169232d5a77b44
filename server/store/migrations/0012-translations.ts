/** [W1] Units of workshops' texts that are to be said in the other language. */
import { references, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const translations: Migration = {
  name: '0012-translations',
  async up(db) {
    await db.schema
      .createTable('translation_requests')
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('unit', 'text', required)
      .addColumn('language', 'text', required)
      .addColumn('words_before', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addPrimaryKeyConstraint('translation_requests_key', ['text_id', 'unit', 'language'])
      .execute()
  },
}
