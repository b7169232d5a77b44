/** [W3] [W4] From accepted summaries into the declaration: proposals, provenance, coverage. tables.ts says what the columns mean. */
import { primaryKey, references, refuseChange, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const integration: Migration = {
  name: '0009-integration',
  async up(db, dialect) {
    const { schema } = db
    await schema
      .createTable('proposals')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('stage_id', 'text', references('stages.id'))
      .addColumn('position', 'integer', required)
      .addColumn('source_version_id', 'text', references('versions.id'))
      .addColumn('source_units', 'text', required)
      .addColumn('sha256', 'text', required)
      .addColumn('unit', 'text', required)
      .addColumn('after_unit', 'text')
      .addColumn('above', 'text', required)
      .addColumn('replaces', 'text')
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('withdrawn_at', 'text')
      .addColumn('carried', 'text')
      .execute()
    await schema
      .createTable('proposal_wordings')
      .addColumn('proposal_id', 'text', references('proposals.id'))
      .addColumn('revision', 'integer', required)
      .addColumn('words', 'text', required)
      .addColumn('base', 'text')
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addPrimaryKeyConstraint('proposal_wordings_key', ['proposal_id', 'revision'])
      .execute()
    await schema
      .createTable('proposal_decisions')
      .addColumn('id', 'text', primaryKey)
      .addColumn('proposal_id', 'text', references('proposals.id'))
      .addColumn('side', 'text', required)
      .addColumn('revision', 'integer', required)
      .addColumn('outcome', 'text', required)
      .addColumn('reason', 'text')
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('withdrawn_at', 'text')
      .execute()
    await schema
      .createTable('provenances')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('draft_id', 'text', references('drafts.id'))
      .addColumn('unit', 'text', required)
      .addColumn('words', 'text', required)
      .addColumn('source_version_id', 'text', references('versions.id'))
      .addColumn('source_units', 'text', required)
      .addColumn('sha256', 'text', required)
      .addColumn('proposal_id', 'text', column => column.references('proposals.id'))
      .addColumn('replaces', 'text', column => column.references('provenances.id'))
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('ended_at', 'text')
      .execute()
    await schema
      .createTable('source_dismissals')
      .addColumn('provenance_id', 'text', references('provenances.id'))
      .addColumn('draft_id', 'text', references('drafts.id'))
      .addColumn('sha256', 'text', required)
      .addColumn('reason', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .execute()
    await schema
      .createTable('coverage_statements')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('unit', 'text', required)
      .addColumn('sha256', 'text', required)
      .addColumn('state', 'text', required)
      .addColumn('places', 'text', required)
      .addColumn('reason', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('withdrawn_at', 'text')
      .execute()
    await schema
      .createTable('coverage_signatures')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('side', 'text', required)
      .addColumn('sha256', 'text', required)
      .addColumn('version_id', 'text', references('versions.id'))
      .addColumn('declaration_version_id', 'text', references('versions.id'))
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .execute()
    for (const [table, columns] of [
      ['proposals', ['text_id', 'stage_id']],
      ['proposal_decisions', ['proposal_id']],
      ['provenances', ['text_id']],
      ['source_dismissals', ['provenance_id']],
      ['coverage_statements', ['text_id']],
      ['coverage_signatures', ['text_id']],
    ] as const)
      await schema
        .createIndex(`${table}_of`)
        .on(table)
        .columns([...columns])
        .execute()
    await refuseChange(db, dialect, 'coverage_signatures', 'a signature cannot change', 'old.id = new.id')
  },
}
