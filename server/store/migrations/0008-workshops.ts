/** [W1] [W2] Workshops: where they meet, who speaks in them, and what is said of what they submit. */
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { primaryKey, references, refuseChange, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const workshops: Migration = {
  name: '0008-workshops',
  async up(db, dialect) {
    const { schema } = db
    for (const column of ['room', 'starts_at', 'ends_at'])
      await schema.alterTable('workshops').addColumn(column, 'text').execute()
    await schema.alterTable('editions').addColumn('speech', 'text').execute()

    await schema
      .createTable('participations')
      .addColumn('id', 'text', primaryKey)
      .addColumn('edition_id', 'text', references('editions.id'))
      .addColumn('fra_id', 'text', column => column.references('organisations.id'))
      .addColumn('jap_id', 'text', column => column.references('organisations.id'))
      .addColumn('choices', 'text', required)
      .addColumn('workshop_id', 'text', column => column.references('workshops.id'))
      .addColumn('text_id', 'text', column => column.references('texts.id'))
      .addColumn('note', 'text', required)
      .addColumn('created_at', 'text', required)
      .execute()

    await schema
      .createTable('submission_marks')
      .addColumn('version_id', 'text', references('versions.id'))
      .addColumn('position', 'integer', required)
      .addColumn('kind', 'text', required)
      .addColumn('reason', 'text')
      .addColumn('mandate_id', 'text', references('mandates.id'))
      .addColumn('at', 'text', required)
      .addPrimaryKeyConstraint('submission_marks_key', ['version_id', 'position'])
      .execute()
    await refuseChange(
      db,
      dialect,
      'submission_marks',
      'what was said of a submission cannot change',
      'old.version_id = new.version_id and old.position = new.position',
    )
    await giveWorkshopsTheirTexts(db)
  },
}

/** Workshops made until now had no texts. Their titles are written here as they were on this day. */
async function giveWorkshopsTheirTexts(db: Database): Promise<void> {
  const { rows } = await sql<{ id: string; edition_id: string; number: number; created_at: string }>`
    select workshops.id, edition_id, workshops.number, editions.created_at
    from workshops join editions on editions.id = workshops.edition_id`.execute(db)
  for (const { id, edition_id, number, created_at } of rows)
    for (const [kind, title] of [
      ['workshop-summary', { fr: `Résumé de l’atelier ${number}`, ja: `第${number}分科会の要旨` }],
      ['restitution', { fr: `Restitution de l’atelier ${number}`, ja: `第${number}分科会報告` }],
    ] as const)
      await sql`insert into texts (id, edition_id, kind, workshop_id, title, created_at)
        values (${`text-${kind}-${id}`}, ${edition_id}, ${kind}, ${id}, ${JSON.stringify(title)}, ${created_at})`.execute(
        db,
      )
}
