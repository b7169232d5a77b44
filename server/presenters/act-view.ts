/** The log of acts as far as a reader may see it. */
import type { EditionId, MandateId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { ActView } from '../../shared/protocol/views.ts'
import { heardBy } from '../policies/act-audience.ts'
import { countActs, listActs } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { listMandates } from '../store/people.ts'

/**
 * The newest first, of what these mandates hear; after the instant `since` when there is one, and without what was
 * done under the mandates of `except`. Numbered as the reader sees them: the numbers of the whole log would tell how
 * much happens elsewhere.
 */
export async function readActViews(
  db: Database,
  edition: EditionId,
  mandates: readonly Mandate[],
  options: {
    readonly since?: string
    readonly limit?: number
    readonly except?: ReadonlySet<MandateId>
  } = {},
): Promise<ActView[]> {
  const audiences = heardBy(mandates)
  const acts = await listActs(db, edition, audiences, options)
  if (!acts.length) return []
  const count = await countActs(db, edition, audiences)
  const titles = new Map((await listMandates(db, edition)).map(mandate => [mandate.id, mandate.title]))
  return acts
    .map((act, index) => ({ act, seq: count - index }))
    .filter(({ act: { mandate } }) => mandate === null || !options.except?.has(mandate))
    .map(({ act: { at, mandate, kind, detail }, seq }) => ({
      seq,
      at,
      by: mandate === null ? null : (titles.get(mandate) ?? null),
      kind,
      detail,
    }))
}
