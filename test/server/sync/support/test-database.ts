import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../../../server/store/database.ts'
import { migrate } from '../../../../server/store/migrations/migrator.ts'

/** A migrated database in a directory of its own. */
export async function testDatabase(): Promise<{ readonly file: string; remove(): void }> {
  const directory = mkdtempSync(join(tmpdir(), 'concordance-sync-'))
  const file = join(directory, 'test.db')
  const db = openSqlite(file)
  await migrate(db)
  await db.destroy()
  return { file, remove: () => rmSync(directory, { recursive: true, force: true }) }
}
