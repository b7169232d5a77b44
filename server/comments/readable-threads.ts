/** The threads of a text as one reader may find them. */
import type { DraftId, ThreadId, VersionId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { type Place, readPlace, type Thread } from '../../shared/model/thread.ts'
import type { Reader } from '../http/reader.ts'
import { mayReadText } from '../policies/policies.ts'
import { mayReadPlace, mayReadThread, type PlaceFacts } from '../policies/thread-policies.ts'
import type { Database } from '../store/database.ts'
import { findDraft } from '../store/drafts.ts'
import { findText } from '../store/texts.ts'
import { findThread, threadsOfText } from '../store/threads.ts'
import { findOpening, findVersion } from '../store/versions.ts'
import { readTextSituation, type TextSituation, versionFacts } from '../texts/text-situation.ts'

/** What the policies ask of a draft or version of the text; undefined when it is not one of this text. */
export function placeFacts(situation: TextSituation, place: string): PlaceFacts | undefined {
  const named = readPlace(place)
  if (!named) return undefined
  if ('draft' in named) {
    const draft = findDraftIn(situation, named.draft)
    return draft && { draft }
  }
  const version = findVersionIn(situation, named.version)
  return version && { version: versionFacts(situation, version) }
}

/** A draft or version of the text that the reader may read; undefined for any other. */
export function readablePlace(
  situation: TextSituation,
  mandates: readonly Mandate[],
  place: string,
): { readonly place: Place; readonly facts: PlaceFacts } | undefined {
  const facts = placeFacts(situation, place)
  return facts && mayReadPlace(mandates, situation.text, facts) ? { place: place as Place, facts } : undefined
}

/** The oldest first. */
export async function readableThreads(
  db: Database,
  situation: TextSituation,
  mandates: readonly Mandate[],
): Promise<Thread[]> {
  const threads = await threadsOfText(db, situation.text.id)
  return threads.filter(thread => {
    const origin = placeFacts(situation, thread.origin)
    return origin !== undefined && mayReadThread(mandates, situation.text, thread, origin)
  })
}

export type FoundThread = {
  readonly thread: Thread
  readonly origin: PlaceFacts
  readonly situation: TextSituation
}

/** Undefined, after the same queries, for a thread that the reader may not know of. */
export async function findReadableThread(
  db: Database,
  { edition, mandates }: Pick<Reader, 'edition' | 'mandates'>,
  id: string,
): Promise<FoundThread | undefined> {
  const thread = await findThread(db, id as ThreadId)
  const text = await findText(db, thread?.text ?? (NOTHING as Thread['text']))
  const origin = await originFacts(db, thread?.origin ?? NOTHING)
  if (!thread || !origin || text?.edition !== edition.id || !mayReadText(mandates, text)) return undefined
  if (!mayReadThread(mandates, text, thread, origin)) return undefined
  return { thread, origin, situation: await readTextSituation(db, edition, text) }
}

/** Stands for the id of nothing, where a query is made for its time only. */
const NOTHING = ''

async function originFacts(db: Database, origin: string): Promise<PlaceFacts | undefined> {
  const named = readPlace(origin)
  const [draftId, versionId] =
    named && 'draft' in named ? [named.draft, NOTHING] : [NOTHING, named?.version ?? NOTHING]
  const draft = await findDraft(db, draftId as DraftId)
  const version = await findVersion(db, versionId as VersionId)
  const opening = await findOpening(db, versionId as VersionId)
  if (draft) return { draft }
  return version && { version: { ...version, openedToLargeCommittee: opening !== undefined } }
}

export function findDraftIn(situation: TextSituation, id: DraftId) {
  return [...situation.openDrafts, ...situation.closedDrafts].find(draft => draft.id === id)
}

export function findVersionIn(situation: TextSituation, id: VersionId) {
  return situation.versions.find(version => version.id === id)
}
