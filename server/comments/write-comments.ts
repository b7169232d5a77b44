/** [T1]–[T3] Beginning threads and saying something in them; who may has been asked before. */
import { anchorOfPassage, anchorOfUnit } from '../../shared/model/anchor-in-text.ts'
import type { Audience } from '../../shared/model/bilingual-text.ts'
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import { mentionsIn } from '../../shared/model/comment-body.ts'
import type { MandateId, ThreadId, VersionId } from '../../shared/model/ids.ts'
import { activeMandates, type Mandate } from '../../shared/model/mandate.ts'
import { type Anchor, type Comment, type Place, readPlace, type Thread } from '../../shared/model/thread.ts'
import type { Deps } from '../app.ts'
import type { Refusal } from '../http/respond.ts'
import { mayBeCalled, mayReadThread, type PlaceFacts } from '../policies/thread-policies.ts'
import type { Database } from '../store/database.ts'
import {
  commentsOfThread,
  deleteComment,
  insertComment,
  insertThread,
  insertThreadMark,
  putAnchor,
  setAssignee,
  setResolved,
} from '../store/threads.ts'
import { findStoredVersion } from '../store/versions.ts'
import type { TextSituation } from '../texts/text-situation.ts'

export type NewThread = {
  readonly place: Place
  readonly facts: PlaceFacts
  readonly audience: Audience
  readonly anchor: Anchor
  readonly body: string
  readonly assignee: MandateId | null
  readonly by: MandateId
}

export async function beginThread(
  { db, clock, newId }: Deps,
  situation: TextSituation,
  asked: NewThread,
): Promise<ThreadId | Refusal> {
  const { place, facts, audience, body, assignee, by } = asked
  const anchor = await anchorAsItReads(db, place, asked.anchor)
  if (!anchor) return { refusal: 'passage-not-found' }
  const refused =
    refuseCalls(situation, { audience }, facts, body, clock()) ??
    refuseAssignee(situation, { audience }, facts, assignee, clock())
  if (refused) return refused
  const at = clock()
  const { passage } = anchor
  const thread: Thread = {
    id: newId('thread'),
    text: situation.text.id,
    audience,
    origin: place,
    quote: passage && { language: passage.language, words: passage.words },
    by,
    createdAt: at,
    resolved: null,
    assignee,
  }
  await db.transaction().execute(async trx => {
    await insertThread(trx, thread)
    await putAnchor(trx, thread.id, place, anchor, at)
    await insertComment(trx, { id: newId('comment'), thread: thread.id, by, at, body })
    if (assignee) await insertThreadMark(trx, { thread: thread.id, kind: 'assigned', by, at, assignee })
  })
  return thread.id
}

/**
 * In a version the words are read there, whatever was sent: nobody quotes what it does not say. A draft's own words
 * may not have arrived yet. Undefined when the place is not in the version.
 */
async function anchorAsItReads(db: Database, place: Place, told: Anchor): Promise<Anchor | undefined> {
  const named = readPlace(place)!
  if ('draft' in named) return told
  const { canonical } = (await findStoredVersion(db, named.version as VersionId))!
  const { text } = parseCanonicalForm(canonical)
  if (!told.passage) return anchorOfUnit(text, told.unit)
  const { language, start, end } = told.passage
  return anchorOfPassage(text, language, start, end)
}

/** Somebody is called who could not read it. */
export function refuseCalls(
  situation: TextSituation,
  thread: Pick<Thread, 'audience'>,
  origin: PlaceFacts,
  body: string,
  now: string,
): Refusal | undefined {
  const everyoneMay = mentionsIn(body).every(mention => {
    const holder = mention.kind === 'mandate' ? holderNow(situation, mention.mandate, now) : undefined
    return mayBeCalled(mention, situation.text, thread, origin, holder)
  })
  return everyoneMay ? undefined : { refusal: 'called-cannot-read' }
}

export function refuseAssignee(
  situation: TextSituation,
  thread: Pick<Thread, 'audience'>,
  origin: PlaceFacts,
  assignee: MandateId | null,
  now: string,
): Refusal | undefined {
  if (assignee === null) return undefined
  const holder = holderNow(situation, assignee, now)
  return holder && mayReadThread([holder], situation.text, thread, origin)
    ? undefined
    : { refusal: 'called-cannot-read' }
}

function holderNow(situation: TextSituation, id: MandateId, now: string): Mandate | undefined {
  const mandate = situation.mandates.get(id)
  return mandate && activeMandates([mandate], now)[0]
}

/** A thread in which nothing is left to be read is no longer open. */
export async function removeComment(
  trx: Database,
  comment: Comment,
  thread: Thread,
  by: MandateId,
  at: string,
): Promise<void> {
  await deleteComment(trx, comment.id, at)
  const left = (await commentsOfThread(trx, thread.id)).some(({ deletedAt }) => deletedAt === null)
  if (!left && thread.resolved === null) await resolveThread(trx, thread.id, true, by, at)
}

export async function resolveThread(
  trx: Database,
  thread: ThreadId,
  resolved: boolean,
  by: MandateId,
  at: string,
): Promise<void> {
  await setResolved(trx, thread, resolved ? { at, by } : null)
  await insertThreadMark(trx, {
    thread,
    kind: resolved ? 'resolved' : 'reopened',
    by,
    at,
    assignee: null,
  })
}

export async function assignThread(
  trx: Database,
  thread: ThreadId,
  assignee: MandateId | null,
  by: MandateId,
  at: string,
): Promise<void> {
  await setAssignee(trx, thread, assignee)
  await insertThreadMark(trx, { thread, kind: assignee ? 'assigned' : 'unassigned', by, at, assignee })
}
