/**
 * [O1] [S1] Adopted texts: the seals of both sides are on the hash of the version, the corrigenda are numbered without
 * gaps, follow each other by their hashes and fit the words they correct, and the log of acts recorded all these hashes.
 */

import { parseCanonicalForm, UnreadableForm } from '../../shared/model/canonical-form.ts'
import { corrigendaFaults, UnreadableCorrigendum } from '../../shared/model/corrigendum.ts'
import { listAllActs } from '../store/acts.ts'
import type { Database } from '../store/database.ts'

/** One sentence for each fault. */
export async function verifyAdoptions(db: Database): Promise<string[]> {
  const findings: string[] = []
  const acts = await listAllActs(db)
  const recorded = (kind: string) => acts.filter(act => act.kind === kind).map(({ detail }) => detail.sha256)
  const adopted = recorded('text-adopted')
  const made = recorded('corrigendum-made')
  const rows = await db
    .selectFrom('adoptions')
    .innerJoin('versions', 'versions.id', 'adoptions.version_id')
    .innerJoin('seals as fra', 'fra.id', 'adoptions.fra_seal_id')
    .innerJoin('seals as jap', 'jap.id', 'adoptions.jap_seal_id')
    .select(['versions.id', 'versions.label', 'versions.sha256', 'versions.canonical'])
    .select(['fra.sha256 as fra_sha256', 'jap.sha256 as jap_sha256'])
    .orderBy('versions.id')
    .execute()
  let corrections = 0
  for (const row of rows) {
    const name = `the adopted version ${row.label} (${row.id})`
    if (row.fra_sha256 !== row.sha256 || row.jap_sha256 !== row.sha256)
      findings.push(`${name} is not what both sides sealed`)
    if (!adopted.includes(row.sha256))
      findings.push(`${name} is not what the log of acts recorded when it was adopted`)
    const corrigenda = await db
      .selectFrom('corrigenda')
      .select(['number', 'canonical', 'sha256'])
      .where('version_id', '=', row.id)
      .orderBy('number')
      .execute()
    corrections += corrigenda.length
    findings.push(...(await faultsOf(row, corrigenda)).map(fault => `${name}: ${fault}`))
    for (const { number, sha256 } of corrigenda)
      if (!made.includes(sha256))
        findings.push(`${name}: corrigendum ${number} is not what the log of acts recorded`)
  }
  if (rows.length < adopted.length)
    findings.push('an adopted text, which the log of acts recorded, is not there')
  if (corrections < made.length) findings.push('a corrigendum, which the log of acts recorded, is not there')
  return findings
}

async function faultsOf(
  { sha256, canonical }: { readonly sha256: string; readonly canonical: string },
  corrigenda: readonly { readonly canonical: string; readonly sha256: string }[],
): Promise<string[]> {
  try {
    return await corrigendaFaults({ sha256, text: parseCanonicalForm(canonical).text }, corrigenda)
  } catch (error) {
    // What cannot be read at all; a version that cannot is a finding of its own.
    if (error instanceof UnreadableCorrigendum || error instanceof UnreadableForm) return [error.message]
    throw error
  }
}
