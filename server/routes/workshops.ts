/** [W1] Workshops, who takes part in them and how long one speaks: the organiser says it, the members read it. */
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Organisation, Workshop } from '../../shared/model/edition.ts'
import type { ParticipationId } from '../../shared/model/ids.ts'
import type { Participation } from '../../shared/model/workshop.ts'
import {
  participationBody,
  participationsBody,
  speechBody,
  workshopBody,
  workshopOrderBody,
} from '../../shared/protocol/bodies.ts'
import type { ActKind } from '../../shared/protocol/views.ts'
import type { Deps } from '../app.ts'
import { type Reader, type ReaderEnv, requireReader } from '../http/reader.ts'
import { organiserMandate } from '../http/require-organiser.ts'
import { body, isRefusal, type Refusal, refuse, respond } from '../http/respond.ts'
import { mayReadWorkshops, mayRunEdition } from '../policies/policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { listWorkshops } from '../store/editions.ts'
import { writeSpeech } from '../store/workshops.ts'
import { removeParticipation, sayParticipation } from '../workshops/edit-participations.ts'
import { addWorkshop, changeWorkshop, orderWorkshops, removeWorkshop } from '../workshops/edit-workshops.ts'

/** Those who may not read the workshops learn nothing of these routes. Behind `requireReader`. */
const requireWorkshopOrganiser = createMiddleware<ReaderEnv>(async (c, next) => {
  const { mandates } = c.get('reader')
  if (!mayReadWorkshops(mandates)) return refuse(c, 'not-found')
  if (!mayRunEdition(mandates)) return refuse(c, 'not-allowed')
  return next()
})

/** What the act of a change says. */
type Told = { readonly kind: ActKind; readonly detail: Readonly<Record<string, string>> }

