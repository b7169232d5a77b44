/** [R8] A draft made to read as it did, as a change like any other: what stood there before can be restored again. */
import type { Draft } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { RestorationView } from '../../shared/protocol/views.ts'
import { UnreadableBlock } from '../../shared/schema/y-text.ts'
import type { HashedText } from '../comparisons/comparison-cache.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { actingMandate, mayWriteDraft } from '../policies/policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { readLogEntries } from '../store/draft-log.ts'
import { DraftClosed } from '../sync/sync-service.ts'
import { endsOf, keptStates, sittingsOf } from './log-sittings.ts'
import { wordsAt } from './past-states.ts'
import { refuseAdopted } from './refuse-adopted.ts'
import type { TextDeps } from './text-deps.ts'
import { stageOf, type TextSituation } from './text-situation.ts'

/** `mandates` may read the draft. `at` names the state; an instant that names none is `not-found`. */
export async function restoreState(
  deps: TextDeps,
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
  at: string,
): Promise<RestorationView | Refusal> {
  const refused = refuseToRestore(situation, mandates, draft)
  if (refused) return refused
  const words = await wordsAt(deps, draft, at)
  if (isRefusal(words)) return words
  const by = actingMandate(mandates, situation.text, draft)!
  const changed = await rewritten(deps, draft, by, at, words)
  if (isRefusal(changed) || !changed) return isRefusal(changed) ? changed : { changed, before: null }
  // The log writes through a connection of its own. If the process ends here, the history still tells of it.
  await deps.db.transaction().execute(trx =>
    recordAct(trx, {
      edition: situation.edition.id,
      at: deps.clock(),
      mandate: by.id,
      audience: draft.audience,
      kind: 'draft-restored',
      detail: { at, ...labelDetail('text', situation.text.title) },
    }),
  )
  deps.events.publish({ topic: 'texts', subject: situation.text.id }, draft.audience)
  return { changed, before: await replacedBy(deps, draft, at) }
}

function refuseToRestore(
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
): Refusal | undefined {
  const adopted = refuseAdopted(situation.text)
  if (adopted) return adopted
  const stage = stageOf(situation, draft)
  if (draft.closedAt !== null) return { refusal: 'draft-closed' }
  if (mayWriteDraft(mandates, situation.text, draft, stage)) return undefined
  return { refusal: stage && stage.state !== 'current' ? 'stage-not-current' : 'not-allowed' }
}

async function rewritten(
  { sync }: TextDeps,
  draft: Draft,
  by: Mandate,
  at: string,
  words: HashedText,
): Promise<boolean | Refusal> {
  try {
    return await sync.rewrite(draft.id, by.id, () => words.text, `restore ${at}`)
  } catch (error) {
    // The other chair was faster.
    if (error instanceof DraftClosed) return { refusal: 'draft-closed' }
    if (error instanceof UnreadableBlock) return { refusal: 'text-unreadable' }
    throw error
  }
}

/** The instant of the state that stood before the restoration just made. */
async function replacedBy({ db, clock }: TextDeps, draft: Draft, at: string): Promise<string | null> {
  const sittings = sittingsOf(await readLogEntries(db, draft.id))
  const restoration = sittings.findLastIndex(({ entries }) =>
    entries.some(({ purpose }) => purpose === `restore ${at}`),
  )
  const before = sittings[restoration - 1]
  const states = keptStates(endsOf(sittings, draft, clock()))
  return states.find(({ seq }) => seq === before?.last)?.at ?? null
}
