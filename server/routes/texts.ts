/** A text as the reader may see it, and the beginning of its draft. */
import { Hono } from 'hono'
import { requireReader } from '../http/reader.ts'
import { isRefusal, refuse, respond } from '../http/respond.ts'
import { actingMandate } from '../policies/policies.ts'
import { draftView, textView } from '../presenters/text-view.ts'
import { beginDraft, fillDraft } from '../texts/begin-draft.ts'
import { findReadableText } from '../texts/find-readable.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { readTextSituation } from '../texts/text-situation.ts'

export function textRoutes(deps: TextDeps): Hono {
  const signedIn = requireReader(deps)
  return new Hono()
    .get('/api/texts/:id', signedIn, async c => {
      const reader = c.get('reader')
      const situation = await findReadableText(deps.db, reader, c.req.param('id'))
      if (!situation) return refuse(c, 'not-found')
      return respond<'GET /api/texts/:id'>(c, textView(situation, reader.mandates))
    })
    .post('/api/texts/:id/draft', signedIn, async c => {
      const { mandates, ...reader } = c.get('reader')
      const situation = await findReadableText(deps.db, { ...reader, mandates }, c.req.param('id'))
      if (!situation) return refuse(c, 'not-found')
      const { text } = situation
      const draft = await beginDraft(deps, situation, mandates)
      if (isRefusal(draft)) return refuse(c, draft.refusal, draft.detail)
      await fillDraft(deps, draft, actingMandate(mandates, text, draft)!.id)
      const now = await readTextSituation(deps.db, situation.edition, text)
      return respond<'POST /api/texts/:id/draft'>(c, draftView(now, mandates, draft, deps.epoch))
    })
}
