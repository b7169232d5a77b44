/** [T1]–[T4] Threads of comments; tables.ts says what the columns mean. */
import { primaryKey, references, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const threads: Migration = {
  name: '0004-threads',
  async up(db) {
    const { schema } = db
    await schema
      .createTable('threads')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('audience', 'text', required)
      .addColumn('origin', 'text', required)
      .addColumn('quote', 'text')
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('created_at', 'text', required)
      .addColumn('resolved_at', 'text')
      .addColumn('resolved_by', 'text', column => column.references('mandates.id'))
      .addColumn('assignee_id', 'text', column => column.references('mandates.id'))
      .execute()
    await schema.createIndex('threads_text').on('threads').column('text_id').execute()

    await schema
      .createTable('thread_anchors')
      .addColumn('thread_id', 'text', references('threads.id'))
      .addColumn('place', 'text', required)
      .addColumn('anchor', 'text', required)
      .addColumn('at', 'text', required)
      .addPrimaryKeyConstraint('thread_anchors_key', ['thread_id', 'place'])
      .execute()
    await schema.createIndex('thread_anchors_place').on('thread_anchors').column('place').execute()

    await schema
      .createTable('comments')
      .addColumn('id', 'text', primaryKey)
      .addColumn('thread_id', 'text', references('threads.id'))
      .addColumn('position', 'integer', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('body', 'text', required)
      .addColumn('edited_at', 'text')
      .addColumn('deleted_at', 'text')
      .addUniqueConstraint('comments_position', ['thread_id', 'position'])
      .execute()

    await schema
      .createTable('comment_wordings')
      .addColumn('comment_id', 'text', references('comments.id'))
      .addColumn('position', 'integer', required)
      .addColumn('body', 'text', required)
      .addColumn('until', 'text', required)
      .addPrimaryKeyConstraint('comment_wordings_key', ['comment_id', 'position'])
      .execute()

    await schema
      .createTable('thread_marks')
      .addColumn('thread_id', 'text', references('threads.id'))
      .addColumn('position', 'integer', required)
      .addColumn('kind', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('assignee_id', 'text', column => column.references('mandates.id'))
      .addPrimaryKeyConstraint('thread_marks_key', ['thread_id', 'position'])
      .execute()

    await schema
      .createTable('thread_reads')
      .addColumn('person_id', 'text', references('people.id'))
      .addColumn('thread_id', 'text', references('threads.id'))
      .addColumn('at', 'text', required)
      .addPrimaryKeyConstraint('thread_reads_key', ['person_id', 'thread_id'])
      .execute()
  },
}