export function workshopRoutes(deps: Deps): Hono<ReaderEnv> {
  const { db, clock, newId, events } = deps
  const guards = [requireReader(deps), requireWorkshopOrganiser] as const

  /** Does one change with its act, or neither; then those who read the workshops hear of it. */
  async function change<Result extends object>(
    reader: Reader,
    act: (trx: Database, now: string) => Promise<Result | Refusal>,
    told: (done: Result, trx: Database) => Promise<Told> | Told,
  ): Promise<Result | Refusal> {
    const edition = reader.edition.id
    const result = await undoneWhenRefused(db, async trx => {
      const now = clock()
      const done = await act(trx, now)
      if (isRefusal(done)) return done
      const mandate = organiserMandate(reader).id
      await recordAct(trx, { edition, at: now, mandate, audience: 'joint', ...(await told(done, trx)) })
      return done
    })
    if (!isRefusal(result)) {
      // Workshops and organisations are part of the edition, which everybody reads.
      events.publish({ topic: 'plan', subject: edition }, 'all')
      events.publish({ topic: 'texts', subject: edition }, 'joint')
    }
    return result
  }

  return new Hono<ReaderEnv>()
    .post('/api/workshops', ...guards, body(workshopBody), async c => {
      const reader = c.get('reader')
      const made = await change(
        reader,
        (trx, now) => addWorkshop(trx, reader.edition.id, c.req.valid('json'), { newId, now }),
        workshop => workshopAct('workshop-added', workshop),
      )
      if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
      return respond<'POST /api/workshops'>(c, made)
    })
    .put('/api/workshops/:id', ...guards, body(workshopBody), async c => {
      const reader = c.get('reader')
      const changed = await change(
        reader,
        trx => changeWorkshop(trx, reader.edition.id, c.req.param('id'), c.req.valid('json')),
        workshop => workshopAct('workshop-changed', workshop),
      )
      if (isRefusal(changed)) return refuse(c, changed.refusal, changed.detail)
      return respond<'PUT /api/workshops/:id'>(c, changed)
    })
    .delete('/api/workshops/:id', ...guards, async c => {
      const reader = c.get('reader')
      const removed = await change(
        reader,
        (trx, now) => removeWorkshop(trx, reader.edition.id, c.req.param('id'), now),
        workshop => workshopAct('workshop-removed', workshop),
      )
      if (isRefusal(removed)) return refuse(c, removed.refusal, removed.detail)
      return respond<'DELETE /api/workshops/:id'>(c, { ok: true })
    })
    .put('/api/workshops', ...guards, body(workshopOrderBody), async c => {
      const reader = c.get('reader')
      const ordered = await change(
        reader,
        async trx =>
          (await orderWorkshops(trx, reader.edition.id, c.req.valid('json').order)) ?? {
            refusal: 'invalid' as const,
            detail: 'order',
          },
        () => ({ kind: 'workshops-reordered', detail: {} }),
      )
      if (isRefusal(ordered)) return refuse(c, ordered.refusal, ordered.detail)
      return respond<'PUT /api/workshops'>(c, { ok: true })
    })
    .put('/api/speech', ...guards, body(speechBody), async c => {
      const reader = c.get('reader')
      const speech = c.req.valid('json')
      const said = await change(
        reader,
        async trx => {
          await writeSpeech(trx, reader.edition.id, speech)
          return speech
        },
        () => ({ kind: 'speech-changed', detail: {} }),
      )
      if (isRefusal(said)) return refuse(c, said.refusal, said.detail)
      return respond<'PUT /api/speech'>(c, said)
    })
    .post('/api/participations', ...guards, body(participationBody), async c => {
      const reader = c.get('reader')
      const made = await change(
        reader,
        (trx, now) => sayParticipation(trx, null, c.req.valid('json'), makingOf(reader, now)),
        (done, trx) => participationAct(trx, 'participation-added', done),
      )
      if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
      return respond<'POST /api/participations'>(c, made.participation)
    })
    .put('/api/participations/:id', ...guards, body(participationBody), async c => {
      const reader = c.get('reader')
      const id = c.req.param('id') as ParticipationId
      const changed = await change(
        reader,
        (trx, now) => sayParticipation(trx, id, c.req.valid('json'), makingOf(reader, now)),
        (done, trx) => participationAct(trx, 'participation-changed', done),
      )
      if (isRefusal(changed)) return refuse(c, changed.refusal, changed.detail)
      return respond<'PUT /api/participations/:id'>(c, changed.participation)
    })
    .delete('/api/participations/:id', ...guards, async c => {
      const reader = c.get('reader')
      const id = c.req.param('id') as ParticipationId
      const removed = await change(
        reader,
        trx => removeParticipation(trx, id, reader.edition.id),
        (done, trx) => participationAct(trx, 'participation-removed', done),
      )
      if (isRefusal(removed)) return refuse(c, removed.refusal, removed.detail)
      return respond<'DELETE /api/participations/:id'>(c, { ok: true })
    })
    .post('/api/participations/import', ...guards, body(participationsBody), async c => {
      const reader = c.get('reader')
      const { rows } = c.req.valid('json')
      const imported = await change(
        reader,
        async (trx, now): Promise<Participation[] | Refusal> => {
          const made: Participation[] = []
          for (const [index, row] of rows.entries()) {
            const at = new Date(Date.parse(now) + index).toISOString()
            const done = await sayParticipation(trx, null, row, makingOf(reader, at))
            if (isRefusal(done)) return { refusal: done.refusal, detail: String(index) }
            made.push(done.participation)
          }
          return made
        },
        made => ({ kind: 'participations-imported', detail: { count: String(made.length) } }),
      )
      if (isRefusal(imported)) return refuse(c, imported.refusal, imported.detail)
      return respond<'POST /api/participations/import'>(c, imported)
    })

  function makingOf({ edition }: Reader, now: string) {
    return { edition: edition.id, newId, now }
  }
}

/** What an act of a participation says: who speaks, and where. */
async function participationAct(
  trx: Database,
  kind: ActKind,
  { participation, speakers }: { participation: Participation; speakers: readonly Organisation[] },
): Promise<Told> {
  const workshops = participation.workshop ? await listWorkshops(trx, speakers[0]!.edition) : []
  const where = workshops.find(({ id }) => id === participation.workshop)
  const names = (language: 'fr' | 'ja', by: string) =>
    speakers.map(({ name }) => name[language] || name.fr || name.ja).join(by)
  return {
    kind,
    detail: {
      ...labelDetail('speakers', { fr: names('fr', ' – '), ja: names('ja', '・') }),
      ...(where && labelDetail('in', where.title)),
    },
  }
}

function workshopAct(kind: ActKind, { number, title }: Workshop): Told {
  const named = { fr: `${number}. ${title.fr}`, ja: `${number}　${title.ja}` }
  return {
    kind,
    detail: labelDetail('workshop', title.en ? { ...named, en: `${number}. ${title.en}` } : named),
  }
}

/** A transaction of which nothing stays when it ends in a refusal. */
async function undoneWhenRefused<Result>(
  db: Database,
  act: (trx: Database) => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  class Refused extends Error {
    readonly why: Refusal
    constructor(why: Refusal) {
      super(why.refusal)
      this.why = why
    }
  }
  try {
    return await db.transaction().execute(async trx => {
      const result = await act(trx)
      if (isRefusal(result)) throw new Refused(result)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return error.why
    throw error
  }
}
