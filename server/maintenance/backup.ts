/** Copies of the database: made while the room is open, and put back while it is closed. */
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { databaseFile, lockDataDirectory } from '../store/data-directory.ts'
import { openSqlite } from '../store/database.ts'
import { withdrawAllLinks } from '../store/links.ts'
import { migrate } from '../store/migrations/migrator.ts'
import { endAllSessions } from '../store/sessions.ts'
import { renewEpoch } from '../store/settings.ts'

/** What the person at the command line can put right. */
export class MaintenanceRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MaintenanceRefused'
  }
}

/**
 * Writes one consistent copy, whatever the room is doing meanwhile. It appears under its name only when
 * it is complete and on the disk. Throws MaintenanceRefused when there is a file of that name.
 */
export function backUp(directory: string, target: string): void {
  if (existsSync(target)) throw new MaintenanceRefused(`${target} exists already; nothing was written.`)
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  const database = new SqliteFile(databaseFile(directory), { fileMustExist: true, readonly: true })
  try {
    database.prepare('VACUUM INTO ?').run(partial)
  } finally {
    database.close()
  }
  flush(partial)
  renameSync(partial, target)
  flush(dirname(resolve(target)))
}

/**
 * Puts the backup in the place of the database, and that aside under the name returned. Everybody has to
 * sign in again and every open link is withdrawn, because what was ended since the backup was made would
 * come back to life; the epoch changes, so that no device merges newer words into the older text.
 * Throws DataDirectoryInUse while a server runs, and MaintenanceRefused for a file that is no backup.
 */
export async function restore(
  directory: string,
  backup: string,
  now: string,
): Promise<{ readonly setAside: string | null }> {
  checkBackup(backup)
  const lock = lockDataDirectory(directory)
  try {
    const file = databaseFile(directory)
    const incoming = `${file}.restoring`
    for (const suffix of ['', '-wal', '-shm']) rmSync(incoming + suffix, { force: true })
    copyFileSync(backup, incoming)
    const db = openSqlite(incoming)
    try {
      await migrate(db)
      await db.transaction().execute(async trx => {
        await renewEpoch(trx)
        await endAllSessions(trx, now)
        await withdrawAllLinks(trx, now)
      })
    } finally {
      await db.destroy()
    }
    flush(incoming)

    let setAside: string | null = null
    if (existsSync(file)) {
      foldLog(file)
      setAside = `${file}.before-${now.replaceAll(/[:.]/g, '-')}`
      // A copy: at no moment is there no database under its name. (A link would be a second name for the same one.)
      copyFileSync(file, setAside)
      flush(setAside)
    }
    renameSync(incoming, file)
    flush(directory)
    return { setAside }
  } finally {
    lock.release()
  }
}

function checkBackup(backup: string): void {
  if (!existsSync(backup)) throw new MaintenanceRefused(`There is no file ${backup}.`)
  try {
    const database = new SqliteFile(backup, { readonly: true })
    try {
      const [row] = database.pragma('integrity_check') as { integrity_check: string }[]
      if (row?.integrity_check !== 'ok') throw new Error(row?.integrity_check)
      database.prepare('select count(*) from acts').get()
    } finally {
      database.close()
    }
  } catch (cause) {
    throw new MaintenanceRefused(
      `${backup} is no sound backup of a room (${cause instanceof Error ? cause.message : cause}); nothing was changed.`,
    )
  }
}

/** Everything of the database into its one file: what a killed process left in the log file included. */
function foldLog(file: string): void {
  const database = new SqliteFile(file)
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
}

/** Waits until the file, or the names in the directory, are on the disk. */
function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
