import type { Deps } from '../app.ts'
import { getCurrentEdition } from '../store/editions.ts'
import { insertLink, withdrawSetupLinks } from '../store/links.ts'

/** On an empty database: a fresh one-time link, printed and kept nowhere. Earlier ones no longer work. */
export async function printSetUpLink(
  { db, clock, newId, log }: Pick<Deps, 'db' | 'clock' | 'newId' | 'log'>,
  address: string,
): Promise<void> {
  if (await getCurrentEdition(db)) return
  const now = clock()
  const { token } = await db.transaction().execute(async trx => {
    await withdrawSetupLinks(trx, now)
    return insertLink(trx, { id: newId('link'), purpose: 'setup', createdBy: null }, now)
  })
  log.info(
    `This room is empty. Set it up with this link, which works once and until the next start:\n\n  ${address}/setup#${token}\n`,
  )
}
