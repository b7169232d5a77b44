/** [A3] Each consent names the act of the log that recorded it; those given before it was so name none. */
import type { Migration } from './migrator.ts'

export const consentActs: Migration = {
  name: '0022-consent-acts',
  async up(db) {
    await db.schema.alterTable('consents').addColumn('act_seq', 'integer').execute()
  },
}
