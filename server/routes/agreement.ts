/** [A3] [A4] Consents to pairs of texts, given and withdrawn by the chairs; units that are locked, reopened. */
import { type Context, Hono } from 'hono'
import { pairHashes } from '../../shared/model/agreement.ts'
import { unitsOf } from '../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import type { Place } from '../../shared/model/thread.ts'
import { consentsBody, consentWithdrawalBody, reopeningBody } from '../../shared/protocol/bodies.ts'
import { readAgreement } from '../agreement/agreement-at.ts'
import { consentsHash } from '../agreement/consents-hash.ts'
import { versionsBefore, versionText } from '../agreement/on-table.ts'
import { readablePlace } from '../comments/readable-threads.ts'
import { findCompared } from '../comparisons/compared-text.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { mayConsentAt, mayReadAgreement } from '../policies/agreement-policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { insertConsent, insertReopening, withdrawConsents } from '../store/agreement.ts'
import { findReadableText } from '../texts/find-readable.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'

export function agreementRoutes(deps: TextDeps): Hono {
  const { db, clock, newId, events, sync } = deps
  const signedIn = requireReader(deps)

  /** The agreement at a place of the text, for one who may read that; as if it did not exist for all others. */
  async function findAt(c: Context<ReaderEnv>, asked: string, since?: string) {
    const reader = c.get('reader')
    const situation = await findReadableText(db, reader, c.req.param('id') ?? '')
    const at = situation && readablePlace(situation, reader.mandates, asked)
    if (!at || !mayReadAgreement(reader.mandates)) return { refusal: 'not-found' } as const
    const adopted = c.req.method === 'GET' ? undefined : refuseAdopted(situation.text)
    if (adopted) return adopted
    const { place, facts } = at
    const words = await findCompared(deps, reader, place satisfies Place)
    if (isRefusal(words)) return words
    const view = await readAgreement(db, situation, reader.mandates, facts, words.text, { place, since })
    return { situation, place, facts, view, text: words.text }
  }

  /** As `findAt`, for the chair of a side; a text that is no longer the one on the table takes no consents. */
  async function findForChair(c: Context<ReaderEnv>, asked: string) {
    const found = await findAt(c, asked)
    if (isRefusal(found)) return found
    const { mandates } = c.get('reader')
    const side = mayConsentAt(mandates, found.situation.text, found.facts)
    const by = mandates.find(mandate => mandate.role === 'chair' && mandate.side === side)
    if (!side || !by) return { refusal: 'not-allowed' } as const
    if (found.view.consentsFor !== side) return { refusal: 'not-on-table' } as const
    return { ...found, side, by }
  }

  return new Hono()
    .get('/api/texts/:id/agreement', signedIn, async c => {
      const found = await findAt(c, c.req.query('place') ?? '', c.req.query('since'))
      if (isRefusal(found)) return refuse(c, found.refusal)
      return respond<'GET /api/texts/:id/agreement'>(c, found.view)
    })
    .post('/api/texts/:id/consents', signedIn, body(consentsBody), async c => {
      const { place, units, kind, claim } = c.req.valid('json')
      const found = await findForChair(c, place)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const { situation, view, by, side } = found
      const reads = new Map(view.units.map(({ unit, pair }) => [unit as string, pair]))
      // One that reads otherwise than the chair saw it: nothing is consented to, so that all of them are read again.
      if (units.some(({ unit, pair }) => reads.get(unit) !== pair)) return refuse(c, 'pair-changed')
      const since = claim && versionsBefore(situation, found.place).find(({ id }) => id === claim.since)
      if (claim) {
        const were = since && (await pairHashes(await versionText(db, since.id)))
        if (units.some(({ unit, pair }) => were?.get(unit as UnitId) !== pair))
          return refuse(c, 'not-unchanged')
      }
      const text = situation.text
      const words = new Map(unitsOf(found.text).map(({ id, fr, ja }) => [id as string, { fr, ja }]))
      await db.transaction().execute(async trx => {
        const at = clock()
        const consents = units.map(({ unit, pair }) => ({ unit: unit as UnitId, pair, side, kind }))
        const act = await recordAct(trx, {
          ...{ edition: text.edition, at, mandate: by.id, audience: 'joint', kind: 'units-agreed' },
          detail: {
            ...labelDetail('text', text.title),
            ...{ units: String(units.length), consent: kind },
            ...(since ? { since: since.label } : {}),
            consents: consentsHash(consents),
          },
        })
        for (const consent of consents)
          await insertConsent(trx, {
            ...{ id: newId('consent'), text: text.id, ...consent, by: by.id, at, act, place: found.place },
            words: words.get(consent.unit)!,
            unchangedSince: since?.id ?? null,
          })
      })
      await sync.refreshLocks()
      events.publish({ topic: 'agreement', subject: text.id }, 'joint')
      return respond<'POST /api/texts/:id/consents'>(c, { ok: true })
    })
    .post('/api/texts/:id/consents/withdrawal', signedIn, body(consentWithdrawalBody), async c => {
      const { place, units } = c.req.valid('json')
      const found = await findForChair(c, place)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const { situation, view, by, side } = found
      const asked = view.units.filter(({ unit }) => units.includes(unit))
      if (asked.some(({ locked }) => locked)) return refuse(c, 'unit-locked')
      const { text } = situation
      await db.transaction().execute(async trx => {
        const at = clock()
        const [ids, pairs] = [asked.map(({ unit }) => unit), asked.map(({ pair }) => pair)]
        const withdrawn = await withdrawConsents(trx, text.id, side, ids, at, pairs)
        // Where there was none to these words nothing was done.
        if (withdrawn === 0) return
        await recordAct(trx, {
          ...{ edition: text.edition, at, mandate: by.id, audience: 'joint', kind: 'units-disagreed' },
          detail: { ...labelDetail('text', text.title), units: String(withdrawn) },
        })
      })
      await sync.refreshLocks()
      events.publish({ topic: 'agreement', subject: text.id }, 'joint')
      return respond<'POST /api/texts/:id/consents/withdrawal'>(c, { ok: true })
    })
    .post('/api/texts/:id/reopenings', signedIn, body(reopeningBody), async c => {
      const { place, unit, reason } = c.req.valid('json')
      const found = await findForChair(c, place)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const { situation, view, by, side } = found
      if (!reason.fr.trim() && !reason.ja.trim()) return refuse(c, 'reason-missing')
      const known = view.units.find(each => each.unit === unit)
      if (!known?.locked) return refuse(c, 'unit-not-locked')
      const { text } = situation
      const number = String(view.units.indexOf(known) + 1)
      await db.transaction().execute(async trx => {
        const at = clock()
        await withdrawConsents(trx, text.id, side, [known.unit], at)
        await insertReopening(trx, {
          ...{ id: newId('consent'), text: text.id, unit: known.unit, pair: known.pair },
          ...{ side, reason, by: by.id, at },
        })
        await recordAct(trx, {
          ...{ edition: text.edition, at, mandate: by.id, audience: 'joint', kind: 'unit-reopened' },
          detail: { ...labelDetail('text', text.title), ...labelDetail('reason', reason), number },
        })
      })
      await sync.refreshLocks()
      events.publish({ topic: 'agreement', subject: text.id }, 'joint')
      return respond<'POST /api/texts/:id/reopenings'>(c, { ok: true })
    })
}
