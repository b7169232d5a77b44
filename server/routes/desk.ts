/** [D1] The first page: whose turn it is, what awaits me, what changed since my last visit. */
import { Hono } from 'hono'
import type { DeskView } from '../../shared/protocol/views.ts'
import { amendmentsToDecide, fatesReceived } from '../amendments/desk-amendments.ts'
import { type Reader, requireReader } from '../http/reader.ts'
import { refuse, respond } from '../http/respond.ts'
import { mayReadEdition, mayReadText } from '../policies/policies.ts'
import { isTurnOf } from '../policies/turn.ts'
import { readActViews } from '../presenters/act-view.ts'
import { readEditionView } from '../presenters/edition-view.ts'
import { textView } from '../presenters/text-view.ts'
import { textsOfEdition } from '../store/texts.ts'
import { DESK, lastVisit, recordLook } from '../store/visits.ts'
import { changesSince, textVisits } from '../texts/standing-comparisons.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { readTextSituation, type TextSituation } from '../texts/text-situation.ts'

/** Acts shown at most; the plan's page has the rest. */
const MOST_ACTS = 50

export function deskRoutes(deps: TextDeps): Hono {
  const { db, clock } = deps
  const signedIn = requireReader(deps)
  return new Hono()
    .get('/api/desk', signedIn, async c => {
      const reader = c.get('reader')
      const { person, mandates, edition } = reader
      if (!mayReadEdition(mandates)) return refuse(c, 'not-found')
      const lastVisitAt = await lastVisit(db, person.id, DESK, clock())
      const view = await readEditionView(db, edition)
      const current = view.stages.find(stage => stage.state === 'current') ?? null
      const texts = (await textsOfEdition(db, edition.id)).filter(text => mayReadText(mandates, text))
      const situations = await Promise.all(texts.map(text => readTextSituation(db, edition, text)))
      return respond<'GET /api/desk'>(c, {
        edition: view,
        current,
        myTurn: current !== null && isTurnOf(mandates, current),
        texts: situations.map(situation => textView(situation, mandates)),
        lastVisitAt,
        since: await readActViews(db, edition.id, mandates, {
          limit: MOST_ACTS,
          ...(lastVisitAt === null ? {} : { since: lastVisitAt }),
        }),
        toDecide: await amendmentsToDecide(deps, situations, mandates),
        fates: await fatesReceived(deps, situations, mandates),
        changes: await changesOf(deps, reader, situations, lastVisitAt),
      })
    })
    .post('/api/desk/visit', signedIn, async c => {
      await recordLook(db, c.get('reader').person.id, DESK, clock())
      return respond<'POST /api/desk/visit'>(c, { ok: true })
    })
}

/** What changed in each text since the reader last looked at it; at the first page, where it was never opened. */
async function changesOf(
  deps: TextDeps,
  reader: Reader,
  situations: readonly TextSituation[],
  deskVisit: string | null,
): Promise<DeskView['changes']> {
  const changes: DeskView['changes'][number][] = []
  for (const situation of situations) {
    const { id } = situation.text
    const visit = (await lastVisit(deps.db, reader.person.id, textVisits(id), deps.clock())) ?? deskVisit
    const change = visit === null ? undefined : await changesSince(deps, reader, situation, visit)
    if (change) changes.push({ ...change, text: id })
  }
  return changes
}
