/** [T1]–[T4] Threads of comments: read at a place, begun, continued, resolved, assigned. */
import { type Context, Hono } from 'hono'
import type { CommentId, MandateId } from '../../shared/model/ids.ts'
import type { Comment, Thread } from '../../shared/model/thread.ts'
import {
  anchorsBody,
  assigneeBody,
  newCommentBody,
  newThreadBody,
  threadStateBody,
} from '../../shared/protocol/bodies.ts'
import { moveAnchors } from '../comments/move-anchors.ts'
import { type FoundThread, findReadableThread, readablePlace } from '../comments/readable-threads.ts'
import {
  assignThread,
  beginThread,
  refuseAssignee,
  refuseCalls,
  removeComment,
  resolveThread,
} from '../comments/write-comments.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, type Refusal, refuse, respond } from '../http/respond.ts'
import { mayWriteDraft } from '../policies/policies.ts'
import { beginningAudiences, commentingMandate, mayCommentIn } from '../policies/thread-policies.ts'
import { isOwn, readThreadsView, readThreadViews } from '../presenters/threads-view.ts'
import { editComment, findComment, insertComment, recordRead } from '../store/threads.ts'
import { findReadableDraft, findReadableText } from '../texts/find-readable.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { stageOf } from '../texts/text-situation.ts'

