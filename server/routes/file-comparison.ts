/** [C1] A file compared with a version or a draft that the reader may read, without making a version of it. */
import { Hono } from 'hono'
import { fileComparisonBody } from '../../shared/protocol/bodies.ts'
import { compareFileBeside } from '../comparisons/compare-file.ts'
import { findCompared } from '../comparisons/compared-text.ts'
import { requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import { findReadableText } from '../texts/find-readable.ts'
import type { TextDeps } from '../texts/text-deps.ts'

export function fileComparisonRoutes(deps: TextDeps): Hono {
  return new Hono().post(
    '/api/texts/:id/file-comparison',
    requireReader(deps),
    body(fileComparisonBody),
    async c => {
      const reader = c.get('reader')
      const situation = await findReadableText(deps.db, reader, c.req.param('id'))
      if (!situation) return refuse(c, 'not-found')
      const { fr, ja, file, against: ref } = c.req.valid('json')
      const against = await findCompared(deps, reader, ref)
      if (isRefusal(against)) return refuse(c, against.refusal)
      if (against.of.id !== situation.text.id) return refuse(c, 'invalid', 'against')
      const { text, facts } = against
      // One file at a time, as with imports: a thread each would be too much for a small server.
      const compared = await deps.oneAtATime('alignment', () =>
        compareFileBeside({ fr, ja, file, against: text, facts }),
      )
      if (isRefusal(compared)) return refuse(c, compared.refusal, compared.detail)
      return respond<'POST /api/texts/:id/file-comparison'>(c, { ...compared, against: against.view })
    },
  )
}
