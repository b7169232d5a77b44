/** [R8] The history inside a draft: who worked on what, any state as it was, and the way back to it. */
import { type Context, Hono } from 'hono'
import { restorationBody } from '../../shared/protocol/bodies.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { historyView } from '../presenters/history-view.ts'
import { draftView } from '../presenters/text-view.ts'
import { readHistory } from '../texts/draft-history.ts'
import { findReadableDraft } from '../texts/find-readable.ts'
import { wordsAt } from '../texts/past-states.ts'
import { restoreState } from '../texts/restore-state.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { departureOf } from '../transmission/preview.ts'

export function historyRoutes(deps: TextDeps): Hono {
  const { db, epoch } = deps
  const signedIn = requireReader(deps)

  /** The draft of the address, closed ones too, for one who may read it; as if it did not exist for all others. */
  async function findReadable(c: Context<ReaderEnv>) {
    const reader = c.get('reader')
    const found = await findReadableDraft(db, reader, c.req.param('id') ?? '')
    return found && { ...found, mandates: reader.mandates }
  }

  return new Hono()
    .get('/api/drafts/:id/history', signedIn, async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { draft, situation, mandates } = found
      const sittings = await readHistory(deps, draft)
      if (isRefusal(sittings)) return refuse(c, sittings.refusal)
      return respond<'GET /api/drafts/:id/history'>(
        c,
        historyView(situation, mandates, draft, sittings, epoch),
      )
    })
    .get('/api/drafts/:id/state', signedIn, async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { draft, situation, mandates } = found
      const at = c.req.query('at') ?? ''
      const words = await wordsAt(deps, draft, at)
      if (isRefusal(words)) return refuse(c, words.refusal)
      const { text, facts } = await departureOf(words.text, situation.facts)
      return respond<'GET /api/drafts/:id/state'>(c, {
        draft: draftView(situation, mandates, draft, epoch),
        at,
        content: text,
        facts,
      })
    })
    .post('/api/drafts/:id/restoration', signedIn, body(restorationBody), async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { draft, situation, mandates } = found
      const restored = await restoreState(deps, situation, mandates, draft, c.req.valid('json').at)
      if (isRefusal(restored)) return refuse(c, restored.refusal)
      return respond<'POST /api/drafts/:id/restoration'>(c, restored)
    })
}
