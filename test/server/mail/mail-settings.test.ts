import { describe, expect, test } from 'vitest'
import { readEnvironment } from '../../../server/environment.ts'

const FROM = 'Concordance <room@example.org>'
const mailOf = (smtp: string, from: string | undefined = FROM) =>
  readEnvironment({ CONCORDANCE_SMTP: smtp, CONCORDANCE_MAIL_FROM: from }).mail

describe('[D4] the settings of mail', () => {
  test('are none until a server is named', () => {
    expect(readEnvironment({ CONCORDANCE_MAIL_FROM: FROM }).mail).toBeNull()
    expect(readEnvironment({ CONCORDANCE_SMTP: '' }).mail).toBeNull()
  })

  for (const [address, smtp] of [
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, encryption: 'tls', login: null }],
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, encryption: 'starttls', login: null }],
    [
      'smtp://mail.example.org:25?plain',
      { host: 'mail.example.org', port: 25, encryption: 'none', login: null },
    ],
    ['smtp://localhost:2525', { host: 'localhost', port: 2525, encryption: 'none', login: null }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525, encryption: 'none', login: null }],
    [
      'smtps://room%40example.org:p%2Fss%40@mail.example.org:4465',
      {
        host: 'mail.example.org',
        port: 4465,
        encryption: 'tls',
        login: { user: 'room@example.org', password: 'p/ss@' },
      },
    ],
  ] as const)
    test(`${address} is understood`, () => {
      expect(mailOf(address)).toEqual({ smtp, from: { name: 'Concordance', address: 'room@example.org' } })
    })

  test('the sender may have a name or none', () => {
    expect(mailOf('smtp://localhost', 'room@example.org')?.from).toEqual({
      name: '',
      address: 'room@example.org',
    })
    expect(mailOf('smtp://localhost', '"宣言の部屋" <room@example.org>')?.from.name).toBe('宣言の部屋')
  })

  for (const [name, smtp, from, named] of [
    ['another protocol', 'https://secret-word@mail.example.org', FROM, 'CONCORDANCE_SMTP'],
    ['no address at all', 'secret-word', FROM, 'CONCORDANCE_SMTP'],
    ['a password without a user', 'smtps://:secret-word@mail.example.org', FROM, 'CONCORDANCE_SMTP'],
    ['a password in the clear', 'smtp://room:secret-word@mail.example.org?plain', FROM, 'CONCORDANCE_SMTP'],
    ['an unknown wish', 'smtp://room:secret-word@mail.example.org?insecure', FROM, 'CONCORDANCE_SMTP'],
    ['a password with a lonely %', 'smtps://room:secret-word%@mail.example.org', FROM, 'CONCORDANCE_SMTP'],
    ['no sender', 'smtps://room:secret-word@mail.example.org', '', 'CONCORDANCE_MAIL_FROM'],
    ['a sender that is none', 'smtp://localhost', 'room', 'CONCORDANCE_MAIL_FROM'],
    ['two senders', 'smtp://localhost', 'a@example.org, b@example.org', 'CONCORDANCE_MAIL_FROM'],
    ['a sender with another header', 'smtp://localhost', 'A\r\nBcc: b <a@b.org>', 'CONCORDANCE_MAIL_FROM'],
  ] as const)
    test(`${name} is refused in words that name the setting and not the password`, () => {
      let said = ''
      try {
        mailOf(smtp, from)
      } catch (error) {
        said = String(error)
      }
      expect(said).toContain(named)
      expect(said).not.toContain('secret-word')
    })
})
