/** Whether a person shows where they are to those of their circle. */
import type { Migration } from './migrator.ts'

export const presence: Migration = {
  name: '0005-presence',
  async up(db) {
    await db.schema
      .alterTable('people')
      .addColumn('shows_presence', 'integer', column => column.notNull().defaultTo(1))
      .execute()
  },
}
