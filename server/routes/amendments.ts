/** [A1] The amendments that a side has to decide in its draft, and its decisions: for nobody else's eyes before they leave. */
import { type Context, Hono } from 'hono'
import { decisionsBody, withdrawalBody } from '../../shared/protocol/bodies.ts'
import { decideAmendments, withdrawAmendmentDecisions } from '../amendments/decide-amendments.ts'
import { readOpenAnswer } from '../amendments/open-answer.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { actingMandate, mayDecide } from '../policies/policies.ts'
import { amendmentsView } from '../presenters/amendments-view.ts'
import { findReadableDraft } from '../texts/find-readable.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { stageOf } from '../texts/text-situation.ts'

export function amendmentRoutes(deps: TextDeps): Hono {
  const { db, events, oneAtATime } = deps
  const signedIn = requireReader(deps)

  /** The draft of the address, for one who may read it; as if it did not exist for all others. */
  async function findReadable(c: Context<ReaderEnv>) {
    const reader = c.get('reader')
    const found = await findReadableDraft(db, reader, c.req.param('id') ?? '')
    if (!found) return undefined
    const { draft, situation } = found
    const { mandates } = reader
    const decides = mayDecide(mandates, situation.text, draft, stageOf(situation, draft))
    return { draft, situation, mandates, decides }
  }

  /** The answer to decide on and the mandate that decides, or why not. */
  async function findDeciding(c: Context<ReaderEnv>) {
    const found = await findReadable(c)
    if (!found) return { refusal: 'not-found' } as const
    const { draft, situation, mandates, decides } = found
    const adopted = refuseAdopted(situation.text)
    if (adopted) return adopted
    if (draft.closedAt !== null) return { refusal: 'draft-closed' } as const
    if (!decides) return { refusal: 'not-allowed' } as const
    const open = await readOpenAnswer(deps, situation, draft)
    if (isRefusal(open)) return open
    if (!open) return { refusal: 'invalid', detail: 'amendments' } as const
    return { draft, situation, open, by: actingMandate(mandates, situation.text, draft)!.id }
  }

  return new Hono()
    .get('/api/drafts/:id/amendments', signedIn, async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { draft, situation, mandates, decides } = found
      const open = await readOpenAnswer(deps, situation, draft)
      if (isRefusal(open)) return refuse(c, open.refusal)
      const view = open && amendmentsView(situation, mandates, open, decides)
      return respond<'GET /api/drafts/:id/amendments'>(c, view)
    })
    .post('/api/drafts/:id/decisions', signedIn, body(decisionsBody), async c =>
      oneAtATime(`decide ${c.req.param('id')}`, async () => {
        const found = await findDeciding(c)
        if (isRefusal(found)) return refuse(c, found.refusal, found.detail)
        const { draft, open, by } = found
        const made = await decideAmendments(deps, draft, open, by, c.req.valid('json'))
        if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
        events.publish({ topic: 'amendments', subject: draft.id }, draft.audience)
        return respond<'POST /api/drafts/:id/decisions'>(c, made)
      }),
    )
    .post('/api/drafts/:id/decisions/withdrawal', signedIn, body(withdrawalBody), async c =>
      oneAtATime(`decide ${c.req.param('id')}`, async () => {
        const found = await findDeciding(c)
        if (isRefusal(found)) return refuse(c, found.refusal, found.detail)
        const { draft, open, by } = found
        const { amendments } = c.req.valid('json')
        const made = await withdrawAmendmentDecisions(deps, draft, open, by, amendments)
        if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
        events.publish({ topic: 'amendments', subject: draft.id }, draft.audience)
        return respond<'POST /api/drafts/:id/decisions/withdrawal'>(c, made)
      }),
    )
}
