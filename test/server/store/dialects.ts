/** The databases that every store function has to run on, each new and migrated. */
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { type Database, type DialectName, openSqlite } from '../../../server/store/database.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'
import type { Tables } from '../../../server/store/tables.ts'

export const DIALECTS: readonly DialectName[] = ['sqlite', 'postgres']

export async function openMigrated(dialect: DialectName): Promise<Database> {
  const db =
    dialect === 'sqlite'
      ? openSqlite(':memory:')
      : new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) })
  await migrate(db)
  return db
}
