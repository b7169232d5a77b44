/** [R1] The plan: the organiser changes stages, turns and dates, and each change is an act of the log. */
import { Hono } from 'hono'
import type { Stage } from '../../shared/model/edition.ts'
import type { StageId } from '../../shared/model/ids.ts'
import { stageBody, stageOrderBody } from '../../shared/protocol/bodies.ts'
import type { RefusalId } from '../../shared/protocol/refusals.ts'
import type { ActKind } from '../../shared/protocol/views.ts'
import type { Deps } from '../app.ts'
import { type Reader, type ReaderEnv, requireReader } from '../http/reader.ts'
import { organiserMandate, requireOrganiser } from '../http/require-organiser.ts'
import { body, refuse, respond } from '../http/respond.ts'
import { labelDetail, movedDeadlineDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import {
  deleteStage,
  findStage,
  insertStage,
  isStageUsed,
  listStages,
  openStage,
  orderStages,
  updateStage,
} from '../store/stages.ts'

export function stageRoutes(deps: Deps): Hono<ReaderEnv> {
  const { db, clock, newId, events, sync } = deps
  const guards = [requireReader(deps), requireOrganiser] as const

  /** Does one change with its act, in one transaction; then everyone hears of it, and rights are asked for again. */
  async function change<Result extends Stage | RefusalId>(
    reader: Reader,
    kind: ActKind,
    act: (trx: Database, now: string) => Promise<Result>,
    /** What the act says besides the stage's name. */
    more: () => Readonly<Record<string, string>> = () => ({}),
  ): Promise<Result> {
    const result = await db.transaction().execute(async trx => {
      const now = clock()
      const done = await act(trx, now)
      if (typeof done !== 'string')
        await recordAct(trx, {
          edition: reader.edition.id,
          at: now,
          mandate: organiserMandate(reader).id,
          audience: 'all',
          kind,
          detail: kind === 'stages-reordered' ? {} : { ...labelDetail('stage', done.name), ...more() },
        })
      return done
    })
    if (typeof result !== 'string') {
      events.publish({ topic: 'plan', subject: result.id }, 'all')
      await sync.recheck()
      await sync.refreshLocks()
    }
    return result
  }

  async function find(db: Database, reader: Reader, id: string): Promise<Stage | undefined> {
    const stage = await findStage(db, id)
    return stage?.edition === reader.edition.id ? stage : undefined
  }

  return new Hono<ReaderEnv>()
    .post('/api/stages', ...guards, body(stageBody), async c => {
      const reader = c.get('reader')
      const given = c.req.valid('json')
      const stage = await change(reader, 'stage-added', async trx => {
        const last = (await listStages(trx, reader.edition.id)).at(-1)
        const added: Stage = {
          ...given,
          id: newId('stage'),
          edition: reader.edition.id,
          position: (last?.position ?? 0) + 10,
          state: 'pending',
          openedAt: null,
          closedAt: null,
        }
        await insertStage(trx, added)
        return added
      })
      return respond<'POST /api/stages'>(c, stage)
    })
    .put('/api/stages/:id', ...guards, body(stageBody), async c => {
      const reader = c.get('reader')
      const given = c.req.valid('json')
      let moved: Record<string, string> = {}
      const act = async (trx: Database) => {
        const before = await find(trx, reader, c.req.param('id'))
        if (!before) return 'not-found'
        const after = { ...before, ...given }
        moved = movedDeadlineDetail(before.due, after.due)
        await updateStage(trx, after)
        return after
      }
      const stage = await change(reader, 'stage-changed', act, () => moved)
      if (typeof stage === 'string') return refuse(c, stage)
      return respond<'PUT /api/stages/:id'>(c, stage)
    })
    .delete('/api/stages/:id', ...guards, async c => {
      const reader = c.get('reader')
      const stage = await change(reader, 'stage-removed', async trx => {
        const found = await find(trx, reader, c.req.param('id'))
        if (!found) return 'not-found'
        // Whatever was ever open stays: asked in this order, the answer tells nothing of private drafts.
        if (found.openedAt !== null || (await isStageUsed(trx, found.id))) return 'stage-in-use'
        await deleteStage(trx, found.id)
        return found
      })
      if (typeof stage === 'string') return refuse(c, stage)
      return respond<'DELETE /api/stages/:id'>(c, { ok: true })
    })
    .put('/api/stages', ...guards, body(stageOrderBody), async c => {
      const reader = c.get('reader')
      const order = c.req.valid('json').order as StageId[]
      const result = await change(reader, 'stages-reordered', async trx => {
        const stages = await listStages(trx, reader.edition.id)
        const first = stages[0]
        const wanted = new Set(order)
        const complete = wanted.size === order.length && stages.length === order.length
        if (!first || !complete || !stages.every(stage => wanted.has(stage.id))) return 'invalid'
        await orderStages(trx, order)
        return first
      })
      if (typeof result === 'string') return refuse(c, result, 'order')
      return respond<'PUT /api/stages'>(c, { ok: true })
    })
    .post('/api/stages/:id/open', ...guards, async c => {
      const reader = c.get('reader')
      const stage = await change(reader, 'stage-opened', async (trx, now) => {
        const found = await find(trx, reader, c.req.param('id'))
        if (!found) return 'not-found'
        if (found.state !== 'current') await openStage(trx, reader.edition.id, found.id, now)
        return (await find(trx, reader, found.id))!
      })
      if (typeof stage === 'string') return refuse(c, stage)
      return respond<'POST /api/stages/:id/open'>(c, stage)
    })
}
