/** What the organiser of the demonstration said of a fact before the first version was transmitted. */
import type { EditionId, FactId, MandateId } from '../../shared/model/ids.ts'
import { factsSaid } from '../editions/demo/facts-said.ts'
import { changeFact } from '../facts/change-facts.ts'
import { isRefusal } from '../http/respond.ts'
import type { Database } from '../store/database.ts'
import { exactInstant } from './make-edition.ts'

export async function insertDemoFactChanges(
  db: Database,
  edition: EditionId,
  facts: ReadonlyMap<string, FactId>,
  by: MandateId,
): Promise<void> {
  for (const { key, at, ...said } of factsSaid) {
    const fact = facts.get(key)
    if (!fact) throw new Error(`the demonstration has no fact ${key}`)
    const done = await changeFact(db, fact, said, { edition, by, at: exactInstant(at) })
    if (isRefusal(done)) throw new Error(`the demonstration says of ${key} what is refused: ${done.detail}`)
  }
}
