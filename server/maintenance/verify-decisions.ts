/**
 * [O1] [R4] The decisions that left with versions: their hash holds, they are on the answer that their row names, and
 * the log of acts, which is bound by hashes of its own, recorded the same hash when the version was transmitted.
 */
import { createHash } from 'node:crypto'
import type { TransmittedDecisions } from '../../shared/model/amendment.ts'
import { listAllActs } from '../store/acts.ts'
import type { Database } from '../store/database.ts'

/** One sentence for each fault. */
export async function verifyDecisions(db: Database): Promise<string[]> {
  const findings: string[] = []
  const recorded = await recordedHashes(db)
  const rows = await db
    .selectFrom('version_decisions')
    .innerJoin('versions', 'versions.id', 'version_decisions.version_id')
    .innerJoin('texts', 'texts.id', 'versions.text_id')
    .selectAll('version_decisions')
    .select(['versions.label', 'texts.edition_id'])
    .orderBy('version_decisions.version_id')
    .execute()
  for (const row of rows) {
    const name = `the decisions of version ${row.label} (${row.version_id})`
    if (createHash('sha256').update(row.canonical).digest('hex') !== row.sha256)
      findings.push(`${name} were changed: their SHA-256 does not hold`)
    if (answerIn(row.canonical) !== row.answer_version_id)
      findings.push(`${name} do not say that they are on version ${row.answer_version_id}`)
    const key = keyOf(row.edition_id, row.label)
    if (recorded.get(key) !== row.sha256)
      findings.push(`${name} are not those that the log of acts recorded when it was transmitted`)
    recorded.delete(key)
  }
  for (const key of recorded.keys())
    findings.push(`the decisions of version ${labelOf(key)}, which the log of acts recorded, are not there`)
  return findings
}

/** By edition and label: a label names one version of the declaration. */
async function recordedHashes(db: Database): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for (const { kind, edition, detail } of await listAllActs(db))
    if (kind === 'version-transmitted' && detail.decisions)
      hashes.set(keyOf(edition, detail.version ?? ''), detail.decisions)
  return hashes
}

function keyOf(edition: string, label: string): string {
  return `${edition} ${label}`
}

function labelOf(key: string): string {
  return key.slice(key.indexOf(' ') + 1)
}

function answerIn(canonical: string): string | undefined {
  try {
    return (JSON.parse(canonical) as TransmittedDecisions | null)?.answer
  } catch {
    // What is no JSON names no answer.
    return undefined
  }
}
