/** [A5] What is known of brackets beyond the words of the text. tables.ts says what the columns mean. */
import { primaryKey, references, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const brackets: Migration = {
  name: '0014-brackets',
  async up(db) {
    const { schema } = db
    await schema
      .createTable('brackets')
      .addColumn('bracket', 'text', required)
      .addColumn('draft_id', 'text', references('drafts.id'))
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('side', 'text')
      .addColumn('remark', 'text')
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addPrimaryKeyConstraint('brackets_key', ['bracket', 'draft_id'])
      .execute()
    await schema.createIndex('brackets_text').on('brackets').columns(['text_id']).execute()

    await schema
      .createTable('bracket_threads')
      .addColumn('thread_id', 'text', primaryKey)
      .addColumn('bracket', 'text', required)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('at', 'text', required)
      .execute()
    await schema.createIndex('bracket_threads_text').on('bracket_threads').columns(['text_id']).execute()
  },
}
