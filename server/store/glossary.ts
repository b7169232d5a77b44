/** The glossary of an edition. */
import type { EditionId } from '../../shared/model/ids.ts'
import type { GlossaryTerm } from '../editions/glossary.ts'
import type { NewId } from '../new-id.ts'
import type { Database } from './database.ts'

/** The grades as the file writes them. */
const GRADE = { attested: 'A', standard: 'B', proposal: 'C' } as const

/** In the order given. The note is kept as the file has it: `[A] domain: remark`. */
export async function insertTerms(
  db: Database,
  edition: EditionId,
  terms: readonly GlossaryTerm[],
  newId: NewId,
): Promise<void> {
  for (const [position, { fr, ja, en, confidence, domain, remark }] of terms.entries())
    await db
      .insertInto('glossary_terms')
      .values({
        id: newId('term'),
        edition_id: edition,
        position,
        fr,
        ja,
        en,
        note: `[${GRADE[confidence]}] ${domain}${remark ? `: ${remark}` : ''}`,
      })
      .execute()
}
