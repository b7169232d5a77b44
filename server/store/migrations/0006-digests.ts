/** [D4] The digest by mail: where each person wants it, and the links by which it is confirmed and ended. */
import { references, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const digests: Migration = {
  name: '0006-digests',
  async up(db) {
    const { schema } = db
    await schema
      .createTable('digests')
      .addColumn('person_id', 'text', column => column.primaryKey().notNull().references('people.id'))
      .addColumn('address', 'text', required)
      .addColumn('confirmed_at', 'text')
      .addColumn('hour', 'integer', required)
      .addColumn('ended_at', 'text')
      .addColumn('day', 'text')
      .addColumn('tries', 'integer', required)
      .addColumn('try_at', 'text')
      .addColumn('told_until', 'text')
      .execute()

    await schema
      .createTable('digest_links')
      .addColumn('token_hash', 'text', column => column.primaryKey().notNull())
      .addColumn('person_id', 'text', references('people.id'))
      .addColumn('purpose', 'text', required)
      .addColumn('address', 'text', required)
      .addColumn('made_at', 'text', required)
      .addColumn('expires_at', 'text')
      .addColumn('used_at', 'text')
      .execute()
    await schema.createIndex('digest_links_person').on('digest_links').column('person_id').execute()
  },
}
