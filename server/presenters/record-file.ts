/** The log of acts as a file that can be checked: the chains that these mandates hear, whole. */
import { RECORD_FORMAT, type RecordFile } from '../../shared/model/act-chain.ts'
import type { Edition } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { heardBy } from '../policies/act-audience.ts'
import { listChains } from '../store/act-chains.ts'
import type { Database } from '../store/database.ts'
import { listMandates } from '../store/people.ts'

export async function readRecord(
  db: Database,
  { id, number, name }: Edition,
  mandates: readonly Mandate[],
  madeAt: string,
): Promise<RecordFile> {
  const chains = await listChains(db, id, heardBy(mandates))
  const named = new Set(chains.flatMap(({ acts }) => acts.map(({ mandate }) => mandate)))
  const titles = (await listMandates(db, id)).filter(mandate => named.has(mandate.id))
  return {
    format: RECORD_FORMAT,
    edition: { id, number, name: { fr: name.fr, ja: name.ja } },
    madeAt,
    mandates: Object.fromEntries(titles.map(({ id, title: { fr, ja } }) => [id, { fr, ja }])),
    chains,
  }
}
