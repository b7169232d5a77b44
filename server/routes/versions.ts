/** Versions: their exact words, their receipt by the other side, their opening to the large committee. */
import { type Context, Hono } from 'hono'
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { ActKind } from '../../shared/protocol/views.ts'
import type { Deps } from '../app.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { refuse, respond } from '../http/respond.ts'
import { otherSide } from '../policies/membership.ts'
import { mayAcknowledge, mayOpenToLargeCommittee } from '../policies/policies.ts'
import { versionView } from '../presenters/text-view.ts'
import { recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { findStoredVersion, insertOpening, insertReceipt } from '../store/versions.ts'
import { findReadableVersion } from '../texts/find-readable.ts'
import { readTextSituation, versionFacts } from '../texts/text-situation.ts'

export function versionRoutes(deps: Deps): Hono {
  const { db, clock, events } = deps
  const signedIn = requireReader(deps)

  /** The version of the address, for one who may read it; as if it did not exist for all others. */
  async function findReadable(c: Context<ReaderEnv>) {
    const reader = c.get('reader')
    const found = await findReadableVersion(db, reader, c.req.param('id') ?? '')
    return found && { ...found, mandates: reader.mandates }
  }
  type Found = NonNullable<Awaited<ReturnType<typeof findReadable>>>

  /** The version again, as it stands after an act on it. */
  async function viewAgain({ version, situation, mandates }: Found) {
    return versionView(await readTextSituation(db, situation.edition, situation.text), mandates, version)
  }

  async function record(
    trx: Database,
    { version, situation }: Found,
    kind: ActKind,
    mandate: Found['mandates'][number],
  ) {
    await recordAct(trx, {
      edition: situation.edition.id,
      at: clock(),
      mandate: mandate.id,
      audience: kind === 'version-opened' ? 'all' : 'joint',
      kind,
      detail: { version: version.label },
    })
  }

  return new Hono()
    .get('/api/versions/:id', signedIn, async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { canonical } = (await findStoredVersion(db, found.version.id))!
      const { text, facts } = parseCanonicalForm(canonical)
      const version = versionView(found.situation, found.mandates, found.version)
      return respond<'GET /api/versions/:id'>(c, { version, content: text, facts })
    })
    .get('/api/versions/:id/canonical', signedIn, async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { canonical, label } = (await findStoredVersion(db, found.version.id))!
      // Bytes, not text: nothing on the way may add a line end or another encoding.
      return c.body(new TextEncoder().encode(canonical), 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${label}.json`)}`,
      })
    })
    .post('/api/versions/:id/receipt', signedIn, async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { version, situation, mandates } = found
      if (!mayAcknowledge(mandates, version, null)) return refuse(c, 'not-allowed')
      const side = otherSide(version.side!)
      const by = mandates.find(
        mandate => mandate.side === side && (mandate.role === 'chair' || mandate.role === 'drafter'),
      )!
      const acknowledged = await db.transaction().execute(async trx => {
        const first = await insertReceipt(trx, { version: version.id, side, by: by.id, at: clock() })
        if (first) await record(trx, found, 'version-acknowledged', by)
        return first
      })
      if (!acknowledged) return refuse(c, 'already-acknowledged')
      events.publish({ topic: 'texts', subject: situation.text.id }, 'joint')
      return respond<'POST /api/versions/:id/receipt'>(c, await viewAgain(found))
    })
    .post('/api/versions/:id/opening', signedIn, async c => {
      const found = await findReadable(c)
      if (!found) return refuse(c, 'not-found')
      const { version, situation, mandates } = found
      const closed = { ...versionFacts(situation, version), openedToLargeCommittee: false }
      if (!mayOpenToLargeCommittee(mandates, closed)) return refuse(c, 'not-allowed')
      const by = mandates.find(mandate => mandate.role === 'chair' || mandate.role === 'organiser')!
      await db.transaction().execute(async trx => {
        if (await insertOpening(trx, version.id, by.id, clock()))
          await record(trx, found, 'version-opened', by)
      })
      events.publish({ topic: 'texts', subject: situation.text.id }, 'all')
      return respond<'POST /api/versions/:id/opening'>(c, await viewAgain(found))
    })
}
