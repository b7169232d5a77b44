/** [D4] The digest by mail: asking for it, confirming an address, ending it. */
import { Hono } from 'hono'
import { digestBody, digestTokenBody } from '../../shared/protocol/bodies.ts'
import type { DigestView } from '../../shared/protocol/digest-views.ts'
import type { Deps } from '../app.ts'
import { type Reader, type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, refuse, respond } from '../http/respond.ts'
import type { SignInGuard } from '../http/sign-in-guard.ts'
import { ConfirmationMails } from '../mail/confirmation-mails.ts'
import { endPath } from '../mail/places.ts'
import { findDigestLink, spendDigestLink } from '../store/digest-links.ts'
import { confirmDigest, endDigest, findDigest, saveDigest } from '../store/digests.ts'

export function digestRoutes(deps: Deps, guard: SignInGuard): Hono<ReaderEnv> {
  const { db, clock } = deps
  const signedIn = requireReader(deps)
  const confirmations = new ConfirmationMails(deps)
  const end = async (token: string) => {
    const link = await findDigestLink(db, token, 'end')
    if (link) await endDigest(db, link.person, link.address, clock())
    return link !== undefined
  }
  return new Hono<ReaderEnv>()
    .get('/api/digest', signedIn, async c =>
      respond<'GET /api/digest'>(c, await digestView(deps, c.get('reader'))),
    )
    .put('/api/digest', signedIn, body(digestBody), async c => {
      const reader = c.get('reader')
      const { id } = reader.person
      if (!isAvailable(deps, reader)) return refuse(c, 'not-found')
      const wanted = c.req.valid('json')
      const before = await findDigest(db, id)
      const isNew = before?.address !== wanted.address || before.endedAt !== null
      const asks = wanted.on && isNew && !(before?.address === wanted.address && before.confirmedAt !== null)
      if (asks && !confirmations.allow(id, wanted.address)) return refuse(c, 'too-many-attempts')
      await saveDigest(db, id, wanted, clock())
      const sent = asks ? await confirmations.send(reader, wanted.address) : undefined
      if (isRefusal(sent)) return refuse(c, sent.refusal)
      return respond<'PUT /api/digest'>(c, await digestView(deps, reader))
    })
    .post('/api/digest/confirmation-mail', signedIn, async c => {
      const reader = c.get('reader')
      const digest = await findDigest(db, reader.person.id)
      if (!isAvailable(deps, reader) || !digest || digest.confirmedAt || digest.endedAt)
        return refuse(c, 'not-found')
      if (!confirmations.allow(reader.person.id, digest.address)) return refuse(c, 'too-many-attempts')
      const sent = await confirmations.send(reader, digest.address)
      if (isRefusal(sent)) return refuse(c, sent.refusal)
      return respond<'POST /api/digest/confirmation-mail'>(c, await digestView(deps, reader))
    })
    .post('/api/digest/confirm', signedIn, body(digestTokenBody), async c => {
      const reader = c.get('reader')
      if (!isAvailable(deps, reader)) return refuse(c, 'not-found')
      if (!guard.allowLink(c)) return refuse(c, 'too-many-attempts')
      const { token } = c.req.valid('json')
      const link = await findDigestLink(db, token, 'confirm')
      // Whoever was written to by mistake holds the link, and is not the person.
      if (link?.person !== reader.person.id) return refuse(c, 'link-unknown')
      if (link.usedAt !== null) return refuse(c, 'link-used')
      const now = clock()
      if (link.expiresAt !== null && link.expiresAt <= now) return refuse(c, 'link-expired')
      const done = await db.transaction().execute(async trx => {
        if (!(await spendDigestLink(trx, token, now))) return 'link-used' as const
        return (await confirmDigest(trx, link.person, link.address, now)) ? undefined : 'link-expired'
      })
      if (done) return refuse(c, done)
      return respond<'POST /api/digest/confirm'>(c, await digestView(deps, reader))
    })
    .post('/api/digest/end', body(digestTokenBody), async c => {
      if (!guard.allowLink(c)) return refuse(c, 'too-many-attempts')
      if (!(await end(c.req.valid('json').token))) return refuse(c, 'link-unknown')
      return respond<'POST /api/digest/end'>(c, { ok: true })
    })
    .get('/api/digest/end/:token', c => {
      // Opened by hand: the page asks before it ends anything.
      const token = c.req.param('token')
      return isToken(token) ? c.redirect(endPath(token), 303) : refuse(c, 'not-found')
    })
    .post('/api/digest/end/:token', async c => {
      // RFC 8058: said in the body, so that nothing that only follows addresses ends anything.
      const said = await c.req.parseBody()
      if (said['List-Unsubscribe'] !== 'One-Click') return refuse(c, 'invalid')
      // Counted by nobody: one provider's servers click for all its readers, and the token cannot be guessed.
      if (!(await end(c.req.param('token')))) return refuse(c, 'link-unknown')
      return c.json({ ok: true })
    })
}

/**
 * The one request that changes something and comes from no page of ours: a mail client's or its provider's click,
 * which has no Origin. It carries a token that can do nothing but end one digest, and no cookie counts.
 */
export function isOneClick(method: string, path: string): boolean {
  const [before, token = ''] = path.split('/api/digest/end/')
  return method === 'POST' && before === '' && isToken(token)
}

function isToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token)
}

/** Nobody without a mandate gets or sends anything; in a demonstration anybody may enter as anybody. */
function isAvailable({ mailer }: Deps, { edition, mandates }: Reader): boolean {
  return mailer !== null && !edition.demonstration && mandates.length > 0
}

async function digestView(deps: Deps, reader: Reader): Promise<DigestView> {
  const digest = await findDigest(deps.db, reader.person.id)
  return {
    available: isAvailable(deps, reader),
    settings: digest
      ? {
          address: digest.address,
          confirmed: digest.confirmedAt !== null,
          hour: digest.hour,
          on: digest.endedAt === null,
        }
      : null,
  }
}
