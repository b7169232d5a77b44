/**
 * [O1] [A3] Consents to pairs of texts: each is to the words that its row keeps, all that were given at once are what the
 * log of acts recorded, and none is missing.
 */
import { createHash } from 'node:crypto'
import { type Consent, pairForm } from '../../shared/model/agreement.ts'
import type { UnitWords } from '../../shared/model/proposal.ts'
import { consentsHash } from '../agreement/consents-hash.ts'
import type { Act } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { fromJson } from '../store/json.ts'

/** One sentence for each fault. `acts` are all of the log. */
export async function verifyConsents(
  db: Database,
  acts: readonly Pick<Act, 'seq' | 'kind' | 'detail'>[],
): Promise<string[]> {
  const findings: string[] = []
  const rows = await db.selectFrom('consents').selectAll().orderBy('id').execute()
  for (const row of rows) {
    if (row.words === null) continue
    if (hashOf(pairForm(fromJson<UnitWords>(row.words))) !== row.pair_sha256)
      findings.push(`consent ${row.id} is not to the words that it keeps`)
  }
  const given = Map.groupBy(
    rows.filter(row => row.act_seq !== null),
    row => row.act_seq as number,
  )
  for (const { seq, kind, detail } of acts) {
    if (!detail.consents) continue
    const consents = (given.get(seq) ?? []).map(row => ({
      ...{ unit: row.unit_id, side: row.side, pair: row.pair_sha256, kind: row.kind },
    })) as Pick<Consent, 'unit' | 'side' | 'pair' | 'kind'>[]
    given.delete(seq)
    if (consentsHash(consents) !== detail.consents)
      findings.push(`the consents of act ${seq} (${kind}) are not those that the log recorded`)
  }
  for (const seq of given.keys()) findings.push(`consents name act ${seq}, which recorded none`)
  return findings
}

function hashOf(form: string): string {
  return createHash('sha256').update(form).digest('hex')
}
