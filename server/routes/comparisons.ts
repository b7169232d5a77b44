/** [C1] [C7] Two texts that the reader may read, compared on the server so that everyone sees the same. */
import { Hono } from 'hono'
import { changeFingerprints } from '../comparisons/change-fingerprints.ts'
import { findCompared } from '../comparisons/compared-text.ts'
import { requireReader } from '../http/reader.ts'
import { isRefusal, refuse, respond } from '../http/respond.ts'
import { seenAmong } from '../store/seen-changes.ts'
import type { TextDeps } from '../texts/text-deps.ts'

export function comparisonRoutes(deps: TextDeps): Hono {
  return new Hono().get('/api/comparisons', requireReader(deps), async c => {
    const reader = c.get('reader')
    const [from, to] = [
      await findCompared(deps, reader, c.req.query('from') ?? ''),
      await findCompared(deps, reader, c.req.query('to') ?? ''),
    ]
    if (isRefusal(from)) return refuse(c, from.refusal)
    if (isRefusal(to)) return refuse(c, to.refusal)
    if (from.of.id !== to.of.id) return refuse(c, 'invalid', 'to')
    const comparison = await deps.comparisons.compare(from, to)
    if (isRefusal(comparison)) return refuse(c, comparison.refusal)
    const fingerprints = changeFingerprints(comparison, { old: from.facts, new: to.facts })
    const seen = await seenAmong(deps.db, reader.person.id, from.of.id, Object.values(fingerprints))
    return respond<'GET /api/comparisons'>(c, {
      text: from.of,
      from: from.view,
      to: to.view,
      comparison,
      facts: { ...from.facts, ...to.facts },
      oldFacts: from.facts,
      fingerprints,
      seen: Object.keys(fingerprints).filter(key => seen.has(fingerprints[key]!)),
    })
  })
}
