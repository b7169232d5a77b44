/** A draft as its audience sees it, what leaves when it is transmitted, and the transmission. */
import { type Context, Hono } from 'hono'
import { transmissionBody } from '../../shared/protocol/bodies.ts'
import { leavingFates } from '../amendments/leaving-fates.ts'
import { readOpenAnswer } from '../amendments/open-answer.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { workshopFindings } from '../integration/leaving-work.ts'
import { actingMandate } from '../policies/policies.ts'
import { draftView, versionView } from '../presenters/text-view.ts'
import { findStoredVersion } from '../store/versions.ts'
import { fillDraft } from '../texts/begin-draft.ts'
import { findReadableDraft } from '../texts/find-readable.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { readTextSituation, stageOf } from '../texts/text-situation.ts'
import { departureOf, previewOf } from '../transmission/preview.ts'
import { refuseToTransmit, transmit } from '../transmission/transmit.ts'

export function draftRoutes(deps: TextDeps): Hono {
  const { db, sync, clock, comparisons, oneAtATime, epoch } = deps
  const signedIn = requireReader(deps)

  /** The draft of the address with its text, for one who may read it; as if it did not exist for all others. */
  async function findReadable(c: Context<ReaderEnv>) {
    const reader = c.get('reader')
    const found = await findReadableDraft(db, reader, c.req.param('id') ?? '')
    return found && { ...found, mandates: reader.mandates }
  }

  return new Hono()
    .get('/api/drafts/:id', signedIn, async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { draft, situation, mandates } = found
      const by = actingMandate(mandates, situation.text, draft)
      if (by) await fillDraft(deps, draft, by.id)
      return respond<'GET /api/drafts/:id'>(c, draftView(situation, mandates, draft, epoch))
    })
    .get('/api/drafts/:id/preview', signedIn, async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { draft, situation, mandates } = found
      const refused = refuseToTransmit(situation, mandates, draft)
      if (refused) return refuse(c, refused.refusal, refused.detail)
      const stage = stageOf(situation, draft)!
      const base = (draft.base && (await findStoredVersion(db, draft.base))) || null
      const text = await readDraft(sync, draft.id)
      if (isRefusal(text)) return refuse(c, text.refusal)
      const departure = await departureOf(text, situation.facts)
      const open = await readOpenAnswer(deps, situation, draft)
      if (isRefusal(open)) return refuse(c, open.refusal)
      const fates = open && (await leavingFates(deps, open, departure))
      const workshop = await workshopFindings(db, situation.edition, mandates, draft, text)
      const now = clock()
      const preview = await previewOf({
        ...{ departure, base, open, stage, situation, comparisons, fates, workshop, now },
      })
      if (isRefusal(preview)) return refuse(c, preview.refusal)
      const { decisions } = preview
      return respond<'GET /api/drafts/:id/preview'>(c, {
        ...preview,
        decisions: decisions && {
          answer: versionView(situation, mandates, open!.answer),
          sha256: decisions.sha256,
          decisions: decisions.content.decisions,
          amendments: open!.plan.amendments.length,
          fates,
          answerFacts: open!.facts,
        },
        base: base && versionView(situation, mandates, base),
      })
    })
    .post('/api/drafts/:id/transmission', signedIn, body(transmissionBody), async c =>
      oneAtATime(`transmit ${c.req.param('id')}`, async () => {
        const found = await findReadable(c)
        if (!found) return refuse(c, 'not-found')
        const { draft, situation, mandates } = found
        const made = await transmit(deps, situation, mandates, draft, c.req.valid('json'))
        if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
        const now = await readTextSituation(db, situation.edition, situation.text)
        return respond<'POST /api/drafts/:id/transmission'>(c, versionView(now, mandates, made))
      }),
    )
}
