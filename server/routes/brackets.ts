/** [A5] The brackets of a text, what is said of them, and the threads on them. */
import { type Context, Hono } from 'hono'
import type { DraftId } from '../../shared/model/ids.ts'
import { draftPlace, readPlace } from '../../shared/model/thread.ts'
import { bracketRecordBody, bracketThreadBody } from '../../shared/protocol/bodies.ts'
import { readBracketsView } from '../brackets/brackets-at.ts'
import { findDraftIn, findReadableThread, readablePlace } from '../comments/readable-threads.ts'
import { findCompared } from '../comparisons/compared-text.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { sidesToAskFor } from '../policies/bracket-policies.ts'
import { actingMandate, mayWriteDraft } from '../policies/policies.ts'
import { mayCommentIn } from '../policies/thread-policies.ts'
import { bracketRecords, linkThread, putBracket } from '../store/brackets.ts'
import { findReadableText } from '../texts/find-readable.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { stageOf } from '../texts/text-situation.ts'

export function bracketRoutes(deps: TextDeps): Hono {
  const { db, clock, events } = deps
  const signedIn = requireReader(deps)

  /** A place of the text of the address, for one who may read it; as if it did not exist for all others. */
  async function findAt(c: Context<ReaderEnv>, place: string) {
    const reader = c.get('reader')
    const situation = await findReadableText(db, reader, c.req.param('id') ?? '')
    const at = situation && readablePlace(situation, reader.mandates, place)
    if (!at) return undefined
    const named = readPlace(at.place)
    const draft = named && 'draft' in named ? findDraftIn(situation, named.draft) : undefined
    return { reader, situation, place: at.place, draft }
  }

  return new Hono()
    .get('/api/texts/:id/brackets', signedIn, async c => {
      const found = await findAt(c, c.req.query('place') ?? '')
      if (!found) return refuse(c, 'not-found')
      const { reader, situation, place, draft } = found
      const read = await findCompared(deps, reader, place)
      if (isRefusal(read)) return refuse(c, read.refusal)
      const stage = draft ? stageOf(situation, draft) : null
      const { mandates } = reader
      const view = await readBracketsView(db, situation, mandates, {
        text: read.text,
        facts: read.facts,
        mayWrite: draft !== undefined && mayWriteDraft(mandates, situation.text, draft, stage),
        joint: draft?.audience === 'joint' ? draft.id : null,
        asksFor: draft ? sidesToAskFor(mandates, situation.text, draft, stage) : [],
      })
      return respond<'GET /api/texts/:id/brackets'>(c, view)
    })
    .post('/api/texts/:id/brackets', signedIn, body(bracketRecordBody), async c => {
      const { bracket, draft: id, side, remark } = c.req.valid('json')
      const found = await findAt(c, draftPlace(id as DraftId))
      if (!found?.draft) return refuse(c, 'not-found')
      const { reader, situation, draft } = found
      const adopted = refuseAdopted(situation.text)
      if (adopted) return refuse(c, adopted.refusal)
      if (draft.closedAt !== null) return refuse(c, 'draft-closed')
      const may = sidesToAskFor(reader.mandates, situation.text, draft, stageOf(situation, draft))
      const by = actingMandate(reader.mandates, situation.text, draft)
      if (!by || may.length === 0 || (side !== null && !may.includes(side))) return refuse(c, 'not-allowed')
      const said = (await bracketRecords(db, situation.text.id)).find(
        record => record.bracket === bracket && record.draft === draft.id,
      )
      // In a joint draft nobody speaks for the other side.
      if (said && situation.mandates.get(said.by)?.side !== by.side) return refuse(c, 'not-allowed')
      await putBracket(db, {
        ...{ bracket, draft: draft.id, text: situation.text.id, side, by: by.id, at: clock() },
        remark: remark && (remark.fr || remark.ja) ? remark : null,
      })
      events.publish({ topic: 'brackets', subject: situation.text.id }, draft.audience)
      return respond<'POST /api/texts/:id/brackets'>(c, { ok: true })
    })
    .post('/api/texts/:id/brackets/threads', signedIn, body(bracketThreadBody), async c => {
      const { bracket, place, thread: id } = c.req.valid('json')
      const found = await findAt(c, place)
      const known = await findReadableThread(db, c.get('reader'), id)
      if (!found || known?.situation.text.id !== found.situation.text.id) return refuse(c, 'not-found')
      const { thread, origin } = known
      const { text } = found.situation
      if (!mayCommentIn(found.reader.mandates, text, thread, origin)) return refuse(c, 'not-allowed')
      await linkThread(db, text.id, bracket, thread.id, clock())
      events.publish({ topic: 'brackets', subject: text.id }, thread.audience)
      return respond<'POST /api/texts/:id/brackets/threads'>(c, { ok: true })
    })
}
