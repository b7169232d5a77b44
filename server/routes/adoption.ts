/** [S1] What stands between a text and its adoption, the seals of the chairs, and corrigenda of an adopted text. */
import { type Context, Hono } from 'hono'
import type { MandateId } from '../../shared/model/ids.ts'
import { corrigendumAnswerBody, corrigendumBody, sealBody } from '../../shared/protocol/bodies.ts'
import type { ActKind } from '../../shared/protocol/views.ts'
import {
  changesOf,
  corrigendumOf,
  hasReasonInBoth,
  isAnswerComplete,
  readCorrected,
} from '../adoption/corrigenda.ts'
import { seal, withdraw } from '../adoption/seal.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, type Refusal, refuse, respond } from '../http/respond.ts'
import {
  answersFor,
  correctingMandate,
  mayReadCorrigendumProposals,
  mayWithdrawCorrigendum,
} from '../policies/adoption-policies.ts'
import { adoptionView, corrigendaView } from '../presenters/adoption-view.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import {
  answerCorrigendumProposal,
  corrigendaOf,
  corrigendumProposalsOf,
  findCorrigendumProposal,
  insertCorrigendum,
  insertCorrigendumProposal,
  withdrawCorrigendumProposal,
} from '../store/corrigenda.ts'
import type { Database } from '../store/database.ts'
import { findReadableText, findReadableVersion } from '../texts/find-readable.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'

