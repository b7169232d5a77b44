/** [W2] Workshops and their texts on the way: submitted by their leads, returned or accepted by the secretariat. */
import { type Context, Hono } from 'hono'
import { submissionBody, submissionReviewBody } from '../../shared/protocol/bodies.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { mayReadWorkshops, mayReviewSubmission } from '../policies/policies.ts'
import { versionView } from '../presenters/text-view.ts'
import { readWorkshopsView, workshopTextView } from '../presenters/workshops-view.ts'
import { insertSubmissionMark, readSpeech, submissionMarksOf } from '../store/workshops.ts'
import { findReadableDraft, findReadableVersion } from '../texts/find-readable.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { readTextSituation } from '../texts/text-situation.ts'
import { departureOf } from '../transmission/preview.ts'
import { previewSubmission, recordSubmission, refuseToSubmit, submit } from '../workshops/submission.ts'

export function submissionRoutes(deps: TextDeps): Hono {
  const { db, sync, clock, events, oneAtATime } = deps
  const signedIn = requireReader(deps)

  async function findSubmitting(c: Context<ReaderEnv>) {
    const reader = c.get('reader')
    const found = await findReadableDraft(db, reader, c.req.param('id') ?? '')
    return found && { ...found, mandates: reader.mandates }
  }

  return new Hono()
    .get('/api/workshops', signedIn, async c => {
      const { person, mandates, edition } = c.get('reader')
      if (!mayReadWorkshops(mandates)) return refuse(c, 'not-found')
      const reader = { person: person.id, mandates }
      return respond<'GET /api/workshops'>(c, await readWorkshopsView(db, edition, reader, clock()))
    })
    .get('/api/drafts/:id/submission', signedIn, async c => {
      const found = await findSubmitting(c)
      if (!found) return refuse(c, 'not-found')
      const { draft, situation, mandates } = found
      const refused = refuseToSubmit(situation, mandates, draft)
      if (refused) return refuse(c, refused.refusal)
      const text = await readDraft(sync, draft.id)
      if (isRefusal(text)) return refuse(c, text.refusal)
      const preview = await previewSubmission(
        deps,
        situation,
        draft,
        await departureOf(text, situation.facts),
      )
      if (isRefusal(preview)) return refuse(c, preview.refusal)
      const { base } = preview
      return respond<'GET /api/drafts/:id/submission'>(c, {
        ...preview,
        base: base && versionView(situation, mandates, base),
      })
    })
    .post('/api/drafts/:id/submission', signedIn, body(submissionBody), async c =>
      oneAtATime(`transmit ${c.req.param('id')}`, async () => {
        const found = await findSubmitting(c)
        if (!found) return refuse(c, 'not-found')
        const { draft, situation, mandates } = found
        const made = await submit(deps, situation, mandates, draft, c.req.valid('json'))
        if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
        const now = await readTextSituation(db, situation.edition, situation.text)
        return respond<'POST /api/drafts/:id/submission'>(c, versionView(now, mandates, made))
      }),
    )
    .post('/api/versions/:id/review', signedIn, body(submissionReviewBody), async c => {
      const { person, mandates, ...reader } = c.get('reader')
      const found = await findReadableVersion(db, { ...reader, mandates }, c.req.param('id'))
      if (!found) return refuse(c, 'not-found')
      const { version, situation } = found
      const { text } = situation
      if (!mayReviewSubmission(mandates, text)) return refuse(c, 'not-allowed')
      const { outcome, reason } = c.req.valid('json')
      if (outcome === 'returned' && !reason?.fr.trim() && !reason?.ja.trim())
        return refuse(c, 'reason-missing')
      if (situation.versions.at(-1)?.id !== version.id) return refuse(c, 'submission-superseded')
      const by = mandates.find(({ role }) => role === 'organiser')!
      await db.transaction().execute(async trx => {
        const at = clock()
        await insertSubmissionMark(trx, { version: version.id, kind: outcome, reason, by: by.id, at })
        const kind = outcome === 'returned' ? 'text-returned' : 'text-accepted'
        await recordSubmission(trx, text, version, kind, by, at)
      })
      events.publish({ topic: 'texts', subject: text.id }, 'joint')
      const [marks, speech] = [await submissionMarksOf(db, text.id), await readSpeech(db, text.edition)]
      const viewer = { person: person.id, mandates }
      const view = await workshopTextView(db, situation, viewer, { marks, speech, now: clock() })
      return respond<'POST /api/versions/:id/review'>(c, view)
    })
}
