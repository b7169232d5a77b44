/** A room that sends mail to a real SMTP server, and the minute's look at who is due. */
import { digestSources } from '../../server/mail/digest-sources.ts'
import type { MailSettings } from '../../server/mail/mail-settings.ts'
import { sendDigests } from '../../server/mail/send-digests.ts'
import { createSmtpMailer } from '../../server/mail/smtp-mailer.ts'
import { createTextDeps } from '../../server/texts/text-deps.ts'
import { linksIn, type MailServer, openMailServer, type ReceivedMail } from './mail-server.ts'
import { createTestRoom, type TestRoom } from './test-app.ts'
import type { Actor } from './test-edition.ts'

export type DigestWorld = {
  readonly room: TestRoom
  /** The one that is open now. */
  server: MailServer
  /** What the mailer logged. */
  readonly faults: string[]
  /** Asks for a digest and confirms the address by the link in the mail. */
  subscribe(actor: Actor, hour: number): Promise<void>
  /** A minute passes: whoever is due is written to. */
  tick(): Promise<void>
  /** Moves the clock to an instant and looks. */
  at(instant: string): Promise<readonly ReceivedMail[]>
  close(): Promise<void>
}

export const addressOf = (actor: Actor) => `${actor.toLowerCase()}@example.org`

export async function openDigestWorld(): Promise<DigestWorld> {
  const server = await openMailServer()
  const faults: string[] = []
  const settings: MailSettings = {
    smtp: { host: '127.0.0.1', port: server.port, encryption: 'none', login: null },
    from: { name: 'Concordance', address: 'room@example.org' },
  }
  const mailer = createSmtpMailer(settings, { fault: what => void faults.push(what) })
  const room = await createTestRoom({ mailer })
  const deps = { ...room.deps, mailer, sources: digestSources(createTextDeps(room.deps)) }
  const tick = () => sendDigests(deps)
  const world: DigestWorld = {
    room,
    server,
    faults,
    tick,
    subscribe: async (actor, hour) => {
      const before = world.server.received.length
      await room.get(actor, 'PUT /api/digest', { body: { address: addressOf(actor), hour, on: true } })
      const mail = await world.server.count(before + 1)
      await room.get(actor, 'POST /api/digest/confirm', { body: { token: tokenIn(mail, '/digest/confirm') } })
    },
    at: async instant => {
      const before = world.server.received.length
      room.wait({ ms: Date.parse(instant) - Date.parse(room.now) })
      await tick()
      return world.server.received.slice(before)
    },
    close: async () => {
      await world.server.close()
      await room.close()
    },
  }
  return world
}

/** The token of the mail's link to a page. */
export function tokenIn(mail: ReceivedMail, page: string): string {
  const link = linksIn(mail).find(each => new URL(each).pathname === page)
  if (!link) throw new Error(`no link to ${page} in:\n${mail.email.text}`)
  return new URL(link).hash.slice(1)
}
