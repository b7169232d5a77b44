/** The edition with its plan, organisations, workshops and facts: what everyone with a mandate may see. */
import type { Edition } from '../../shared/model/edition.ts'
import type { EditionView } from '../../shared/protocol/views.ts'
import type { Database } from '../store/database.ts'
import { listOrganisations, listWorkshops } from '../store/editions.ts'
import { listFacts } from '../store/facts.ts'
import { listStages } from '../store/stages.ts'

export async function readEditionView(db: Database, edition: Edition): Promise<EditionView> {
  return {
    edition,
    stages: await listStages(db, edition.id),
    organisations: await listOrganisations(db, edition.id),
    workshops: await listWorkshops(db, edition.id),
    facts: await listFacts(db, edition.id),
  }
}
