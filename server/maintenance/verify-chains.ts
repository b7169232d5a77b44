/**
 * [O1] The chains in which readers take the log of acts away: each act stands in the one of its circle, and each chain
 * holds. With a record that somebody took away earlier, that the room still has every act of it: whoever rewrites the
 * whole log leaves no other trace.
 */
import type { HashedAct, RecordFile } from '../../shared/model/act-chain.ts'
import { FIRST_PREVIOUS } from '../../shared/model/act-chain.ts'
import { hashChained, listAllChained } from '../store/act-chains.ts'
import type { Act } from '../store/acts.ts'
import type { Database } from '../store/database.ts'

/** One sentence for each fault. `acts` are all of the log. */
export async function verifyChains(
  db: Database,
  acts: readonly Pick<Act, 'edition' | 'audience'>[],
): Promise<string[]> {
  const chained = await listAllChained(db)
  const chains = Map.groupBy(chained, nameOf)
  const findings = [...chains].flatMap(([name, chain]) => chainFindings(name, chain))
  const logged = Map.groupBy(acts, nameOf)
  for (const name of new Set([...chains.keys(), ...logged.keys()])) {
    const [has, should] = [chains.get(name)?.length ?? 0, logged.get(name)?.length ?? 0]
    if (has !== should) findings.push(`${name} has ${has} acts, the log has ${should} of its circle`)
  }
  return findings
}

/** What of a record taken away the room does not have as it stands there. */
export async function verifyRecord(db: Database, record: RecordFile): Promise<string[]> {
  const known = new Set((await listAllChained(db)).map(({ hash }) => hash))
  return record.chains.flatMap(({ acts }) =>
    acts
      .filter(({ hash }) => !known.has(hash))
      .map(act => `act ${act.number} of ${nameOf(act)} is not in this room as the record has it`),
  )
}

function nameOf({ edition, audience }: { readonly edition: string; readonly audience: string }): string {
  return `the chain ${audience} of ${edition}`
}

function chainFindings(name: string, chain: readonly HashedAct[]): string[] {
  const findings: string[] = []
  let before = { number: 0, hash: FIRST_PREVIOUS }
  for (const act of chain) {
    if (act.number !== before.number + 1) findings.push(`${name}: act ${before.number + 1} is missing`)
    else if (act.previous !== before.hash)
      findings.push(`${name}: act ${act.number} does not follow act ${before.number} as it stands now`)
    if (hashChained(act) !== act.hash) findings.push(`${name}: act ${act.number} (${act.kind}) was changed`)
    before = act
  }
  return findings
}
