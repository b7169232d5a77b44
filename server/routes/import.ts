/** Start from a text: two texts are aligned for review, and the reviewed alignment becomes a version. */
import { type Context, Hono } from 'hono'
import type { Mandate } from '../../shared/model/mandate.ts'
import { importBody, importSourceBody } from '../../shared/protocol/bodies.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, type Refusal, refuse, respond } from '../http/respond.ts'
import { alignInWorker } from '../import/align-in-worker.ts'
import { importVersion } from '../import/import-version.ts'
import { mayImport } from '../policies/policies.ts'
import { versionView } from '../presenters/text-view.ts'
import { findReadableText } from '../texts/find-readable.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { readTextSituation, type TextSituation } from '../texts/text-situation.ts'

type Importable = {
  readonly situation: TextSituation
  readonly mandates: readonly Mandate[]
  readonly by: Mandate
}

export function importRoutes(deps: TextDeps): Hono {
  const signedIn = requireReader(deps)

  /** The text of the address, and the mandate under which the reader may bring something in. */
  async function findImportable(c: Context<ReaderEnv>): Promise<Importable | Refusal> {
    const { mandates, edition } = c.get('reader')
    const situation = await findReadableText(deps.db, { edition, mandates }, c.req.param('id') ?? '')
    if (!situation) return { refusal: 'not-found' }
    const adopted = refuseAdopted(situation.text)
    if (adopted) return adopted
    const transmitted = situation.versions.filter(version => version.origin === 'transmission').length
    const by = mandates.find(mandate => mayImport([mandate], edition, transmitted))
    if (situation.text.kind !== 'declaration' || !by) return { refusal: 'not-allowed' }
    return { situation, mandates, by }
  }

  return new Hono()
    .post('/api/texts/:id/alignment', signedIn, body(importSourceBody), async c => {
      const found = await findImportable(c)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const alignment = await deps.oneAtATime('alignment', () => alignInWorker(c.req.valid('json')))
      if (isRefusal(alignment)) return refuse(c, alignment.refusal, alignment.detail)
      return respond<'POST /api/texts/:id/alignment'>(c, alignment)
    })
    .post('/api/texts/:id/import', signedIn, body(importBody), async c => {
      const found = await findImportable(c)
      if (isRefusal(found)) return refuse(c, found.refusal)
      const { situation, mandates, by } = found
      const made = await importVersion(deps, situation, by, c.req.valid('json'))
      if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
      const now = await readTextSituation(deps.db, situation.edition, situation.text)
      return respond<'POST /api/texts/:id/import'>(c, versionView(now, mandates, made))
    })
}
