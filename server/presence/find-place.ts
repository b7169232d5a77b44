/** The place that a page says it is at, as one reader may find it: what is hidden is undefined like what is not there. */
import type { Draft, Text } from '../../shared/model/edition.ts'
import type { DraftId, TextId, VersionId } from '../../shared/model/ids.ts'
import type { Reader } from '../http/reader.ts'
import { mayReadDraft, mayReadText, mayReadVersion } from '../policies/policies.ts'
import type { Database } from '../store/database.ts'
import { findDraft } from '../store/drafts.ts'
import { findText } from '../store/texts.ts'
import { findOpening, findVersion, type VersionRecord } from '../store/versions.ts'

export type FoundPlace =
  | { readonly kind: 'draft'; readonly text: Text; readonly draft: Draft }
  | { readonly kind: 'version'; readonly text: Text; readonly version: VersionRecord }
  | { readonly kind: 'text'; readonly text: Text }

type Rights = Pick<Reader, 'edition' | 'mandates'>

/** Stands for the id of nothing, where a query is made for its time only. */
const NOTHING = '' as TextId

export async function findPlace(
  db: Database,
  reader: Rights,
  place: string,
): Promise<FoundPlace | undefined> {
  const [kind, id = ''] = place.split(':')
  if (kind === 'draft') return findDraftPlace(db, reader, id as DraftId)
  if (kind === 'version') return findVersionPlace(db, reader, id as VersionId)
  const text = await findText(db, id as TextId)
  return text && mayRead(reader, text) ? { kind: 'text', text } : undefined
}

async function findDraftPlace(db: Database, reader: Rights, id: DraftId): Promise<FoundPlace | undefined> {
  const draft = await findDraft(db, id)
  const text = await findText(db, draft?.text ?? NOTHING)
  if (!draft || !text || !mayRead(reader, text) || !mayReadDraft(reader.mandates, text, draft))
    return undefined
  return { kind: 'draft', text, draft }
}

async function findVersionPlace(
  db: Database,
  reader: Rights,
  id: VersionId,
): Promise<FoundPlace | undefined> {
  const version = await findVersion(db, id)
  const text = await findText(db, version?.text ?? NOTHING)
  const openedToLargeCommittee = (await findOpening(db, id)) !== undefined
  if (!version || !text || !mayRead(reader, text)) return undefined
  if (!mayReadVersion(reader.mandates, { ...version, openedToLargeCommittee })) return undefined
  return { kind: 'version', text, version }
}

function mayRead({ edition, mandates }: Rights, text: Text): boolean {
  return text.edition === edition.id && mayReadText(mandates, text)
}
