import type { NewId } from '../new-id.ts'
import type { Database } from '../store/database.ts'
import { getCurrentEdition } from '../store/editions.ts'
import { makeDemonstration } from './make-demonstration.ts'

/** A demonstration lets anybody sign in as anybody: it is never opened on a room that is in use. */
export class NotADemonstration extends Error {
  constructor(directory: string) {
    super(
      `The database in ${directory} is not a demonstration. Start it with npm start, or name another directory in CONCORDANCE_DATA.`,
    )
    this.name = 'NotADemonstration'
  }
}

/** Makes the demonstration in an empty database, and leaves one that is there as it is. Throws NotADemonstration. */
export async function provideDemonstration(db: Database, directory: string, newId: NewId): Promise<void> {
  const edition = await getCurrentEdition(db)
  if (edition && !edition.demonstration) throw new NotADemonstration(directory)
  if (!edition) await db.transaction().execute(trx => makeDemonstration(trx, newId))
}
