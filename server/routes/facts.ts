/** [F1] The shared facts of the edition: everybody reads them, its organiser says them. */
import { Hono } from 'hono'
import type { Fact, FactStatement } from '../../shared/model/edition.ts'
import { factBody, factWithdrawalBody, newFactBody } from '../../shared/protocol/bodies.ts'
import type { Deps } from '../app.ts'
import { addFact, changeFact, type FactAct, withdrawFact } from '../facts/change-facts.ts'
import { readFactUses } from '../facts/fact-uses.ts'
import { type Reader, type ReaderEnv, requireReader } from '../http/reader.ts'
import { organiserMandate, requireOrganiser } from '../http/require-organiser.ts'
import { body, isRefusal, type Refusal, refuse, respond } from '../http/respond.ts'
import { mayReadEdition } from '../policies/policies.ts'
import { readFactsView } from '../presenters/facts-view.ts'
import type { Database } from '../store/database.ts'

export function factRoutes(deps: Deps): Hono<ReaderEnv> {
  const { db, clock, events, newId } = deps
  const guards = [requireReader(deps), requireOrganiser] as const

  /** One change with its trace and its act, or nothing; then everybody hears of it. */
  async function change(
    reader: Reader,
    act: (trx: Database, act: FactAct) => Promise<Fact | Refusal>,
  ): Promise<Fact | Refusal> {
    const by = organiserMandate(reader).id
    const done = await db
      .transaction()
      .execute(trx => act(trx, { edition: reader.edition.id, by, at: clock() }))
    if (!isRefusal(done)) events.publish({ topic: 'facts', subject: done.id }, 'all')
    return done
  }

  return new Hono<ReaderEnv>()
    .get('/api/facts', requireReader(deps), async c => {
      const { edition, mandates } = c.get('reader')
      if (!mayReadEdition(mandates)) return refuse(c, 'not-found')
      return respond<'GET /api/facts'>(c, await readFactsView(deps, edition, mandates))
    })
    .post('/api/facts', ...guards, body(newFactBody), async c => {
      const said = c.req.valid('json') as FactStatement
      const made = await change(c.get('reader'), (trx, act) => addFact(trx, newId('fact'), said, act))
      if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
      return respond<'POST /api/facts'>(c, made)
    })
    .put('/api/facts/:id', ...guards, body(factBody), async c => {
      const said = c.req.valid('json') as Partial<FactStatement>
      const changed = await change(c.get('reader'), (trx, act) =>
        changeFact(trx, c.req.param('id'), said, act),
      )
      if (isRefusal(changed)) return refuse(c, changed.refusal, changed.detail)
      return respond<'PUT /api/facts/:id'>(c, changed)
    })
    .put('/api/facts/:id/withdrawal', ...guards, body(factWithdrawalBody), async c => {
      const { edition, mandates } = c.get('reader')
      const uses = await readFactUses(deps, edition, mandates)
      const isUsed = [...uses.keys()].some(id => id === c.req.param('id'))
      const { withdrawn } = c.req.valid('json')
      const changed = await change(c.get('reader'), (trx, act) =>
        withdrawFact(trx, c.req.param('id'), { withdrawn, isUsed }, act),
      )
      if (isRefusal(changed)) return refuse(c, changed.refusal, changed.detail)
      return respond<'PUT /api/facts/:id/withdrawal'>(c, changed)
    })
}
