/** Threads of comments, where they hang, and who has read them. Who may see them is not decided here. */
import type { Selectable } from 'kysely'
import type { Audience } from '../../shared/model/bilingual-text.ts'
import type { CommentId, MandateId, PersonId, TextId, ThreadId } from '../../shared/model/ids.ts'
import type { Anchor, Comment, Place, Thread } from '../../shared/model/thread.ts'
import type { ThreadMarkView } from '../../shared/protocol/thread-views.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

export async function insertThread(db: Database, thread: Thread): Promise<void> {
  await db
    .insertInto('threads')
    .values({
      id: thread.id,
      text_id: thread.text,
      audience: thread.audience,
      origin: thread.origin,
      quote: thread.quote && toJson(thread.quote),
      mandate_id: thread.by,
      created_at: thread.createdAt,
      resolved_at: null,
      resolved_by: null,
      assignee_id: thread.assignee,
    })
    .execute()
}

export async function findThread(db: Database, id: ThreadId): Promise<Thread | undefined> {
  const row = await db.selectFrom('threads').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToThread(row)
}

/** Of every audience, the oldest first. */
export async function threadsOfText(db: Database, text: TextId): Promise<Thread[]> {
  const rows = await db
    .selectFrom('threads')
    .selectAll()
    .where('text_id', '=', text)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(rowToThread)
}

// — where they hang —

export async function putAnchor(
  db: Database,
  thread: ThreadId,
  place: Place,
  anchor: Anchor,
  at: string,
): Promise<void> {
  const row = { anchor: toJson(anchor), at }
  await db
    .insertInto('thread_anchors')
    .values({ thread_id: thread, place, ...row })
    .onConflict(conflict => conflict.columns(['thread_id', 'place']).doUpdateSet(row))
    .execute()
}

/** The anchors of a text's threads, by thread and place; those of private drafts too. */
export async function anchorsOfText(
  db: Database,
  text: TextId,
): Promise<ReadonlyMap<ThreadId, ReadonlyMap<Place, Anchor>>> {
  const rows = await db
    .selectFrom('thread_anchors')
    .innerJoin('threads', 'threads.id', 'thread_anchors.thread_id')
    .select(['thread_id', 'place', 'anchor'])
    .where('threads.text_id', '=', text)
    .execute()
  const found = new Map<ThreadId, Map<Place, Anchor>>()
  for (const row of rows) {
    const thread = row.thread_id as ThreadId
    const places = found.get(thread) ?? new Map<Place, Anchor>()
    found.set(thread, places.set(row.place as Place, fromJson<Anchor>(row.anchor)))
  }
  return found
}

export async function anchorsAt(db: Database, place: Place): Promise<ReadonlyMap<ThreadId, Anchor>> {
  const rows = await db
    .selectFrom('thread_anchors')
    .select(['thread_id', 'anchor'])
    .where('place', '=', place)
    .execute()
  return new Map(rows.map(row => [row.thread_id as ThreadId, fromJson<Anchor>(row.anchor)]))
}

// — comments —

/** A new last comment of its thread. */
export async function insertComment(
  db: Database,
  { id, thread, by, at, body }: Pick<Comment, 'id' | 'thread' | 'by' | 'at' | 'body'>,
): Promise<void> {
  const position = (await lastPosition(db, 'comments', thread)) + 1
  await db
    .insertInto('comments')
    .values({
      id,
      thread_id: thread,
      position,
      mandate_id: by,
      at,
      body,
      edited_at: null,
      deleted_at: null,
    })
    .execute()
}

export async function findComment(db: Database, id: CommentId): Promise<Comment | undefined> {
  const row = await db.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToComment(row)
}

export async function commentsOfThread(db: Database, thread: ThreadId): Promise<Comment[]> {
  const rows = await db
    .selectFrom('comments')
    .selectAll()
    .where('thread_id', '=', thread)
    .orderBy('position')
    .execute()
  return rows.map(rowToComment)
}

/** Of a text's threads, by thread, in order. */
export async function commentsOfText(
  db: Database,
  text: TextId,
): Promise<ReadonlyMap<ThreadId, readonly Comment[]>> {
  const rows = await db
    .selectFrom('comments')
    .innerJoin('threads', 'threads.id', 'comments.thread_id')
    .selectAll('comments')
    .where('threads.text_id', '=', text)
    .orderBy('comments.position')
    .execute()
  return groupBy(rows.map(rowToComment), comment => comment.thread)
}

/** Keeps what it said until now as an earlier wording. */
export async function editComment(
  db: Database,
  { id, body: was }: Pick<Comment, 'id' | 'body'>,
  body: string,
  at: string,
): Promise<void> {
  const last = await db
    .selectFrom('comment_wordings')
    .select('position')
    .where('comment_id', '=', id)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('comment_wordings')
    .values({ comment_id: id, position: (last?.position ?? 0) + 1, body: was, until: at })
    .execute()
  await db.updateTable('comments').set({ body, edited_at: at }).where('id', '=', id).execute()
}

