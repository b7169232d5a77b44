/** [D1] The first page: whose turn it is, what awaits me, what changed since my last visit. */
import { Hono } from 'hono'
import type { Stage } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { amendmentsToDecide, fatesReceived } from '../amendments/desk-amendments.ts'
import { requireReader } from '../http/reader.ts'
import { refuse, respond } from '../http/respond.ts'
import { has, isMember, isMemberOf } from '../policies/membership.ts'
import { mayReadEdition, mayReadText } from '../policies/policies.ts'
import { readActViews } from '../presenters/act-view.ts'
import { readEditionView } from '../presenters/edition-view.ts'
import { textView } from '../presenters/text-view.ts'
import { textsOfEdition } from '../store/texts.ts'
import { lastVisit, recordLook } from '../store/visits.ts'
import { draftChangesSince } from '../texts/draft-changes.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { draftFor, readTextSituation } from '../texts/text-situation.ts'

/** The desk is one subject of visits. */
const DESK = 'desk'
/** Acts shown at most; the plan's page has the rest. */
const MOST_ACTS = 50

export function deskRoutes(deps: TextDeps): Hono {
  const { db, clock } = deps
  const signedIn = requireReader(deps)
  return new Hono()
    .get('/api/desk', signedIn, async c => {
      const { person, mandates, edition } = c.get('reader')
      if (!mayReadEdition(mandates)) return refuse(c, 'not-found')
      const lastVisitAt = await lastVisit(db, person.id, DESK, clock())
      const view = await readEditionView(db, edition)
      const current = view.stages.find(stage => stage.state === 'current') ?? null
      const texts = (await textsOfEdition(db, edition.id)).filter(text => mayReadText(mandates, text))
      const situations = await Promise.all(texts.map(text => readTextSituation(db, edition, text)))
      const draft = situations.flatMap(situation => draftFor(situation, mandates) ?? [])[0]
      const changes = draft && lastVisitAt ? await draftChangesSince(deps, draft, lastVisitAt) : null
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
        draftChanges: draft && changes ? { draft: draft.id, ...changes } : null,
        toDecide: await amendmentsToDecide(deps, situations, mandates),
        fates: await fatesReceived(deps, situations, mandates),
      })
    })
    .post('/api/desk/visit', signedIn, async c => {
      await recordLook(db, c.get('reader').person.id, DESK, clock())
      return respond<'POST /api/desk/visit'>(c, { ok: true })
    })
}

/** The reader's side, or the reader as a lead, is to act in this stage. */
function isTurnOf(mandates: readonly Mandate[], { turn }: Stage): boolean {
  if (turn === 'leads') return has(mandates, ['lead'])
  return turn === 'joint' ? isMember(mandates) : isMemberOf(mandates, turn)
}
