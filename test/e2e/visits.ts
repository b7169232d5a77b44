/** When people were last here, in stories about what happened since. */
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { databaseFile } from '../../server/store/data-directory.ts'
import type { Room } from '../support/room.ts'

/** Everybody's visits until now were a day earlier: nobody waits half an hour here. */
export function aDayPasses(room: Room): void {
  const db = new Database(databaseFile(room.data))
  db.exec(`update visits set at = strftime('%Y-%m-%dT%H:%M:%fZ', at, '-1 day')`)
  db.close()
}

/** Opens the first page, and waits until the visit is known. */
export async function visitFirstPage(page: Page): Promise<void> {
  const told = page.waitForResponse(response => response.url().endsWith('/api/desk/visit') && response.ok())
  await page.goto('/')
  await told
}
