/** What the workshops of the demonstration have submitted, as rows. */
import { createHash } from 'node:crypto'
import { canonicalForm } from '../../shared/model/canonical-form.ts'
import { factValues } from '../../shared/model/fact-values.ts'
import type { MandateId } from '../../shared/model/ids.ts'
import { publicState } from '../../shared/schema/y-write.ts'
import { demoSubmissions } from '../editions/demo/restitution.ts'
import { withFactIds } from '../editions/demo/text-source.ts'
import type { NewId } from '../new-id.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { listFacts } from '../store/facts.ts'
import { textsOfEdition } from '../store/texts.ts'
import { insertVersion } from '../store/versions.ts'
import { exactInstant, type MadeEdition } from './make-edition.ts'

/** Call it in a transaction. `by` gives the mandate of a sign-in name. */
export async function insertDemoSubmissions(
  db: Database,
  { edition, facts, workshops }: MadeEdition,
  by: (login: string) => MandateId,
  newId: NewId,
): Promise<void> {
  const texts = await textsOfEdition(db, edition.id)
  for (const submission of demoSubmissions) {
    const workshop = workshops.get(submission.workshop)
    const text = texts.find(each => each.kind === submission.kind && each.workshop === workshop)
    if (!text) throw new Error(`workshop ${submission.workshop} has no ${submission.kind}`)
    const words = withFactIds(submission.text, facts)
    const canonical = canonicalForm(words, factValues(words, await listFacts(db, edition.id)))
    const [madeBy, madeAt] = [by(submission.by), exactInstant(submission.at)]
    await insertVersion(db, {
      id: newId('version'),
      text: text.id,
      number: 1,
      label: submission.label,
      origin: 'transmission',
      side: null,
      stage: null,
      base: null,
      sha256: createHash('sha256').update(canonical).digest('hex'),
      canonical,
      state: publicState(null, words),
      coverNote: submission.coverNote,
      madeBy,
      madeAt,
      due: null,
      late: false,
    })
    await recordAct(db, {
      edition: edition.id,
      at: madeAt,
      mandate: madeBy,
      audience: 'joint',
      kind: 'text-submitted',
      detail: { ...labelDetail('text', text.title), label: submission.label },
    })
  }
}
