/** Deciding amendments, and what each reader has seen; tables.ts says what the columns mean. */
import { primaryKey, references, refuseChange, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const amendments: Migration = {
  name: '0002-amendments',
  async up(db, dialect) {
    const { schema } = db
    await schema
      .createTable('decisions')
      .addColumn('id', 'text', primaryKey)
      .addColumn('draft_id', 'text', references('drafts.id'))
      .addColumn('answer_version_id', 'text', references('versions.id'))
      .addColumn('amendment', 'text', required)
      .addColumn('outcome', 'text', required)
      .addColumn('reason', 'text')
      .addColumn('carried', 'text')
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('decided_at', 'text', required)
      .addColumn('withdrawn_at', 'text')
      .execute()
    await schema.createIndex('decisions_draft').on('decisions').columns(['draft_id', 'amendment']).execute()

    await schema
      .createTable('version_decisions')
      .addColumn('version_id', 'text', column => column.primaryKey().notNull().references('versions.id'))
      .addColumn('answer_version_id', 'text', references('versions.id'))
      .addColumn('canonical', 'text', required)
      .addColumn('sha256', 'text', required)
      .execute()

    await schema
      .createTable('seen_changes')
      .addColumn('person_id', 'text', references('people.id'))
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('fingerprint', 'text', required)
      .addColumn('seen_at', 'text', required)
      .addPrimaryKeyConstraint('seen_changes_key', ['person_id', 'text_id', 'fingerprint'])
      .execute()

    await refuseChange(
      db,
      dialect,
      'version_decisions',
      'the decisions of a version cannot change',
      'old.version_id = new.version_id',
    )
  },
}
