/**
 * [O1] The chains in which readers take the log of acts away: each act stands in the one of its circle, and each chain
 * holds. With a record that somebody took away earlier, that the room still has every act of it: whoever rewrites the
 * whole log leaves no other trace.
 */
import { chainFaults, type RecordFile } from '../../shared/model/act-chain.ts'
import { listAllChained } from '../store/act-chains.ts'
import type { Act } from '../store/acts.ts'
import type { Database } from '../store/database.ts'

/** One sentence for each fault. `acts` are all of the log. */
export async function verifyChains(
  db: Database,
  acts: readonly Pick<Act, 'edition' | 'audience'>[],
): Promise<string[]> {
  const chained = await listAllChained(db)
  const chains = Map.groupBy(chained, nameOf)
  const findings: string[] = []
  for (const [name, chain] of chains)
    for (const { number, fault } of await chainFaults(chain[0]!.audience, chain))
      findings.push(
        `${name}: act ${number} ${fault === 'gap' ? 'does not follow the act before it' : 'was changed'}`,
      )
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
