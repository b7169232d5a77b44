/** For what only an organiser does. Those with another mandate learn that it exists, those without any do not. */
import { createMiddleware } from 'hono/factory'
import type { Mandate } from '../../shared/model/mandate.ts'
import { isOrganiser } from '../policies/membership.ts'
import { mayReadEdition, mayRunEdition } from '../policies/policies.ts'
import type { Reader, ReaderEnv } from './reader.ts'
import { refuse } from './respond.ts'

/** Behind `requireReader`. */
export const requireOrganiser = createMiddleware<ReaderEnv>(async (c, next) => {
  const { mandates } = c.get('reader')
  if (!mayReadEdition(mandates)) return refuse(c, 'not-found')
  if (!mayRunEdition(mandates)) return refuse(c, 'not-allowed')
  return next()
})

/** The mandate under which an organiser acts. */
export function organiserMandate({ mandates }: Reader): Mandate {
  const mandate = mandates.find(each => isOrganiser([each]))
  if (!mandate) throw new Error('organiserMandate without requireOrganiser')
  return mandate
}
