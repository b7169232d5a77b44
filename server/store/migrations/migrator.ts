/**
 * Brings a database up to date. All that is missing is done in one transaction, so that a process killed
 * in the middle leaves the database as it was.
 */
import { sql } from 'kysely'
import { type Database, type DialectName, dialectOf } from '../database.ts'
import { foundation } from './0001-foundation.ts'
import { amendments } from './0002-amendments.ts'
import { history } from './0003-history.ts'
import { threads } from './0004-threads.ts'
import { presence } from './0005-presence.ts'
import { digests } from './0006-digests.ts'
import { workshops } from './0008-workshops.ts'
import { integration } from './0009-integration.ts'
import { agreement } from './0011-agreement.ts'
import { translations } from './0012-translations.ts'
import { facts } from './0013-facts.ts'
import { brackets } from './0014-brackets.ts'
import { unitChanges } from './0015-unit-changes.ts'
import { adoption } from './0016-adoption.ts'
import { actChains } from './0017-act-chains.ts'
import { consentWords } from './0018-consent-words.ts'
import { publications } from './0021-publications.ts'
import { consentActs } from './0022-consent-acts.ts'

export type Migration = {
  /** Ordered by name; never renamed, never changed once released. */
  readonly name: string
  up(db: Database, dialect: DialectName): Promise<void>
}

const MIGRATIONS: readonly Migration[] = [
  foundation,
  amendments,
  history,
  threads,
  presence,
  digests,
  workshops,
  integration,
  agreement,
  translations,
  facts,
  brackets,
  unitChanges,
  adoption,
  actChains,
  consentWords,
  publications,
  consentActs,
]

/** The database was written by a newer version of the program. */
export class DatabaseTooNew extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `The database was written by a newer version of Concordance (${unknown.join(', ')}). Update the program; nothing was changed.`,
    )
    this.name = 'DatabaseTooNew'
  }
}

/** Returns the names of the migrations done now. Throws DatabaseTooNew. */
export async function migrate(db: Database, migrations = MIGRATIONS): Promise<readonly string[]> {
  return db.transaction().execute(async trx => {
    await sql`create table if not exists migrations (name text primary key, at text not null)`.execute(trx)
    const done = await readDone(trx)
    assertKnown(done, migrations)
    const missing = migrations.filter(migration => !done.has(migration.name))
    for (const { name, up } of missing) {
      await up(trx, dialectOf(trx))
      await sql`insert into migrations (name, at) values (${name}, ${new Date().toISOString()})`.execute(trx)
    }
    return missing.map(migration => migration.name)
  })
}

/** The database is older than the program: it is brought up to date at the next start, and only there. */
export class DatabaseTooOld extends Error {
  constructor() {
    super('The database was written by an older version of Concordance. Start the room once with npm start.')
    this.name = 'DatabaseTooOld'
  }
}

/** For the command line, which must not migrate under an open room. Throws DatabaseTooOld or DatabaseTooNew. */
export async function assertUpToDate(db: Database, migrations = MIGRATIONS): Promise<void> {
  const done = await readDone(db).catch(() => new Set<string>())
  assertKnown(done, migrations)
  if (migrations.some(migration => !done.has(migration.name))) throw new DatabaseTooOld()
}

async function readDone(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
  return new Set(rows.map(row => row.name))
}

function assertKnown(done: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(migration => migration.name))
  const unknown = [...done].filter(name => !known.has(name))
  if (unknown.length) throw new DatabaseTooNew(unknown)
}
