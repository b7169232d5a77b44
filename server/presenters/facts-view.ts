/** [F1] The page of shared facts, as one reader may see it. */
import type { Edition } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { FactsView } from '../../shared/protocol/fact-views.ts'
import type { Deps } from '../app.ts'
import { readFactUses } from '../facts/fact-uses.ts'
import { mayRunEdition } from '../policies/policies.ts'
import { listFactChanges, listFacts } from '../store/facts.ts'
import { listMandates } from '../store/people.ts'

export async function readFactsView(
  deps: Pick<Deps, 'db' | 'sync'>,
  edition: Edition,
  mandates: readonly Mandate[],
): Promise<FactsView> {
  const { db } = deps
  const [facts, changes] = [await listFacts(db, edition.id), await listFactChanges(db, edition.id)]
  const titles = new Map((await listMandates(db, edition.id)).map(({ id, title }) => [id, title]))
  const uses = await readFactUses(deps, edition, mandates)
  const organises = mayRunEdition(mandates)
  return {
    facts: facts
      .filter(({ id, withdrawnAt }) => withdrawnAt === null || organises || uses.has(id))
      .map(fact => ({
        fact,
        uses: uses.get(fact.id) ?? [],
        changes: changes
          .filter(change => change.fact === fact.id)
          .map(({ at, by, before, after }) => ({ at, by: titles.get(by) ?? null, before, after })),
      })),
  }
}
