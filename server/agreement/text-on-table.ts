/** The words of the text that is on the table, and how the sides stand on them. */
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { type Place, readPlace } from '../../shared/model/thread.ts'
import { isRefusal } from '../http/respond.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { unlessUnreadable } from '../texts/unless-unreadable.ts'
import { placeOnTable, versionText } from './on-table.ts'

/** Undefined when nothing is on the table, or it cannot be read. */
export async function readTextOnTable(
  { db, sync }: Pick<TextDeps, 'db' | 'sync'>,
  situation: TextSituation,
): Promise<{ readonly place: Place; readonly text: BilingualText } | undefined> {
  const place = placeOnTable(situation)
  const named = place && readPlace(place)
  if (!place || !named) return undefined
  const text =
    'draft' in named
      ? await readDraft(sync, named.draft)
      : await unlessUnreadable(versionText(db, named.version))
  return text && !isRefusal(text) ? { place, text } : undefined
}
