/** How mail leaves the room, as the environment says it: CONCORDANCE_SMTP and CONCORDANCE_MAIL_FROM. */
import { UnusableSetting } from '../unusable-setting.ts'

export type MailSettings = {
  readonly smtp: SmtpSettings
  /** The sender; the name may be empty. */
  readonly from: { readonly name: string; readonly address: string }
}

export type SmtpSettings = {
  readonly host: string
  readonly port: number
  /** `tls` from the first byte, `starttls` or nothing is sent, `none` on this machine or where it was asked for. */
  readonly encryption: 'tls' | 'starttls' | 'none'
  readonly login: { readonly user: string; readonly password: string } | null
}

/** Null when no server is named. Throws UnusableSetting; what it says never contains the password. */
export function readMailSettings(smtp: string | undefined, from: string | undefined): MailSettings | null {
  if (smtp === undefined) return null
  const settings = readSmtp(smtp.trim())
  if (from === undefined)
    throw new UnusableSetting(
      'CONCORDANCE_MAIL_FROM: missing. Mail needs a sender, for instance Concordance <room@example.org>.',
    )
  return { smtp: settings, from: readSender(from.trim()) }
}

function readSmtp(address: string): SmtpSettings {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname || !/^\/?$/.test(url.pathname) || url.hash)
    throw new UnusableSetting(
      'CONCORDANCE_SMTP: no address such as smtps://user:password@mail.example.org:465 or smtp://mail.example.org:587. Signs such as @ or / in a password are written %40 and %2F.',
    )
  if (url.search !== '' && url.search !== '?plain')
    throw new UnusableSetting('CONCORDANCE_SMTP: after ? only plain is known.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const encryption = encryptionOf(url, host)
  const login = loginOf(url)
  if (login && encryption === 'none' && !isLocal(host))
    throw new UnusableSetting(
      'CONCORDANCE_SMTP: a password is not sent without encryption. Leave out ?plain, or the password.',
    )
  return { host, port: Number(url.port) || (encryption === 'tls' ? 465 : 587), encryption, login }
}

function encryptionOf(url: URL, host: string): SmtpSettings['encryption'] {
  if (url.protocol === 'smtps:') {
    if (url.search) throw new UnusableSetting('CONCORDANCE_SMTP: smtps is encrypted, ?plain is not.')
    return 'tls'
  }
  return url.search === '?plain' || isLocal(host) ? 'none' : 'starttls'
}

function loginOf({ username, password }: URL): SmtpSettings['login'] {
  if (!username && !password) return null
  if (!username || !password)
    throw new UnusableSetting('CONCORDANCE_SMTP: a user and a password, or neither.')
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  } catch {
    // URIError: a % that begins no sign.
    throw new UnusableSetting('CONCORDANCE_SMTP: a % in the user or password is written %25.')
  }
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** `room@example.org` or `Concordance <room@example.org>`. */
function readSender(from: string): MailSettings['from'] {
  const [, name = '', inside = from] = /^([^<>]*)<([^<>]*)>$/.exec(from) ?? []
  const address = inside.trim()
  // A sender's line that holds a line break would be two header lines.
  if (!/^[^\s@<>",;:\\]+@[^\s@<>",;:\\]+$/.test(address) || /\p{Cc}/u.test(name))
    throw new UnusableSetting(
      'CONCORDANCE_MAIL_FROM: no sender such as room@example.org or Concordance <room@example.org>.',
    )
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address }
}