export function threadRoutes(deps: TextDeps): Hono {
  const { db, clock, newId, events } = deps
  const signedIn = requireReader(deps)

  function tell({ audience, text }: Pick<Thread, 'audience' | 'text'>): void {
    events.publish({ topic: 'threads', subject: text }, audience)
  }

  /** The thread of the address, for one who may read it; as if it did not exist for all others. */
  async function findThread(c: Context<ReaderEnv>, id = c.req.param('id') ?? '') {
    const { person, ...reader } = c.get('reader')
    const found = await findReadableThread(db, reader, id)
    if (!found) return undefined
    const { thread, origin, situation } = found
    const { mandates } = reader
    const may = mayCommentIn(mandates, situation.text, thread, origin)
    const by = may ? commentingMandate(mandates, situation.text, thread.audience)!.id : undefined
    return { ...found, reader: { person: person.id, mandates }, by }
  }

  /** One's own comment that still has words. */
  async function findOwnComment(c: Context<ReaderEnv>): Promise<OwnComment | Refusal> {
    const comment = await findComment(db, (c.req.param('id') ?? '') as CommentId)
    const found = await findThread(c, comment?.thread ?? '')
    if (!comment || !found) return { refusal: 'not-found' }
    const { situation, reader, by } = found
    if (by === undefined || !isOwn(situation, reader, comment.by) || comment.deletedAt !== null)
      return { refusal: 'not-allowed' }
    return { ...found, comment, by }
  }

  return new Hono()
    .get('/api/texts/:id/threads', signedIn, async c => {
      const { person, mandates, edition } = c.get('reader')
      const situation = await findReadableText(db, { edition, mandates }, c.req.param('id'))
      const at = situation && readablePlace(situation, mandates, c.req.query('place') ?? '')
      if (!at) return refuse(c, 'not-found')
      const reader = { person: person.id, mandates }
      const view = await readThreadsView(db, situation, reader, at.place, clock())
      return respond<'GET /api/texts/:id/threads'>(c, view)
    })
    .post('/api/texts/:id/threads', signedIn, body(newThreadBody), async c => {
      const { person, mandates, edition } = c.get('reader')
      const asked = c.req.valid('json')
      const situation = await findReadableText(db, { edition, mandates }, c.req.param('id'))
      const at = situation && readablePlace(situation, mandates, asked.place)
      if (!at) return refuse(c, 'not-found')
      const { audience } = asked
      const may = beginningAudiences(mandates, situation.text, at.facts)
      if (may.length === 0) return refuse(c, 'not-allowed')
      if (!may.includes(audience)) return refuse(c, 'audience-not-allowed')
      if ('draft' in at.facts && situation.closedDrafts.some(({ id }) => at.place === `draft:${id}`))
        return refuse(c, 'draft-closed')
      const begun = await beginThread(deps, situation, {
        place: at.place,
        facts: at.facts,
        audience,
        anchor: asked.anchor,
        body: asked.body,
        assignee: asked.assignee as MandateId | null,
        by: commentingMandate(mandates, situation.text, audience)!.id,
      })
      if (isRefusal(begun)) return refuse(c, begun.refusal, begun.detail)
      tell({ audience, text: situation.text.id })
      const reader = { person: person.id, mandates }
      const views = await readThreadViews(db, situation, reader, at.place)
      return respond<'POST /api/texts/:id/threads'>(c, views.find(({ id }) => id === begun)!)
    })
    .post('/api/threads/:id/comments', signedIn, body(newCommentBody), async c => {
      const found = await findThread(c)
      if (!found) return refuse(c, 'not-found')
      const { thread, origin, situation, by } = found
      if (by === undefined) return refuse(c, 'not-allowed')
      const words = c.req.valid('json').body
      const refused = refuseCalls(situation, thread, origin, words, clock())
      if (refused) return refuse(c, refused.refusal)
      await db
        .transaction()
        .execute(trx =>
          insertComment(trx, { id: newId('comment'), thread: thread.id, by, at: clock(), body: words }),
        )
      tell(thread)
      return respond<'POST /api/threads/:id/comments'>(c, { ok: true })
    })
    .put('/api/comments/:id', signedIn, body(newCommentBody), async c => {
      const found = await findOwnComment(c)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const { comment, thread, origin, situation } = found
      const words = c.req.valid('json').body
      const refused = refuseCalls(situation, thread, origin, words, clock())
      if (refused) return refuse(c, refused.refusal)
      if (words !== comment.body)
        await db.transaction().execute(trx => editComment(trx, comment, words, clock()))
      tell(thread)
      return respond<'PUT /api/comments/:id'>(c, { ok: true })
    })
    .delete('/api/comments/:id', signedIn, async c => {
      const found = await findOwnComment(c)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const { comment, thread, by } = found
      await db.transaction().execute(trx => removeComment(trx, comment, thread, by, clock()))
      tell(thread)
      return respond<'DELETE /api/comments/:id'>(c, { ok: true })
    })
    .put('/api/threads/:id/state', signedIn, body(threadStateBody), async c => {
      const found = await findThread(c)
      if (!found) return refuse(c, 'not-found')
      const { thread, by } = found
      if (by === undefined) return refuse(c, 'not-allowed')
      const { resolved } = c.req.valid('json')
      // Two who resolve it at once have resolved it once.
      if (resolved !== (thread.resolved !== null)) {
        await db.transaction().execute(trx => resolveThread(trx, thread.id, resolved, by, clock()))
        tell(thread)
      }
      return respond<'PUT /api/threads/:id/state'>(c, { ok: true })
    })
    .put('/api/threads/:id/assignee', signedIn, body(assigneeBody), async c => {
      const found = await findThread(c)
      if (!found) return refuse(c, 'not-found')
      const { thread, origin, situation, by } = found
      if (by === undefined) return refuse(c, 'not-allowed')
      const assignee = c.req.valid('json').assignee as MandateId | null
      const refused = refuseAssignee(situation, thread, origin, assignee, clock())
      if (refused) return refuse(c, refused.refusal)
      if (assignee !== thread.assignee) {
        await db.transaction().execute(trx => assignThread(trx, thread.id, assignee, by, clock()))
        tell(thread)
      }
      return respond<'PUT /api/threads/:id/assignee'>(c, { ok: true })
    })
    .post('/api/threads/:id/read', signedIn, async c => {
      const found = await findThread(c)
      if (!found) return refuse(c, 'not-found')
      await recordRead(db, found.reader.person, found.thread.id, clock())
      return respond<'POST /api/threads/:id/read'>(c, { ok: true })
    })
    .put('/api/drafts/:id/anchors', signedIn, body(anchorsBody), async c => {
      const reader = c.get('reader')
      const found = await findReadableDraft(db, reader, c.req.param('id'))
      if (!found) return refuse(c, 'not-found')
      const { draft, situation } = found
      if (draft.closedAt !== null) return refuse(c, 'draft-closed')
      if (!mayWriteDraft(reader.mandates, situation.text, draft, stageOf(situation, draft)))
        return refuse(c, 'not-allowed')
      const { anchors } = c.req.valid('json')
      const audiences = await moveAnchors(deps, situation, reader.mandates, draft, anchors)
      for (const audience of audiences)
        events.publish({ topic: 'threads', subject: situation.text.id }, audience)
      return respond<'PUT /api/drafts/:id/anchors'>(c, { ok: true })
    })
}

type OwnComment = FoundThread & { readonly comment: Comment; readonly by: MandateId }
