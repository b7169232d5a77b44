/** [W1] What is to be said in the other language of a workshop's text. */
import { type Context, Hono } from 'hono'
import type { UnitId } from '../../shared/model/ids.ts'
import { translationsBody } from '../../shared/protocol/bodies.ts'
import { UnreadableBlock } from '../../shared/schema/y-text.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, refuse, respond } from '../http/respond.ts'
import { actingMandate, mayAskForTranslation, mayReadTranslations } from '../policies/policies.ts'
import { findReadableText } from '../texts/find-readable.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { askForTranslations, readTranslations } from '../workshops/translations.ts'

export function translationRoutes(deps: TextDeps): Hono {
  const { db, events } = deps
  const signedIn = requireReader(deps)

  async function findSituation(c: Context<ReaderEnv>) {
    const reader = c.get('reader')
    const situation = await findReadableText(db, reader, c.req.param('id') ?? '')
    return situation && mayReadTranslations(reader.mandates, situation.text) ? situation : undefined
  }

  return new Hono()
    .get('/api/texts/:id/translations', signedIn, async c => {
      const situation = await findSituation(c)
      if (!situation) return refuse(c, 'not-found')
      try {
        return respond<'GET /api/texts/:id/translations'>(c, await readTranslations(deps, situation))
      } catch (error) {
        if (error instanceof UnreadableBlock) return refuse(c, 'text-unreadable')
        throw error
      }
    })
    .put('/api/texts/:id/translations', signedIn, body(translationsBody), async c => {
      const situation = await findSituation(c)
      if (!situation) return refuse(c, 'not-found')
      const { text } = situation
      const { mandates } = c.get('reader')
      if (!mayAskForTranslation(mandates, text)) return refuse(c, 'not-allowed')
      const by = actingMandate(mandates, text, { audience: 'joint' })!
      const { units, ...asked } = c.req.valid('json')
      const named = units?.map(unit => unit as UnitId) ?? null
      try {
        await askForTranslations(deps, situation, { ...asked, units: named }, by.id)
        events.publish({ topic: 'texts', subject: text.id }, 'joint')
        return respond<'PUT /api/texts/:id/translations'>(c, await readTranslations(deps, situation))
      } catch (error) {
        if (error instanceof UnreadableBlock) return refuse(c, 'text-unreadable')
        throw error
      }
    })
}
