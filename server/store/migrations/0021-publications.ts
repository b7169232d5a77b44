/** [S3] Adopted texts that the organiser has opened to the public; at most one row of a text is open. */
import { primaryKey, references, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const publications: Migration = {
  name: '0021-publications',
  async up({ schema }) {
    await schema
      .createTable('publications')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('ended_at', 'text')
      .execute()
    await schema.createIndex('publications_text').on('publications').column('text_id').execute()
  },
}
