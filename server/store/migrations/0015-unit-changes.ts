/** [S2] Changes of a unit of a joint draft, asked for by one side, and what each side says of them. */
import { primaryKey, references, refuseChange, refuseChangeExcept, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const unitChanges: Migration = {
  name: '0015-unit-changes',
  async up(db, dialect) {
    const { schema } = db
    await schema
      .createTable('unit_changes')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('draft_id', 'text', references('drafts.id'))
      .addColumn('unit_id', 'text', required)
      .addColumn('words_before', 'text', required)
      .addColumn('words_after', 'text', required)
      .addColumn('before_sha256', 'text', required)
      .addColumn('after_sha256', 'text', required)
      .addColumn('bracket_id', 'text')
      .addColumn('asked_by', 'text')
      .addColumn('asked_for', 'text')
      .addColumn('reason', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('made_at', 'text')
      .addColumn('withdrawn_at', 'text')
      .execute()
    await schema.createIndex('unit_changes_of').on('unit_changes').columns(['draft_id']).execute()
    await schema
      .createTable('unit_change_answers')
      .addColumn('change_id', 'text', references('unit_changes.id'))
      .addColumn('side', 'text', required)
      .addColumn('outcome', 'text', required)
      .addColumn('reason', 'text')
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addPrimaryKeyConstraint('unit_change_answers_key', ['change_id', 'side'])
      .execute()
    await refuseChangeExcept(db, dialect, 'unit_changes', 'a change cannot change', 'old.id = new.id', {
      fixed: [
        ...['id', 'text_id', 'draft_id', 'unit_id', 'words_before', 'words_after', 'before_sha256'],
        ...['after_sha256', 'bracket_id', 'asked_by', 'asked_for', 'reason', 'mandate_id', 'at'],
      ],
      once: ['made_at', 'withdrawn_at'],
    })
    await refuseChange(
      db,
      dialect,
      'unit_change_answers',
      'an answer cannot change',
      'old.change_id = new.change_id and old.side = new.side',
    )
  },
}
