/** The words of a draft as stored, or that they cannot be read. */
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { DraftId } from '../../shared/model/ids.ts'
import { UnreadableBlock } from '../../shared/schema/y-text.ts'
import type { Refusal } from '../http/respond.ts'
import type { SyncServer } from '../sync/sync-service.ts'

/** `text-unreadable` when the draft has a block that this program does not know. */
export async function readDraft(
  sync: Pick<SyncServer, 'readText'>,
  draft: DraftId,
): Promise<BilingualText | Refusal> {
  try {
    return await sync.readText(draft)
  } catch (error) {
    if (error instanceof UnreadableBlock) return { refusal: 'text-unreadable' }
    throw error
  }
}
