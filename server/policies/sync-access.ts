/** The sync server's questions, answered by the policies. */
import { parse } from 'hono/utils/cookie'
import type { DraftId } from '../../shared/model/ids.ts'
import type { Deps } from '../app.ts'
import { findReader } from '../http/reader.ts'
import { findDraft } from '../store/drafts.ts'
import { findStage } from '../store/stages.ts'
import { findText } from '../store/texts.ts'
import type { Admission, AdmissionRefusal, SyncAccess } from '../sync/sync-access.ts'
import { actingMandate, mayReadDraft, mayWriteDraft } from './policies.ts'

export function createSyncAccess(deps: Pick<Deps, 'db' | 'clock' | 'cookieName'>): SyncAccess {
  return { admit: (headers, draft) => admit(deps, headers, draft) }
}

async function admit(
  deps: Pick<Deps, 'db' | 'clock' | 'cookieName'>,
  headers: Headers,
  id: DraftId,
): Promise<Admission | AdmissionRefusal> {
  const { db, cookieName } = deps
  const reader = await findReader(deps, parse(headers.get('cookie') ?? '', cookieName)[cookieName])
  if (!reader) return 'not-signed-in'
  const draft = await findDraft(db, id)
  const text = draft && (await findText(db, draft.text))
  // Another side's draft is answered like one that is not there.
  if (!draft || !text || text.edition !== reader.edition.id) return 'not-found'
  if (!mayReadDraft(reader.mandates, text, draft)) return 'not-found'
  const mandate = actingMandate(reader.mandates, text, draft)
  if (!mandate) return 'not-found'
  if (draft.closedAt !== null) return 'draft-closed'
  const stage = draft.stage === null ? null : ((await findStage(db, draft.stage)) ?? null)
  return {
    draft: draft.id,
    person: reader.person.id,
    mandate: mandate.id,
    name: reader.person.name,
    shows: reader.showsPresence,
    access: mayWriteDraft(reader.mandates, text, draft, stage) ? 'write' : 'read',
  }
}
