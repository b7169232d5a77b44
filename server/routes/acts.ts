/** The log of acts, as far as the reader may see it; and to take away, in the chains by which it can be checked. */
import { Hono } from 'hono'
import { recordExportBody } from '../../shared/protocol/bodies.ts'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, refuse, respond } from '../http/respond.ts'
import { mayReadEdition } from '../policies/policies.ts'
import { readActViews } from '../presenters/act-view.ts'
import { readRecord } from '../presenters/record-file.ts'
import { recordAct } from '../store/acts.ts'

export function actRoutes(deps: Deps): Hono<ReaderEnv> {
  const { db, clock } = deps
  const signedIn = requireReader(deps)
  return new Hono<ReaderEnv>()
    .get('/api/acts', signedIn, async c => {
      const { edition, mandates } = c.get('reader')
      return respond<'GET /api/acts'>(c, await readActViews(db, edition.id, mandates))
    })
    .get('/api/record', signedIn, async c => {
      const { edition, mandates } = c.get('reader')
      if (!mayReadEdition(mandates)) return refuse(c, 'not-found')
      return respond<'GET /api/record'>(c, await readRecord(db, edition, mandates, clock()))
    })
    .post('/api/record/exports', signedIn, body(recordExportBody), async c => {
      const { edition, mandates } = c.get('reader')
      const by = mandates[0]
      if (!by) return refuse(c, 'not-found')
      const at = clock()
      const record = await db.transaction().execute(async trx => {
        await recordAct(trx, {
          // Each delegation sees its own exports; those of whoever belongs to none, the organisers.
          ...{ edition: edition.id, at, mandate: by.id, audience: by.side ?? 'organisers' },
          ...{ kind: 'record-exported', detail: { name: c.req.valid('json').format } },
        })
        return readRecord(trx, edition, mandates, at)
      })
      return respond<'POST /api/record/exports'>(c, record)
    })
}
