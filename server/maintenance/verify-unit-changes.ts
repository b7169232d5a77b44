/**
 * [O1] [S2] Changes of units: the words asked for are those that were consented to, and what was made had the consent of
 * both sides and stands in the log of acts.
 */
import { createHash } from 'node:crypto'
import { pairForm } from '../../shared/model/agreement.ts'
import type { UnitWords } from '../../shared/model/proposal.ts'
import { isConsented, type UnitChangeAnswer } from '../../shared/model/unit-change.ts'
import type { Act } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { fromJson } from '../store/json.ts'

/** One sentence for each fault. `acts` are all of the log. */
export async function verifyUnitChanges(
  db: Database,
  acts: readonly Pick<Act, 'kind' | 'detail'>[],
): Promise<string[]> {
  const findings: string[] = []
  const rows = await db.selectFrom('unit_changes').selectAll().orderBy('id').execute()
  const answers = Map.groupBy(
    await db.selectFrom('unit_change_answers').select(['change_id', 'side', 'outcome']).execute(),
    ({ change_id }) => change_id,
  )
  const recorded = (kind: Act['kind']) =>
    new Set(acts.filter(act => act.kind === kind).map(({ detail }) => detail.change))
  const [asked, made] = [recorded('change-asked'), recorded('unit-changed')]
  for (const row of rows) {
    if (hashOf(row.words_before) !== row.before_sha256 || hashOf(row.words_after) !== row.after_sha256)
      findings.push(`the words of change ${row.id} are not those that it was asked with`)
    if (!asked.has(row.id)) findings.push(`change ${row.id} was never recorded as asked for`)
    if (row.made_at === null) continue
    const given = (answers.get(row.id) ?? []) as Pick<UnitChangeAnswer, 'side' | 'outcome'>[]
    if (!isConsented(given)) findings.push(`change ${row.id} was made without the consent of both sides`)
    if (!made.has(row.id)) findings.push(`change ${row.id} was never recorded as made`)
  }
  const known = new Set(rows.map(({ id }) => id))
  for (const id of [...asked, ...made])
    if (id !== undefined && !known.has(id)) findings.push(`change ${id} of the log of acts is gone`)
  return findings
}

function hashOf(words: string): string {
  return createHash('sha256')
    .update(pairForm(fromJson<UnitWords>(words)))
    .digest('hex')
}
