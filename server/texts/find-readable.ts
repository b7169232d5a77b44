/**
 * Texts, drafts and versions as one reader may find them. What the reader may not know of is undefined like
 * what does not exist, after the same queries, so that the time an answer takes tells nothing either.
 */
import type { Draft } from '../../shared/model/edition.ts'
import type { DraftId, TextId, VersionId } from '../../shared/model/ids.ts'
import type { Reader } from '../http/reader.ts'
import { mayReadDraft, mayReadText, mayReadVersion } from '../policies/policies.ts'
import type { Database } from '../store/database.ts'
import { findDraft } from '../store/drafts.ts'
import { findText } from '../store/texts.ts'
import { findOpening, findVersion, type VersionRecord } from '../store/versions.ts'
import { readTextSituation, type TextSituation } from './text-situation.ts'

type Rights = Pick<Reader, 'edition' | 'mandates'>

/** Stands for the id of nothing, where a query is made for its time only. */
const NOTHING = ''

export async function findReadableText(
  db: Database,
  reader: Rights,
  id: string,
): Promise<TextSituation | undefined> {
  const text = await findText(db, id as TextId)
  if (text?.edition !== reader.edition.id || !mayReadText(reader.mandates, text)) return undefined
  return readTextSituation(db, reader.edition, text)
}

export async function findReadableDraft(
  db: Database,
  reader: Rights,
  id: string,
): Promise<{ readonly draft: Draft; readonly situation: TextSituation } | undefined> {
  const draft = await findDraft(db, id as DraftId)
  const text = await findText(db, draft?.text ?? (NOTHING as TextId))
  if (!draft || text?.edition !== reader.edition.id || !mayReadDraft(reader.mandates, text, draft))
    return undefined
  return { draft, situation: await readTextSituation(db, reader.edition, text) }
}

export async function findReadableVersion(
  db: Database,
  reader: Rights,
  id: string,
): Promise<{ readonly version: VersionRecord; readonly situation: TextSituation } | undefined> {
  const version = await findVersion(db, id as VersionId)
  const text = await findText(db, version?.text ?? (NOTHING as TextId))
  const openedToLargeCommittee = (await findOpening(db, id as VersionId)) !== undefined
  if (!version || text?.edition !== reader.edition.id || !mayReadText(reader.mandates, text)) return undefined
  if (!mayReadVersion(reader.mandates, { ...version, openedToLargeCommittee })) return undefined
  return { version, situation: await readTextSituation(db, reader.edition, text) }
}
