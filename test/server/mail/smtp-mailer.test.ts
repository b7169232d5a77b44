import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SmtpSettings } from '../../../server/mail/mail-settings.ts'
import type { Mail } from '../../../server/mail/mailer.ts'
import { createSmtpMailer } from '../../../server/mail/smtp-mailer.ts'
import {
  CERTIFICATE,
  type MailServer,
  type MailServerOptions,
  openMailServer,
} from '../../support/mail-server.ts'

let server: MailServer
let faults: string[]
beforeEach(() => {
  faults = []
})
afterEach(() => server.close())

const MAIL: Mail = {
  to: 'reader@example.org',
  subject: '【Concordance】新着3件　現在の担当：フランス側',
  language: 'ja',
  text: '最終宣言の段落2が修正されました。',
  html: '<p lang="ja">最終宣言の段落2が修正されました。</p>',
  messageId: 'abc@room.example',
  endAt: 'https://room.example/api/digest/end/token',
}

async function mailer(options: MailServerOptions = {}, settings: Partial<SmtpSettings> = {}) {
  server = await openMailServer(options)
  const smtp: SmtpSettings = {
    host: 'localhost',
    port: server.port,
    encryption: options.encryption ?? 'none',
    login: options.login ?? null,
    ...settings,
  }
  return createSmtpMailer(
    { smtp, from: { name: 'Concordance « essai »', address: 'room@example.org' } },
    { fault: what => void faults.push(what) },
    { ca: CERTIFICATE },
  )
}

describe('[D4] mail by SMTP', () => {
  test('arrives as text and as HTML, with its language and the way to end it', async () => {
    const sender = await mailer()
    expect(await sender.send(MAIL)).toBe('accepted')
    const { email, from, to, source } = await server.count(1)
    expect([from, to]).toEqual(['room@example.org', ['reader@example.org']])
    expect(email.from).toMatchObject({ name: 'Concordance « essai »', address: 'room@example.org' })
    expect(email.to).toMatchObject([{ address: 'reader@example.org' }])
    expect(email.subject).toBe(MAIL.subject)
    expect(email.text?.trim()).toBe(MAIL.text)
    expect(email.html?.trim()).toBe(MAIL.html)
    expect(email.messageId).toBe('<abc@room.example>')
    const header = (name: string) => email.headers.find(({ key }) => key === name)?.value
    expect(header('content-language')).toBe('ja')
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('list-unsubscribe')).toBe('<https://room.example/api/digest/end/token>')
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    // RFC 2047 and MIME: nothing but ASCII on the wire.
    expect([...source].every(sign => sign.charCodeAt(0) < 128)).toBe(true)
    expect(faults).toEqual([])
  })

  test('says nothing of an ending where there is nothing to end', async () => {
    const sender = await mailer()
    await sender.send({ ...MAIL, endAt: null })
    const { email } = await server.count(1)
    expect(email.headers.filter(({ key }) => key.startsWith('list-'))).toEqual([])
  })

  test('a subject, a name or an address with line breaks makes no header and no second recipient', async () => {
    const sender = await mailer()
    await sender.send({ ...MAIL, subject: 'Bonjour\r\nBcc: spy@example.org\r\n\r\nWords' })
    const { email, to } = await server.count(1)
    expect(to).toEqual(['reader@example.org'])
    expect(email.headers.some(({ key }) => key === 'bcc')).toBe(false)
    for (const address of ['a@example.org\r\nRCPT TO:<spy@example.org>', 'a@example.org, spy@example.org'])
      await sender.send({ ...MAIL, to: address })
    expect(server.received.flatMap(mail => mail.to)).not.toContain('spy@example.org')
  })

  test('is encrypted by STARTTLS, and signs in', async () => {
    const login = { user: 'room', password: 'a/pass word' }
    const sender = await mailer({ encryption: 'starttls', login })
    expect(await sender.send(MAIL)).toBe('accepted')
    expect(await server.count(1)).toMatchObject({ secure: true, user: 'room' })
  })

  test('is encrypted from the first byte', async () => {
    const sender = await mailer({ encryption: 'tls' })
    expect(await sender.send(MAIL)).toBe('accepted')
    expect(await server.count(1)).toMatchObject({ secure: true })
  })

  test('is not sent in the clear when the server does not offer STARTTLS', async () => {
    const sender = await mailer({ encryption: 'none' }, { encryption: 'starttls' })
    expect(await sender.send(MAIL)).toBe('failed')
    expect(server.received).toEqual([])
    expect(faults).toHaveLength(1)
  })

  test('is not sent to a server with a certificate that nobody vouches for', async () => {
    await mailer({ encryption: 'starttls' })
    const smtp: SmtpSettings = { host: 'localhost', port: server.port, encryption: 'starttls', login: null }
    const doubting = createSmtpMailer(
      { smtp, from: { name: '', address: 'room@example.org' } },
      { fault: () => {} },
    )
    expect(await doubting.send(MAIL)).toBe('failed')
    expect(server.received).toEqual([])
  })

  test('a wrong password is a failure, and stands in no log', async () => {
    const sender = await mailer(
      { encryption: 'starttls', login: { user: 'room', password: 'right' } },
      { login: { user: 'room', password: 'secret-word' } },
    )
    expect(await sender.send(MAIL)).toBe('failed')
    expect(faults.join()).toMatch(/535/)
    expect(faults.join()).not.toContain('secret-word')
  })

  for (const [at, code, sending] of [
    ['RCPT', 550, 'refused'],
    ['RCPT', 451, 'failed'],
    ['DATA', 554, 'refused'],
    ['DATA', 452, 'failed'],
  ] as const)
    test(`${code} at ${at} means ${sending}; the log has no address`, async () => {
      const sender = await mailer()
      server.refuseWith = { at, code }
      expect(await sender.send(MAIL)).toBe(sending)
      expect(faults.join()).toContain(String(code))
      expect(faults.join()).not.toContain('@')
    })

  test('a connection that breaks after the words leaves it unknown whether they arrived', async () => {
    const sender = await mailer()
    server.breaks = true
    expect(await sender.send(MAIL)).toBe('unknown')
  })

  test('a server that is away is a failure', async () => {
    const sender = await mailer()
    await server.close()
    expect(await sender.send(MAIL)).toBe('failed')
  })
})