export function adoptionRoutes(deps: TextDeps): Hono {
  const { db, clock, newId, events, oneAtATime } = deps
  const signedIn = requireReader(deps)

  /** The text of the address, for one who may know of it; as if it did not exist for all others. */
  async function findText(c: Context<ReaderEnv>) {
    const reader = c.get('reader')
    const situation = await findReadableText(db, reader, c.req.param('id') ?? '')
    return situation && { situation, mandates: reader.mandates }
  }

  /** A corrigendum that is asked for, with its text, for one who may know of it. */
  async function findProposal(c: Context<ReaderEnv>) {
    const reader = c.get('reader')
    const proposal = await findCorrigendumProposal(db, c.req.param('id') ?? '')
    // In this order: one that is hidden costs what one that does not exist does.
    if (!proposal || !mayReadCorrigendumProposals(reader.mandates)) return undefined
    const situation = await findReadableText(db, reader, proposal.text)
    return situation && { proposal, situation, mandates: reader.mandates }
  }

  const inTurn = <T>(text: string, work: () => Promise<T>) => oneAtATime(`seal ${text}`, work)

  /** Everyone who hears of both sides' acts hears of it. */
  async function record(
    trx: Database,
    { text }: TextSituation,
    kind: ActKind,
    {
      by,
      at,
      more = {},
    }: { readonly by: MandateId; readonly at: string; readonly more?: Readonly<Record<string, string>> },
  ) {
    await recordAct(trx, {
      ...{ edition: text.edition, at, mandate: by, audience: 'joint', kind },
      detail: { ...labelDetail('text', text.title), ...more },
    })
  }

  return new Hono()
    .get('/api/texts/:id/adoption', signedIn, async c => {
      const found = await findText(c)
      if (!found) return refuse(c, 'not-found')
      const view = await adoptionView(deps, found.situation, found.mandates)
      if (isRefusal(view)) return refuse(c, view.refusal)
      return respond<'GET /api/texts/:id/adoption'>(c, view)
    })
    .post('/api/texts/:id/seals', signedIn, body(sealBody), async c =>
      inTurn(c.req.param('id'), async () => {
        const found = await findText(c)
        if (!found) return refuse(c, 'not-found')
        const made = await seal(deps, found.situation, found.mandates, c.req.valid('json').sha256)
        if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
        return respond<'POST /api/texts/:id/seals'>(c, { adopted: made.adopted?.id ?? null })
      }),
    )
    .post('/api/texts/:id/seals/withdrawal', signedIn, async c =>
      inTurn(c.req.param('id'), async () => {
        const found = await findText(c)
        if (!found) return refuse(c, 'not-found')
        const refused = await withdraw(deps, found.situation, found.mandates)
        if (refused) return refuse(c, refused.refusal)
        return respond<'POST /api/texts/:id/seals/withdrawal'>(c, { ok: true })
      }),
    )
    .get('/api/versions/:id/corrigenda', signedIn, async c => {
      const found = await findReadableVersion(db, c.get('reader'), c.req.param('id'))
      if (!found) return refuse(c, 'not-found')
      const { situation, version } = found
      const corrigenda = await corrigendaOf(db, version.id)
      const proposals = await corrigendumProposalsOf(db, version.text)
      return respond<'GET /api/versions/:id/corrigenda'>(c, corrigendaView(situation, corrigenda, proposals))
    })
    .get('/api/versions/:id/corrigenda/:number', signedIn, async c => {
      const found = await findReadableVersion(db, c.get('reader'), c.req.param('id'))
      const corrigenda = found ? await corrigendaOf(db, found.version.id) : []
      const asked = corrigenda.find(({ number }) => String(number) === c.req.param('number'))
      if (!asked) return refuse(c, 'not-found')
      // Bytes, not text: nothing on the way may add a line end or another encoding.
      return c.body(new TextEncoder().encode(asked.canonical), 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="corrigendum-${asked.number}.json"`,
      })
    })
    .post('/api/texts/:id/corrigenda', signedIn, body(corrigendumBody), async c =>
      inTurn(c.req.param('id'), async () => {
        const found = await findText(c)
        if (!found) return refuse(c, 'not-found')
        const { situation, mandates } = found
        const { text } = situation
        if (text.adoptedAt === null) return refuse(c, 'text-not-adopted')
        const by = correctingMandate(mandates, text)
        if (!by) return refuse(c, 'not-allowed')
        const { units, reason } = c.req.valid('json')
        if (!hasReasonInBoth(reason)) return refuse(c, 'reason-missing')
        const changes = changesOf((await readCorrected(db, text.id))!, units)
        if (isRefusal(changes)) return refuse(c, changes.refusal, changes.detail)
        await db.transaction().execute(async trx => {
          const at = clock()
          await insertCorrigendumProposal(trx, {
            ...{ id: newId('corrigendum'), text: text.id, side: by.side, changes, reason, by: by.id, at },
            ...{ withdrawnAt: null, answer: null },
          })
          await record(trx, situation, 'corrigendum-proposed', { by: by.id, at })
        })
        events.publish({ topic: 'agreement', subject: text.id }, 'joint')
        return respond<'POST /api/texts/:id/corrigenda'>(c, { ok: true })
      }),
    )
    .post('/api/corrigenda/:id/answer', signedIn, body(corrigendumAnswerBody), async c => {
      const known = await findProposal(c)
      return inTurn(known?.proposal.text ?? '', async () => {
        const found = await findProposal(c)
        if (!found) return refuse(c, 'not-found')
        const { proposal, situation, mandates } = found
        const { text } = situation
        const side = answersFor(mandates, text, proposal)
        if (!side) return refuse(c, 'not-allowed')
        const { outcome, reason } = c.req.valid('json')
        if (!isAnswerComplete({ outcome, reason })) return refuse(c, 'reason-missing')
        const by = correctingMandate(mandates, text)!.id
        const at = clock()
        const corrected = (await readCorrected(db, text.id))!
        const made = outcome === 'consented' ? await corrigendumOf(proposal, corrected, at) : null
        if (isRefusal(made)) return refuse(c, made.refusal)
        const answer = { outcome, reason: outcome === 'declined' ? reason : null, by, at }
        const done = await db.transaction().execute(async (trx): Promise<Refusal | undefined> => {
          if (!(await answerCorrigendumProposal(trx, proposal.id, answer)))
            return { refusal: 'corrigendum-closed' }
          // Never two of one number: the database knows, should another process have been faster.
          if (made) await insertCorrigendum(trx, made)
          const more = made ? { number: String(made.number), sha256: made.sha256 } : {}
          const kind = made ? 'corrigendum-made' : 'corrigendum-declined'
          await record(trx, situation, kind, { by, at, more })
          return undefined
        })
        if (done) return refuse(c, done.refusal)
        events.publish({ topic: 'agreement', subject: text.id }, made ? 'all' : 'joint')
        return respond<'POST /api/corrigenda/:id/answer'>(c, { number: made?.number ?? null })
      })
    })
    .delete('/api/corrigenda/:id', signedIn, async c => {
      const found = await findProposal(c)
      if (!found) return refuse(c, 'not-found')
      const { proposal, situation, mandates } = found
      if (!mayWithdrawCorrigendum(mandates, situation.text, proposal)) return refuse(c, 'not-allowed')
      const by = correctingMandate(mandates, situation.text)!.id
      const done = await db.transaction().execute(async trx => {
        const at = clock()
        if (!(await withdrawCorrigendumProposal(trx, proposal.id, at))) return false
        await record(trx, situation, 'corrigendum-withdrawn', { by, at })
        return true
      })
      if (!done) return refuse(c, 'corrigendum-closed')
      events.publish({ topic: 'agreement', subject: situation.text.id }, 'joint')
      return respond<'DELETE /api/corrigenda/:id'>(c, { ok: true })
    })
}
