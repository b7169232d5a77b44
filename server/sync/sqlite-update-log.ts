/** The update log in the SQLite database, through a worker thread so that fsync never holds up the loop. */
import type { UpdateLog } from './update-log.ts'

/** `file` is the path of the database, already migrated. */
export function openSqliteUpdateLog(file: string): UpdateLog {
  throw new Error(`not built yet: ${file}`)
}
