/** Every table of the first release; tables.ts says what the columns mean. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { primaryKey, references, refuseChange, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const foundation: Migration = {
  name: '0001-foundation',
  async up(db, dialect) {
    const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
    // A table that is nothing but its key: one tree to write per row instead of two.
    const keyed = dialect === 'sqlite' ? sql`without rowid` : sql``
    const { schema } = db

    await schema
      .createTable('settings')
      .addColumn('key', 'text', primaryKey)
      .addColumn('value', 'text', required)
      .execute()

    await schema
      .createTable('editions')
      .addColumn('id', 'text', primaryKey)
      .addColumn('number', 'integer', required)
      .addColumn('name', 'text', required)
      .addColumn('place', 'text', required)
      .addColumn('starts_on', 'text', required)
      .addColumn('ends_on', 'text', required)
      .addColumn('zone', 'text', required)
      .addColumn('penholder', 'text', required)
      .addColumn('demonstration', 'integer', required)
      .addColumn('created_at', 'text', required)
      .execute()

    await schema
      .createTable('organisations')
      .addColumn('id', 'text', primaryKey)
      .addColumn('edition_id', 'text', references('editions.id'))
      .addColumn('name', 'text', required)
      .addColumn('side', 'text')
      .execute()

    await schema
      .createTable('workshops')
      .addColumn('id', 'text', primaryKey)
      .addColumn('edition_id', 'text', references('editions.id'))
      .addColumn('number', 'integer', required)
      .addColumn('title', 'text', required)
      .addColumn('aliases', 'text', required)
      .addColumn('status', 'text', required)
      .addUniqueConstraint('workshops_number', ['edition_id', 'number'])
      .execute()

    await schema
      .createTable('facts')
      .addColumn('id', 'text', primaryKey)
      .addColumn('edition_id', 'text', references('editions.id'))
      .addColumn('position', 'integer', required)
      .addColumn('key', 'text', required)
      .addColumn('type', 'text', required)
      .addColumn('label', 'text', required)
      .addColumn('value', 'text')
      .addColumn('status', 'text', required)
      .addUniqueConstraint('facts_key', ['edition_id', 'key'])
      .execute()

    await schema
      .createTable('glossary_terms')
      .addColumn('id', 'text', primaryKey)
      .addColumn('edition_id', 'text', references('editions.id'))
      .addColumn('position', 'integer', required)
      .addColumn('fr', 'text', required)
      .addColumn('ja', 'text', required)
      .addColumn('en', 'text', required)
      .addColumn('note', 'text', required)
      .execute()

    await schema
      .createTable('stages')
      .addColumn('id', 'text', primaryKey)
      .addColumn('edition_id', 'text', references('editions.id'))
      .addColumn('position', 'integer', required)
      .addColumn('name', 'text', required)
      .addColumn('turn', 'text', required)
      .addColumn('version_label', 'text')
      .addColumn('confirms_essential', 'integer', required)
      .addColumn('starts_from', 'text', required)
      .addColumn('due_at', 'text')
      .addColumn('due_zone', 'text')
      .addColumn('due_status', 'text', required)
      .addColumn('evidence', 'text', required)
      .addColumn('opened_at', 'text')
      .addColumn('closed_at', 'text')
      .execute()
    // [R2] One stage is current: opened and not closed.
    await sql`create unique index stages_current on stages (edition_id)
      where opened_at is not null and closed_at is null`.execute(db)

    await schema
      .createTable('people')
      .addColumn('id', 'text', primaryKey)
      .addColumn('name', 'text', required)
      .addColumn('login', 'text', column => column.notNull().unique())
      .addColumn('password_hash', 'text')
      .addColumn('language', 'text', required)
      .addColumn('zone', 'text', required)
      .addColumn('created_at', 'text', required)
      .execute()

    await schema
      .createTable('mandates')
      .addColumn('id', 'text', primaryKey)
      .addColumn('edition_id', 'text', references('editions.id'))
      .addColumn('person_id', 'text', references('people.id'))
      .addColumn('role', 'text', required)
      .addColumn('side', 'text')
      .addColumn('organisation_id', 'text', column => column.references('organisations.id'))
      .addColumn('workshop_id', 'text', column => column.references('workshops.id'))
      .addColumn('title', 'text', required)
      .addColumn('starts_at', 'text', required)
      .addColumn('ends_at', 'text')
      .execute()
    await schema.createIndex('mandates_person').on('mandates').column('person_id').execute()

    await schema
      .createTable('links')
      .addColumn('id', 'text', primaryKey)
      .addColumn('purpose', 'text', required)
      .addColumn('token_hash', 'text', column => column.notNull().unique())
      .addColumn('payload', 'text', required)
      .addColumn('created_by', 'text', column => column.references('people.id'))
      .addColumn('created_at', 'text', required)
      .addColumn('expires_at', 'text', required)
      .addColumn('used_at', 'text')
      .addColumn('withdrawn_at', 'text')
      .execute()

    await schema
      .createTable('sessions')
      .addColumn('id', 'text', primaryKey)
      .addColumn('token_hash', 'text', column => column.notNull().unique())
      .addColumn('person_id', 'text', references('people.id'))
      .addColumn('created_at', 'text', required)
      .addColumn('last_seen_at', 'text', required)
      .addColumn('expires_at', 'text', required)
      .execute()
    await schema.createIndex('sessions_person').on('sessions').column('person_id').execute()

    await schema
      .createTable('texts')
      .addColumn('id', 'text', primaryKey)
      .addColumn('edition_id', 'text', references('editions.id'))
      .addColumn('kind', 'text', required)
      .addColumn('workshop_id', 'text', column => column.references('workshops.id'))
      .addColumn('title', 'text', required)
      .addColumn('created_at', 'text', required)
      .execute()

    await schema
      .createTable('versions')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('number', 'integer', required)
      .addColumn('label', 'text', required)
      .addColumn('origin', 'text', required)
      .addColumn('side', 'text')
      .addColumn('stage_id', 'text', column => column.references('stages.id'))
      .addColumn('base_version_id', 'text', column => column.references('versions.id'))
      .addColumn('sha256', 'text', required)
      .addColumn('canonical', 'text', required)
      .addColumn('state', bytes, required)
      .addColumn('cover_note', 'text', required)
      .addColumn('made_by', 'text', column => column.references('mandates.id'))
      .addColumn('made_at', 'text', required)
      .addColumn('due_at', 'text')
      .addColumn('due_zone', 'text')
      .addColumn('late', 'integer', required)
      .addUniqueConstraint('versions_number', ['text_id', 'number'])
      .addUniqueConstraint('versions_label', ['text_id', 'label'])
      .execute()

    await schema
      .createTable('version_openings')
      .addColumn('version_id', 'text', column => column.primaryKey().references('versions.id'))
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('opened_at', 'text', required)
      .execute()

    await schema
      .createTable('receipts')
      .addColumn('version_id', 'text', references('versions.id'))
      .addColumn('side', 'text', required)
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('acknowledged_at', 'text', required)
      .addPrimaryKeyConstraint('receipts_key', ['version_id', 'side'])
      .execute()

    await schema
      .createTable('drafts')
      .addColumn('id', 'text', primaryKey)
      .addColumn('text_id', 'text', references('texts.id'))
      .addColumn('audience', 'text', required)
      .addColumn('stage_id', 'text', column => column.references('stages.id'))
      .addColumn('base_version_id', 'text', column => column.references('versions.id'))
      .addColumn('created_at', 'text', required)
      .addColumn('closed_at', 'text')
      .execute()
    // One open draft per text, audience and stage: two who open it at once get the same one.
    await sql`create unique index drafts_open on drafts (text_id, audience, stage_id)
      where closed_at is null`.execute(db)

    // The log's tables stand by themselves, without foreign keys: it is written through a connection of
    // its own, on the path of every keystroke, and can be rebuilt and verified on its own.
    await schema
      .createTable('draft_updates')
      .addColumn('draft_id', 'text', required)
      .addColumn('seq', 'integer', required)
      .addColumn('mandate_id', 'text', required)
      .addColumn('at', 'text', required)
      .addColumn('bytes', bytes, required)
      .addPrimaryKeyConstraint('draft_updates_key', ['draft_id', 'seq'])
      .modifyEnd(keyed)
      .execute()

    await schema
      .createTable('draft_states')
      .addColumn('draft_id', 'text', primaryKey)
      .addColumn('seq', 'integer', required)
      .addColumn('bytes', bytes, required)
      .addColumn('check', 'text', required)
      .addColumn('made_at', 'text', required)
      .execute()

    await schema
      .createTable('draft_history')
      .addColumn('draft_id', 'text', required)
      .addColumn('first_seq', 'integer', required)
      .addColumn('last_seq', 'integer', required)
      .addColumn('mandate_id', 'text', required)
      .addColumn('from_at', 'text', required)
      .addColumn('to_at', 'text', required)
      .addColumn('bytes', bytes, required)
      .addPrimaryKeyConstraint('draft_history_key', ['draft_id', 'first_seq', 'mandate_id'])
      .execute()

    await schema
      .createTable('visits')
      .addColumn('person_id', 'text', references('people.id'))
      .addColumn('subject', 'text', required)
      .addColumn('at', 'text', required)
      .addPrimaryKeyConstraint('visits_key', ['person_id', 'subject'])
      .execute()

    await schema
      .createTable('acts')
      .addColumn('seq', 'integer', primaryKey)
      .addColumn('edition_id', 'text', column => column.references('editions.id'))
      .addColumn('at', 'text', required)
      .addColumn('mandate_id', 'text', column => column.references('mandates.id'))
      .addColumn('audience', 'text', required)
      .addColumn('kind', 'text', required)
      .addColumn('detail', 'text', required)
      .addColumn('previous_hash', 'text', required)
      .addColumn('hash', 'text', required)
      .execute()

    const sameVersion =
      'old.id = new.id or (old.text_id = new.text_id and (old.number = new.number or old.label = new.label))'
    await refuseChange(db, dialect, 'versions', 'a version cannot change', sameVersion)
    await refuseChange(db, dialect, 'acts', 'an act cannot change', 'old.seq = new.seq')

    await db
      .insertInto('settings')
      .values([
        { key: 'epoch', value: randomUUID() },
        { key: 'room', value: randomUUID().slice(0, 8) },
      ])
      .execute()
  },
}
