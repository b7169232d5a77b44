/** [D1] The first page: whose turn it is, what awaits me, what happened since my last visit. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { Mandate } from '../../shared/model/mandate.ts'
import { amendmentsToDecide, fatesReceived } from '../amendments/desk-amendments.ts'
import { requireReader } from '../http/reader.ts'
import { refuse, respond } from '../http/respond.ts'
import { readAwaiting } from '../news/read-awaiting.ts'
import { readNews } from '../news/read-news.ts'
import { mayBeginWorkshopDraft, mayReadEdition, mayReadText } from '../policies/policies.ts'
import { isTurnOf } from '../policies/turn.ts'
import { readEditionView } from '../presenters/edition-view.ts'
import { textView } from '../presenters/text-view.ts'
import { textsOfEdition } from '../store/texts.ts'
import { DESK, lastVisit, recordLook } from '../store/visits.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { readTextSituation, type TextSituation, versionsFor } from '../texts/text-situation.ts'

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
      return respond<'GET /api/desk'>(c, {
        edition: view,
        current,
        myTurn: current !== null && isTurnOf(mandates, current),
        texts: situations
          .filter(situation => concerns(mandates, situation))
          .map(situation => textView(situation, mandates)),
        lastVisitAt,
        // In an adopted text nothing is decided any more, whatever was left open.
        toDecide: await amendmentsToDecide(
          deps,
          situations.filter(({ text }) => text.adoptedAt === null),
          mandates,
        ),
        fates: await fatesReceived(deps, situations, mandates),
      })
    })
    .get('/api/news', signedIn, async c => {
      const reader = c.get('reader')
      if (!mayReadEdition(reader.mandates)) return refuse(c, 'not-found')
      const asked = c.req.query('since')
      if (asked !== undefined) {
        const since = instant(asked)
        if (since === undefined) return refuse(c, 'invalid', 'since')
        return respond<'GET /api/news'>(c, await readNews(deps, reader, since))
      }
      const since = await lastVisit(db, reader.person.id, DESK, clock())
      return respond<'GET /api/news'>(c, await readNews(deps, reader, since, { fromTextVisits: true }))
    })
    .get('/api/awaiting', signedIn, async c => {
      const reader = c.get('reader')
      if (!mayReadEdition(reader.mandates)) return refuse(c, 'not-found')
      return respond<'GET /api/awaiting'>(c, await readAwaiting(deps, reader))
    })
    .post('/api/desk/visit', signedIn, async c => {
      await recordLook(db, c.get('reader').person.id, DESK, clock())
      return respond<'POST /api/desk/visit'>(c, { ok: true })
    })
}

/** As the clock writes it, whatever precision was asked with; undefined for what is no instant. */
function instant(asked: string): string | undefined {
  return z.iso
    .datetime()
    .transform(value => new Date(value).toISOString())
    .safeParse(asked).data
}

/** On the first page: the declaration, what one writes, and what of the workshops has been submitted. */
function concerns(mandates: readonly Mandate[], situation: TextSituation): boolean {
  const { text } = situation
  return (
    text.kind === 'declaration' ||
    mayBeginWorkshopDraft(mandates, text) ||
    versionsFor(situation, mandates).length > 0
  )
}
