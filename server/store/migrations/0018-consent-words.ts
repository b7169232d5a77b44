/** [A3] What a consent covered: where it was given, the words that it saw, and what its chair said of them. */
import type { Migration } from './migrator.ts'

export const consentWords: Migration = {
  name: '0018-consent-words',
  async up(db) {
    for (const column of ['place', 'words', 'unchanged_since'])
      await db.schema.alterTable('consents').addColumn(column, 'text').execute()
  },
}
