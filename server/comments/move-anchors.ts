/** [T1] Where threads hang in a draft, told by whoever moved the words. */
import { sameAnchor } from '../../shared/model/anchor-in-text.ts'
import type { Audience } from '../../shared/model/bilingual-text.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { ThreadId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { type Anchor, draftPlace } from '../../shared/model/thread.ts'
import type { Deps } from '../app.ts'
import { anchorsAt, putAnchor } from '../store/threads.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { readableThreads } from './readable-threads.ts'

/**
 * Threads that these mandates may not read are passed over. Returns whom to tell: never more than may read the
 * draft, for a shared thread that moves in a private draft has not moved for the other side.
 */
export async function moveAnchors(
  { db, clock }: Deps,
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
  told: readonly { readonly thread: string; readonly anchor: Anchor }[],
): Promise<ReadonlySet<Audience>> {
  const place = draftPlace(draft.id)
  const readable = new Map(
    (await readableThreads(db, situation, mandates)).map(thread => [thread.id, thread]),
  )
  const audiences = new Set<Audience>()
  await db.transaction().execute(async trx => {
    const known = await anchorsAt(trx, place)
    for (const { thread: id, anchor } of told) {
      const thread = readable.get(id as ThreadId)
      if (!thread) continue
      const before = known.get(thread.id)
      await putAnchor(trx, thread.id, place, anchor, clock())
      if (!before || !sameAnchor(before, anchor))
        audiences.add(thread.audience === 'joint' ? draft.audience : thread.audience)
    }
  })
  return audiences
}
