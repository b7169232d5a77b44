/** [S1] Seals, adopted texts, corrigenda; tables.ts says what the columns mean. */
import { sql } from 'kysely'
import { primaryKey, references, refuseChange, refuseWhen, required } from './columns.ts'
import type { Migration } from './migrator.ts'

/** Where the rows of a table say which text they are about. */
const OF_A_TEXT = {
  drafts: 'new.text_id',
  versions: 'new.text_id',
  seals: 'new.text_id',
  consents: 'new.text_id',
  reopenings: 'new.text_id',
  proposals: 'new.text_id',
  unit_changes: 'new.text_id',
  unit_change_answers:
    '(select unit_changes.text_id from unit_changes where unit_changes.id = new.change_id)',
  decisions: '(select drafts.text_id from drafts where drafts.id = new.draft_id)',
  proposal_wordings: '(select proposals.text_id from proposals where proposals.id = new.proposal_id)',
  proposal_decisions: '(select proposals.text_id from proposals where proposals.id = new.proposal_id)',
} as const

export const adoption: Migration = {
  name: '0016-adoption',
  async up(db, dialect) {
    const { schema } = db
    await schema
      .alterTable('stages')
      .addColumn('adopts', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    // Plans made before: what the last joint stage with a version made was the adopted text.
    await sql`update stages set adopts = 1 where turn = 'joint' and version_label is not null and not exists (
      select 1 from stages as later where later.edition_id = stages.edition_id
      and later.turn = 'joint' and later.version_label is not null
      and (later.position > stages.position or (later.position = stages.position and later.id > stages.id))
    )`.execute(db)

    await schema
      .createTable('seals')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('draft_id', 'text', references('drafts.id'))
      .addColumn('side', 'text', required)
      .addColumn('sha256', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('withdrawn_at', 'text')
      .execute()
    // One that holds per draft and side: a chair who seals twice at once gives one seal.
    await sql`create unique index seals_held on seals (draft_id, side) where withdrawn_at is null`.execute(db)

    await schema
      .createTable('adoptions')
      .addColumn('version_id', 'text', column => column.primaryKey().notNull().references('versions.id'))
      // A text is adopted once.
      .addColumn('text_id', 'text', column => column.notNull().unique().references('texts.id'))
      .addColumn('fra_seal_id', 'text', references('seals.id'))
      .addColumn('jap_seal_id', 'text', references('seals.id'))
      .addColumn('at', 'text', required)
      .execute()

    await schema
      .createTable('corrigendum_proposals')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('side', 'text', required)
      .addColumn('changes', 'text', required)
      .addColumn('reason', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addColumn('withdrawn_at', 'text')
      .addColumn('outcome', 'text')
      .addColumn('answer_reason', 'text')
      .addColumn('answered_by', 'text', column => column.references('mandates.id'))
      .addColumn('answered_at', 'text')
      .execute()

    await schema
      .createTable('corrigenda')
      .addColumn('id', 'text', column => column.primaryKey().notNull().references('corrigendum_proposals.id'))
      .addColumn('version_id', 'text', references('adoptions.version_id'))
      .addColumn('number', 'integer', required)
      .addColumn('canonical', 'text', required)
      .addColumn('sha256', 'text', required)
      .addColumn('at', 'text', required)
      .addUniqueConstraint('corrigenda_number', ['version_id', 'number'])
      .execute()

    const sameAdoption = 'old.version_id = new.version_id or old.text_id = new.text_id'
    await refuseChange(db, dialect, 'adoptions', 'an adoption cannot change', sameAdoption)
    const sameNumber = 'old.id = new.id or (old.version_id = new.version_id and old.number = new.number)'
    await refuseChange(db, dialect, 'corrigenda', 'a corrigendum cannot change', sameNumber)

    // A seal says what it says; it can only be withdrawn, once, and not any more when the text is adopted.
    await refuseWhen(db, dialect, {
      ...{ name: 'seals_keep', on: 'delete on seals', message: 'a seal cannot change', when: 'true' },
    })
    await refuseWhen(db, dialect, {
      name: 'seals_not_replaced',
      on: 'insert on seals',
      message: 'a seal cannot change',
      when: 'exists (select 1 from seals where seals.id = new.id)',
    })
    await refuseWhen(db, dialect, {
      name: 'seals_stand',
      on: 'update on seals',
      message: 'a seal cannot change',
      when: `old.withdrawn_at is not null or new.withdrawn_at is null
        or new.id <> old.id or new.text_id <> old.text_id or new.draft_id <> old.draft_id or new.side <> old.side
        or new.sha256 <> old.sha256 or new.mandate_id <> old.mandate_id or new.at <> old.at
        or exists (select 1 from adoptions where adoptions.text_id = old.text_id)`,
    })
    // No text is adopted without a seal of each side on the very hash of the version.
    await refuseWhen(db, dialect, {
      name: 'adoptions_sealed',
      on: 'insert on adoptions',
      message: 'an adoption needs the seals of both sides on its version',
      when: `not exists (
        select 1 from versions
        join seals as fra on fra.id = new.fra_seal_id
        join seals as jap on jap.id = new.jap_seal_id
        where versions.id = new.version_id and versions.text_id = new.text_id and versions.origin = 'adoption'
        and fra.side = 'fra' and jap.side = 'jap' and fra.draft_id = jap.draft_id
        and fra.text_id = new.text_id and jap.text_id = new.text_id
        and fra.sha256 = versions.sha256 and jap.sha256 = versions.sha256
        and fra.withdrawn_at is null and jap.withdrawn_at is null)`,
    })
    // Nothing more is written, consented to or decided in an adopted text.
    for (const [table, text] of Object.entries(OF_A_TEXT))
      await refuseWhen(db, dialect, {
        name: `${table}_not_adopted`,
        on: `insert on ${table}`,
        message: 'the text is adopted',
        when: `exists (select 1 from adoptions where adoptions.text_id = ${text})`,
      })
    await refuseWhen(db, dialect, {
      name: 'drafts_stay_closed',
      on: 'update on drafts',
      message: 'the text is adopted',
      when: `old.closed_at is not null and new.closed_at is null
        and exists (select 1 from adoptions where adoptions.text_id = old.text_id)`,
    })
  },
}
