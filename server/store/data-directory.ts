/** The directory that holds everything: the database, and the lock that keeps a second server out. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'

/** The one database file of a data directory. */
export function databaseFile(directory: string): string {
  return join(directory, 'concordance.db')
}

export class DataDirectoryInUse extends Error {
  constructor(directory: string) {
    super(
      `Another process is using ${directory}. Two servers on one database would undo each other's work, so this one stops here.`,
    )
    this.name = 'DataDirectoryInUse'
  }
}

export type DataDirectoryLock = { release(): void }

/** Locks that nobody released: a lock that the garbage collector closes would let a second server in. */
const held = new Set<SqliteFile.Database>()

/**
 * Makes the directory if need be and keeps every other server away from it until released. The lock is
 * the operating system's, on a file of its own: it goes with the process, however that ends, and leaves
 * the database free for the command line. Throws DataDirectoryInUse.
 */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  // Only for the owner: the database holds private drafts.
  if (!existsSync(directory)) mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lock = new SqliteFile(join(directory, 'lock.db'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof SqliteFile.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new DataDirectoryInUse(directory)
    throw error
  }
  held.add(lock)
  return {
    release: () => {
      held.delete(lock)
      lock.close()
    },
  }
}