/** Its words are gone, those before it was edited too; that it was there stays. */
export async function deleteComment(db: Database, id: CommentId, at: string): Promise<void> {
  await db.deleteFrom('comment_wordings').where('comment_id', '=', id).execute()
  await db.updateTable('comments').set({ body: '', deleted_at: at }).where('id', '=', id).execute()
}

export type Wording = { readonly body: string; readonly until: string }

/** What the comments of a text said before they were edited, the oldest first. */
export async function wordingsOfText(
  db: Database,
  text: TextId,
): Promise<ReadonlyMap<CommentId, readonly Wording[]>> {
  const rows = await db
    .selectFrom('comment_wordings')
    .innerJoin('comments', 'comments.id', 'comment_wordings.comment_id')
    .innerJoin('threads', 'threads.id', 'comments.thread_id')
    .selectAll('comment_wordings')
    .where('threads.text_id', '=', text)
    .orderBy('comment_wordings.position')
    .execute()
  const wordings = new Map<CommentId, Wording[]>()
  for (const { comment_id, body, until } of rows) {
    const id = comment_id as CommentId
    wordings.set(id, [...(wordings.get(id) ?? []), { body, until }])
  }
  return wordings
}

// — what was done with a thread —

export type ThreadMark = {
  readonly thread: ThreadId
  readonly kind: ThreadMarkView['kind']
  readonly by: MandateId
  readonly at: string
  readonly assignee: MandateId | null
}

export async function insertThreadMark(db: Database, mark: ThreadMark): Promise<void> {
  const position = (await lastPosition(db, 'thread_marks', mark.thread)) + 1
  await db
    .insertInto('thread_marks')
    .values({
      thread_id: mark.thread,
      position,
      kind: mark.kind,
      mandate_id: mark.by,
      at: mark.at,
      assignee_id: mark.assignee,
    })
    .execute()
}

export async function marksOfText(
  db: Database,
  text: TextId,
): Promise<ReadonlyMap<ThreadId, readonly ThreadMark[]>> {
  const rows = await db
    .selectFrom('thread_marks')
    .innerJoin('threads', 'threads.id', 'thread_marks.thread_id')
    .selectAll('thread_marks')
    .where('threads.text_id', '=', text)
    .orderBy('thread_marks.position')
    .execute()
  return groupBy(
    rows.map(row => ({
      thread: row.thread_id as ThreadId,
      kind: row.kind as ThreadMark['kind'],
      by: row.mandate_id as MandateId,
      at: row.at,
      assignee: row.assignee_id as MandateId | null,
    })),
    mark => mark.thread,
  )
}

export async function setResolved(
  db: Database,
  thread: ThreadId,
  resolved: { readonly at: string; readonly by: MandateId } | null,
): Promise<void> {
  await db
    .updateTable('threads')
    .set({ resolved_at: resolved?.at ?? null, resolved_by: resolved?.by ?? null })
    .where('id', '=', thread)
    .execute()
}

export async function setAssignee(db: Database, thread: ThreadId, assignee: MandateId | null): Promise<void> {
  await db.updateTable('threads').set({ assignee_id: assignee }).where('id', '=', thread).execute()
}

// — reading —

export async function recordRead(
  db: Database,
  person: PersonId,
  thread: ThreadId,
  at: string,
): Promise<void> {
  await db
    .insertInto('thread_reads')
    .values({ person_id: person, thread_id: thread, at })
    .onConflict(conflict => conflict.columns(['person_id', 'thread_id']).doUpdateSet({ at }))
    .execute()
}

/** Up to when a person has read each thread of a text. */
export async function readsOfText(
  db: Database,
  person: PersonId,
  text: TextId,
): Promise<ReadonlyMap<ThreadId, string>> {
  const rows = await db
    .selectFrom('thread_reads')
    .innerJoin('threads', 'threads.id', 'thread_reads.thread_id')
    .select(['thread_id', 'at'])
    .where('threads.text_id', '=', text)
    .where('person_id', '=', person)
    .execute()
  return new Map(rows.map(row => [row.thread_id as ThreadId, row.at]))
}

async function lastPosition(
  db: Database,
  table: 'comments' | 'thread_marks',
  thread: ThreadId,
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select('position')
    .where('thread_id', '=', thread)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

function rowToThread(row: Selectable<Tables['threads']>): Thread {
  return {
    id: row.id as ThreadId,
    text: row.text_id as TextId,
    audience: row.audience as Audience,
    origin: row.origin as Place,
    quote: row.quote === null ? null : fromJson(row.quote),
    by: row.mandate_id as MandateId,
    createdAt: row.created_at,
    resolved: row.resolved_at === null ? null : { at: row.resolved_at, by: row.resolved_by as MandateId },
    assignee: row.assignee_id as MandateId | null,
  }
}

function rowToComment(row: Selectable<Tables['comments']>): Comment {
  return {
    id: row.id as CommentId,
    thread: row.thread_id as ThreadId,
    by: row.mandate_id as MandateId,
    at: row.at,
    body: row.body,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
  }
}
