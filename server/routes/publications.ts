/** [S3] The adopted text as it is issued; and open to anybody, without a session, once the organiser says so. */
import { Hono } from 'hono'
import type { TextId } from '../../shared/model/ids.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { organiserMandate, requireOrganiser } from '../http/require-organiser.ts'
import { refuse, respond } from '../http/respond.ts'
import { readIssued } from '../issue/read-issued.ts'
import { mayRunEdition } from '../policies/policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { findEdition } from '../store/editions.ts'
import { endPublication, findPublication, openPublication } from '../store/publications.ts'
import { findText } from '../store/texts.ts'
import { findReadableText } from '../texts/find-readable.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { type TextSituation, versionsFor } from '../texts/text-situation.ts'

export function publicationRoutes(deps: TextDeps): Hono<ReaderEnv> {
  const { db, clock, newId, events } = deps
  const signedIn = requireReader(deps)

  async function record(
    trx: Database,
    { text }: TextSituation,
    mandate: Parameters<typeof recordAct>[1]['mandate'],
    kind: 'text-published' | 'publication-ended',
  ): Promise<void> {
    const at = clock()
    await recordAct(trx, {
      ...{ edition: text.edition, at, mandate, audience: 'all', kind },
      detail: labelDetail('text', text.title),
    })
  }

  return new Hono<ReaderEnv>()
    .get('/api/texts/:id/issued', signedIn, async c => {
      const reader = c.get('reader')
      const situation = await findReadableText(db, reader, c.req.param('id'))
      const adopted = situation && versionsFor(situation, reader.mandates).find(isAdopted)
      const issued = adopted && (await readIssued(db, situation.edition, situation.text))
      if (!issued) return refuse(c, 'not-found')
      const publication = await findPublication(db, situation.text.id)
      return respond<'GET /api/texts/:id/issued'>(c, {
        issued,
        published: publication ? { at: publication.at } : null,
        mayPublish: mayRunEdition(reader.mandates),
      })
    })
    .post('/api/texts/:id/publication', signedIn, requireOrganiser, async c => {
      const reader = c.get('reader')
      const situation = await findReadableText(db, reader, c.req.param('id'))
      if (!situation) return refuse(c, 'not-found')
      if (!situation.versions.some(isAdopted)) return refuse(c, 'nothing-to-publish')
      const by = organiserMandate(reader).id
      await db.transaction().execute(async trx => {
        const opened = await openPublication(trx, {
          ...{ id: newId('publication'), text: situation.text.id, by, at: clock() },
        })
        if (opened) await record(trx, situation, by, 'text-published')
      })
      events.publish({ topic: 'texts', subject: situation.text.id }, 'all')
      return respond<'POST /api/texts/:id/publication'>(c, { ok: true })
    })
    .post('/api/texts/:id/publication/end', signedIn, requireOrganiser, async c => {
      const reader = c.get('reader')
      const situation = await findReadableText(db, reader, c.req.param('id'))
      if (!situation) return refuse(c, 'not-found')
      const by = organiserMandate(reader).id
      await db.transaction().execute(async trx => {
        if (await endPublication(trx, situation.text.id, clock()))
          await record(trx, situation, by, 'publication-ended')
      })
      events.publish({ topic: 'texts', subject: situation.text.id }, 'all')
      return respond<'POST /api/texts/:id/publication/end'>(c, { ok: true })
    })
    .get('/api/published/:id', async c => {
      const id = c.req.param('id') as TextId
      const [text, publication] = [await findText(db, id), await findPublication(db, id)]
      const edition = text && (await findEdition(db, text.edition))
      const issued = publication && edition && (await readIssued(db, edition, text))
      if (!issued) return refuse(c, 'not-found')
      return respond<'GET /api/published/:id'>(c, issued)
    })
}

function isAdopted({ origin }: TextSituation['versions'][number]): boolean {
  return origin === 'adoption'
}
