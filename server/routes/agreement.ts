/** [A3] [A4] Consents to pairs of texts, given and withdrawn by the chairs; units that are locked, reopened. */
import { type Context, Hono } from 'hono'
import type { UnitId } from '../../shared/model/ids.ts'
import type { Place } from '../../shared/model/thread.ts'
import { consentsBody, consentWithdrawalBody, reopeningBody } from '../../shared/protocol/bodies.ts'
import { readAgreement } from '../agreement/agreement-at.ts'
import { readablePlace } from '../comments/readable-threads.ts'
import { findCompared } from '../comparisons/compared-text.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { insertConsent, insertReopening, withdrawConsents } from '../store/agreement.ts'
import { findReadableText } from '../texts/find-readable.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'

export function agreementRoutes(deps: TextDeps): Hono {
  const { db, clock, newId, events } = deps
  const signedIn = requireReader(deps)

  /** The agreement at a place of the text, for one who may read that; as if it did not exist for all others. */
  async function findAt(c: Context<ReaderEnv>, place: string) {
    const reader = c.get('reader')
    const situation = await findReadableText(db, reader, c.req.param('id') ?? '')
    const at = situation && readablePlace(situation, reader.mandates, place)
    if (!at) return { refusal: 'not-found' } as const
    const adopted = c.req.method === 'GET' ? undefined : refuseAdopted(situation.text)
    if (adopted) return adopted
    const words = await findCompared(deps, reader, at.place satisfies Place)
    if (isRefusal(words)) return words
    const view = await readAgreement(db, situation, reader.mandates, at.facts, words.text)
    const by = reader.mandates.find(
      ({ role, side }) => role === 'chair' && side !== null && side === view.consentsFor,
    )
    return { situation, view, by }
  }

  return new Hono()
    .get('/api/texts/:id/agreement', signedIn, async c => {
      const found = await findAt(c, c.req.query('place') ?? '')
      if (isRefusal(found)) return refuse(c, found.refusal)
      return respond<'GET /api/texts/:id/agreement'>(c, found.view)
    })
    .post('/api/texts/:id/consents', signedIn, body(consentsBody), async c => {
      const { place, units, kind } = c.req.valid('json')
      const found = await findAt(c, place)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const { situation, view, by } = found
      if (!by) return refuse(c, 'not-allowed')
      const reads = new Map(view.units.map(({ unit, pair }) => [unit as string, pair]))
      // One that reads otherwise than the chair saw it: nothing is consented to, so that all of them are read again.
      if (units.some(({ unit, pair }) => reads.get(unit) !== pair)) return refuse(c, 'pair-changed')
      const text = situation.text
      await db.transaction().execute(async trx => {
        const at = clock()
        for (const { unit, pair } of units)
          await insertConsent(trx, {
            ...{ id: newId('consent'), text: text.id, unit: unit as UnitId, pair },
            ...{ side: by.side!, kind, by: by.id, at },
          })
        await recordAct(trx, {
          ...{ edition: text.edition, at, mandate: by.id, audience: 'joint', kind: 'units-agreed' },
          detail: { ...labelDetail('text', text.title), units: String(units.length), consent: kind },
        })
      })
      events.publish({ topic: 'agreement', subject: text.id }, 'joint')
      return respond<'POST /api/texts/:id/consents'>(c, { ok: true })
    })
    .post('/api/texts/:id/consents/withdrawal', signedIn, body(consentWithdrawalBody), async c => {
      const { place, units } = c.req.valid('json')
      const found = await findAt(c, place)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const { situation, view, by } = found
      if (!by) return refuse(c, 'not-allowed')
      const locked = view.units.filter(unit => unit.locked).map(({ unit }) => unit as string)
      if (units.some(unit => locked.includes(unit))) return refuse(c, 'unit-locked')
      const { text } = situation
      await db.transaction().execute(async trx => {
        const at = clock()
        await withdrawConsents(trx, text.id, by.side!, units as UnitId[], at)
        await recordAct(trx, {
          ...{ edition: text.edition, at, mandate: by.id, audience: 'joint', kind: 'units-disagreed' },
          detail: { ...labelDetail('text', text.title), units: String(units.length) },
        })
      })
      events.publish({ topic: 'agreement', subject: text.id }, 'joint')
      return respond<'POST /api/texts/:id/consents/withdrawal'>(c, { ok: true })
    })
    .post('/api/texts/:id/reopenings', signedIn, body(reopeningBody), async c => {
      const { place, unit, reason } = c.req.valid('json')
      const found = await findAt(c, place)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const { situation, view, by } = found
      if (!by) return refuse(c, 'not-allowed')
      if (!reason.fr.trim() && !reason.ja.trim()) return refuse(c, 'reason-missing')
      const known = view.units.find(each => each.unit === unit)
      if (!known?.locked) return refuse(c, 'unit-not-locked')
      const { text } = situation
      await db.transaction().execute(async trx => {
        const at = clock()
        const side = by.side!
        await withdrawConsents(trx, text.id, side, [known.unit], at)
        await insertReopening(trx, {
          ...{ id: newId('consent'), text: text.id, unit: known.unit, pair: known.pair },
          ...{ side, reason, by: by.id, at },
        })
        await recordAct(trx, {
          ...{ edition: text.edition, at, mandate: by.id, audience: 'joint', kind: 'unit-reopened' },
          detail: { ...labelDetail('text', text.title), ...labelDetail('reason', reason) },
        })
      })
      events.publish({ topic: 'agreement', subject: text.id }, 'joint')
      return respond<'POST /api/texts/:id/reopenings'>(c, { ok: true })
    })
}
