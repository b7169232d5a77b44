/** Mail by SMTP: one connection per mail, which is few a day. */
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Log } from '../log.ts'
import type { MailSettings, SmtpSettings } from './mail-settings.ts'
import type { Mail, Mailer, Sending } from './mailer.ts'

/** In milliseconds. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

/** `trust`: certificates to believe besides the usual ones. */
export function createSmtpMailer(
  { smtp, from }: MailSettings,
  log: Pick<Log, 'fault'>,
  trust: { readonly ca?: string } = {},
): Mailer {
  return {
    send: async mail => {
      const message = await compose(mail, from)
      const connection = open(smtp, trust)
      /** From then on nobody knows whether a connection that breaks took the mail with it. */
      let handingOver = false
      try {
        await connection.ready
        handingOver = true
        await connection.send({ from: from.address, to: [mail.to] }, message)
        connection.quit()
        return 'accepted'
      } catch (error) {
        connection.close()
        const sending = sendingAfter(error, handingOver)
        log.fault(`a mail was not sent (${sending}): ${inWords(error)}`)
        return sending
      }
    },
  }
}

function compose(mail: Mail, from: MailSettings['from']): Promise<Buffer> {
  return new MailComposer({
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Every client reads it, and long lines of Japanese survive it.
    textEncoding: 'base64',
    messageId: `<${mail.messageId}>`,
    headers: {
      'Content-Language': mail.language,
      // RFC 3834: absence notes are not to answer.
      'Auto-Submitted': 'auto-generated',
      ...(mail.endAt === null
        ? {}
        : {
            'List-Unsubscribe': `<${mail.endAt}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

type Open = {
  /** Connected, encrypted as asked, and signed in. */
  readonly ready: Promise<void>
  send(envelope: { readonly from: string; readonly to: string[] }, message: Buffer): Promise<void>
  quit(): void
  close(): void
}

function open({ host, port, encryption, login }: SmtpSettings, { ca }: { readonly ca?: string }): Open {
  const connection = new SMTPConnection({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    ...PATIENCE,
  })
  const broken = new Promise<never>((_, reject) => connection.on('error', reject))
  // It may break after everybody has stopped waiting.
  broken.catch(() => {})
  const step = (run: (done: (error?: Error | null) => void) => void) =>
    Promise.race([
      broken,
      new Promise<void>((resolve, reject) => run(error => (error ? reject(error) : resolve()))),
    ])
  const ready = async () => {
    await step(done => connection.connect(done))
    if (login)
      await step(done => connection.login({ credentials: { user: login.user, pass: login.password } }, done))
  }
  return {
    ready: ready(),
    send: (envelope, message) =>
      step(done => connection.send({ ...envelope, to: [...envelope.to] }, message, done)),
    quit: () => connection.quit(),
    close: () => connection.close(),
  }
}

/** What follows from an error. Exported for the table of cases that tests it. */
export function sendingAfter(error: unknown, handingOver: boolean): Sending {
  if (!handingOver) return 'failed'
  const code = codeOf(error)
  if (code === undefined) return 'unknown'
  return code >= 500 ? 'refused' : 'failed'
}

/** The server’s answer, such as 550; undefined when there was none. */
function codeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined
  return typeof code === 'number' ? code : undefined
}

/** Without the words of the server, which repeat the address and may repeat the login. */
function inWords(error: unknown): string {
  const code = codeOf(error)
  if (code !== undefined) {
    const command = error instanceof Error && 'command' in error ? String(error.command) : 'a command'
    return `the server answered ${code} to ${command}`
  }
  return String(error instanceof Error ? error.message : error).replace(/[^\s<>"]+@[^\s<>"]+/g, '…')
}
