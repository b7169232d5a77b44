/** [W4] What became of each unit of each accepted summary: read, said by hand, signed by leads. */
import { type Context, Hono } from 'hono'
import { isToBeTreated } from '../../shared/integrate/coverage.ts'
import { unitsOf } from '../../shared/model/bilingual-text.ts'
import type { TextId, UnitId } from '../../shared/model/ids.ts'
import { coverageBody, coverageSignatureBody } from '../../shared/protocol/bodies.ts'
import { hasReason } from '../amendments/decide-amendments.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { hashOfWords, readIntegration } from '../integration/integration-facts.ts'
import { coverageRows, sharedCoverage, sharedGround } from '../integration/read-coverage.ts'
import { currentPlace } from '../integration/viewpoint.ts'
import { signingMandate, statingMandate } from '../policies/integration-policies.ts'
import { mayReadWorkshops } from '../policies/policies.ts'
import { coverageView } from '../presenters/coverage-view.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { insertSignature, insertStatement, statementsOf, withdrawStatements } from '../store/coverage.ts'
import type { TextDeps } from '../texts/text-deps.ts'

export function coverageRoutes(deps: TextDeps): Hono {
  const { db, clock, newId, events, oneAtATime } = deps
  const signedIn = requireReader(deps)

  async function findIntegration(c: Context<ReaderEnv>) {
    const { mandates, edition } = c.get('reader')
    if (!mayReadWorkshops(mandates)) return undefined
    const integration = await readIntegration(db, edition)
    return integration && { integration, mandates }
  }

  /** The summary of the address, for one who may read it. */
  async function findSummary(c: Context<ReaderEnv>) {
    const found = await findIntegration(c)
    const id = c.req.param('id') as TextId
    const summary = found?.integration.summaries.find(({ situation }) => situation.text.id === id)
    return found && summary && { ...found, summary }
  }

  return new Hono()
    .get('/api/coverage', signedIn, async c => {
      const found = await findIntegration(c)
      if (!found) return refuse(c, 'not-found')
      const view = await coverageView(deps, found.integration, found.mandates)
      if (isRefusal(view)) return refuse(c, view.refusal, view.detail)
      return respond<'GET /api/coverage'>(c, view)
    })
    .put('/api/texts/:id/coverage', signedIn, body(coverageBody), async c => {
      const found = await findSummary(c)
      if (!found) return refuse(c, 'not-found')
      const { integration, mandates, summary } = found
      const by = statingMandate(mandates, summary.situation.text)
      if (!by) return refuse(c, 'not-allowed')
      const { state, reason, ...said } = c.req.valid('json')
      const source = summary.accepted && (await integration.textOf(summary.accepted.id)).text
      const unit = source && unitsOf(source).find(({ id }) => id === (said.unit as UnitId))
      if (!unit || !isToBeTreated(unit)) return refuse(c, 'invalid', 'unit')
      const text = summary.situation.text.id
      if (state === null) await withdrawStatements(db, text, unit.id, clock())
      else {
        if (!reason || !hasReason(reason)) return refuse(c, 'reason-missing')
        const places = said.places as UnitId[]
        const needsPlace = state === 'integrated' || state === 'merged'
        if (needsPlace !== places.length > 0) return refuse(c, 'invalid', 'places')
        // [M3] Both sides read what is said: it may name only what both may read.
        const current = await currentPlace(deps, integration, mandates)
        if (isRefusal(current)) return refuse(c, current.refusal)
        const shared = current.draft?.audience === 'joint' ? current : (await sharedGround(integration)).place
        const known = new Set(unitsOf(shared.text).map(({ id }) => id))
        if (places.some(place => !known.has(place))) return refuse(c, 'invalid', 'places')
        const statement = { text, unit: unit.id, sha256: hashOfWords(unit), state, places, reason }
        await db
          .transaction()
          .execute(trx => insertStatement(trx, newId('statement'), { ...statement, by: by.id, at: clock() }))
      }
      events.publish({ topic: 'coverage', subject: text }, 'joint')
      return respond<'PUT /api/texts/:id/coverage'>(c, { ok: true })
    })
    .post('/api/texts/:id/coverage/signature', signedIn, body(coverageSignatureBody), async c =>
      oneAtATime(`sign ${c.req.param('id')}`, async () => {
        const found = await findSummary(c)
        if (!found) return refuse(c, 'not-found')
        const { integration, mandates, summary } = found
        const { text } = summary.situation
        const by = signingMandate(mandates, text)
        if (!by) return refuse(c, 'not-allowed')
        const shared = await sharedGround(integration)
        if (!summary.accepted || !shared.place.version) return refuse(c, 'coverage-open')
        const rows = await coverageRows(integration, summary, shared, await statementsOf(db, text.id))
        const { sha256, covered } = sharedCoverage(summary, shared, rows)
        if (sha256 !== c.req.valid('json').sha256) return refuse(c, 'text-changed-since-preview')
        if (!covered) return refuse(c, 'coverage-open')
        const [version, declaration] = [summary.accepted.id, shared.place.version.id]
        await db.transaction().execute(async trx => {
          const at = clock()
          await insertSignature(trx, newId('signature'), {
            ...{ text: text.id, side: by.side, sha256, version, declaration, by: by.id, at },
          })
          await recordAct(trx, {
            ...{ edition: text.edition, at, mandate: by.id, audience: 'joint', kind: 'coverage-signed' },
            detail: labelDetail('text', text.title),
          })
        })
        events.publish({ topic: 'coverage', subject: text.id }, 'joint')
        return respond<'POST /api/texts/:id/coverage/signature'>(c, { ok: true })
      }),
    )
}
