/** Opening the database. Store functions take the `Database` that stands here, or a transaction of it. */
import SqliteFile from 'better-sqlite3'
import type { DatabaseConnection } from 'kysely'
import { CompiledQuery, type Driver, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import type { Tables } from './tables.ts'

/** A database or a transaction: inside a transaction use only that, and await nothing but queries. */
export type Database = Kysely<Tables>

export type DialectName = 'sqlite' | 'postgres'

/** Which SQL this database speaks, for the few statements that cannot be written the same for both. */
export function dialectOf(db: Database): DialectName {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres'
}

/** Each pragma with the meaning it buys. */
export const PRAGMAS: readonly (readonly [pragma: string, meaning: string])[] = [
  ['journal_mode = WAL', 'readers and the one writer do not wait for each other'],
  ['synchronous = FULL', 'what was committed is on the disk, even when the machine loses power'],
  ['foreign_keys = ON', 'no row points to one that is not there'],
  ['busy_timeout = 5000', 'the log and the command line write too: wait for them (milliseconds)'],
]

/** Opens the file, or `:memory:`, without migrating it. `db.destroy()` closes it. */
export function openSqlite(file: string): Database {
  const database = new SqliteFile(file)
  for (const [pragma] of PRAGMAS) database.pragma(pragma)
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database }) })
}

/** Opens a database that is not to be touched, such as a backup. Throws when it is not there. */
export function openReadOnly(file: string): Database {
  const database = new SqliteFile(file, { readonly: true, fileMustExist: true })
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

/** Full disk, read-only disk, failing disk: nothing was written, and it may work again later. */
export function isStorageFailure(error: unknown): boolean {
  const code = error instanceof SqliteFile.SqliteError ? error.code : ''
  return /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|BUSY)/.test(code)
}

/**
 * Transactions begin as writers. A transaction that first reads and then writes would otherwise fail
 * with SQLITE_BUSY_SNAPSHOT, without waiting, whenever the sync log commits between the two.
 */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteFile.Database
  constructor(config: { readonly database: SqliteFile.Database }) {
    super(config)
    this.#database = config.database
  }
  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#database)
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: SqliteFile.Database
  constructor(database: SqliteFile.Database) {
    super({ database })
    this.#database = database
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  /** On a full or failing disk SQLite has rolled back by itself; a second time would hide the cause. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}
