/** [C6] [R4] The fate of amendments, and the decisions that left with a version, as a file. */
import { Hono } from 'hono'
import { versionFates } from '../amendments/version-fates.ts'
import { requireReader } from '../http/reader.ts'
import { isRefusal, refuse, respond } from '../http/respond.ts'
import { fatesView } from '../presenters/fates-view.ts'
import { versionView } from '../presenters/text-view.ts'
import { findReadableVersion } from '../texts/find-readable.ts'
import type { TextDeps } from '../texts/text-deps.ts'

export function fateRoutes(deps: TextDeps): Hono {
  const signedIn = requireReader(deps)
  return new Hono()
    .get('/api/versions/:id/fates', signedIn, async c => {
      const reader = c.get('reader')
      const found = await findReadableVersion(deps.db, reader, c.req.param('id'))
      if (!found) return refuse(c, 'not-found')
      const fates = await versionFates(deps, found.situation, reader.mandates, found.version)
      if (isRefusal(fates)) return refuse(c, fates.refusal)
      const view = fates && fatesView(found.situation, reader.mandates, found.version, fates)
      return respond<'GET /api/versions/:id/fates'>(c, view)
    })
    .get('/api/versions/:id/decisions', signedIn, async c => {
      const reader = c.get('reader')
      const found = await findReadableVersion(deps.db, reader, c.req.param('id'))
      const decided = found && versionView(found.situation, reader.mandates, found.version).decisions
      if (!found || !decided) return refuse(c, 'not-found')
      const { canonical } = found.situation.decisions.get(found.version.id)!
      const name = encodeURIComponent(`${found.version.label}-decisions.json`)
      // Bytes, not text: nothing on the way may add a line end or another encoding.
      return c.body(new TextEncoder().encode(canonical), 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      })
    })
}
