/** A real SMTP server on a port of its own, that keeps what it takes, parsed. */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/mail-server/${name}`, import.meta.url), 'utf8')
export const CERTIFICATE = fixture('certificate.pem')
const KEY = fixture('key.pem')

export type ReceivedMail = {
  /** Of the envelope. */
  readonly from: string
  readonly to: readonly string[]
  readonly email: Email
  /** As it came over the wire. */
  readonly source: string
  /** The connection was encrypted. */
  readonly secure: boolean
  readonly user: string | undefined
}

export type MailServer = {
  readonly port: number
  readonly received: readonly ReceivedMail[]
  /** What the server says to the next recipients or messages; null takes them. */
  refuseWith: { readonly at: 'RCPT' | 'DATA'; readonly code: number } | null
  /** Breaks the connection once the message is there, before it is taken. */
  breaks: boolean
  /** Resolves when so many mails were taken in all. */
  count(wanted: number): Promise<ReceivedMail>
  close(): Promise<void>
}

export type MailServerOptions = {
  /** Offers STARTTLS, or speaks TLS from the first byte. */
  readonly encryption?: 'none' | 'starttls' | 'tls'
  readonly login?: { readonly user: string; readonly password: string }
  readonly port?: number
}

export async function openMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { encryption = 'none', login, port = 0 } = options
  const received: ReceivedMail[] = []
  let waiting: (() => void)[] = []
  const state: Pick<MailServer, 'refuseWith' | 'breaks'> = { refuseWith: null, breaks: false }
  const settings: SMTPServerOptions = {
    secure: encryption === 'tls',
    key: KEY,
    cert: CERTIFICATE,
    disabledCommands: [...(encryption === 'starttls' ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    authOptional: !login,
    allowInsecureAuth: true,
    onAuth: (auth, _, done) => {
      const isKnown = auth.username === login?.user && auth.password === login?.password
      if (isKnown) done(null, { user: auth.username ?? '' })
      else done(new Error('unknown'))
    },
    onRcptTo: (_, __, done) => done(state.refuseWith?.at === 'RCPT' ? refusal(state.refuseWith.code) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (state.breaks) {
          for (const connection of server.connections) connection.close()
          return
        }
        if (state.refuseWith?.at === 'DATA') return done(refusal(state.refuseWith.code))
        const source = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        void PostalMime.parse(source).then(email => {
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            email,
            source: source.toString('latin1'),
            secure: session.secure,
            user: typeof session.user === 'string' ? session.user : undefined,
          })
          done(null)
          for (const look of waiting) look()
        })
      })
    },
  }
  const server = new SMTPServer(settings)
  server.on('error', () => {})
  await new Promise<void>(resolve => {
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return Object.assign(state, {
    port: (server.server.address() as AddressInfo).port,
    received,
    count: (wanted: number) =>
      new Promise<ReceivedMail>(resolve => {
        const look = () => {
          const mail = received[wanted - 1]
          if (mail) resolve(mail)
        }
        waiting = [...waiting, look]
        look()
      }),
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  })
}

function refusal(code: number): Error {
  return Object.assign(new Error('no, <someone@example.org>'), { responseCode: code })
}

/** The links of a mail's plain text, in order. */
export function linksIn({ email }: ReceivedMail): string[] {
  return [...(email.text ?? '').matchAll(/https?:\/\/\S+/g)].map(([link]) => link)
}
