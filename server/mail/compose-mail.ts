import { createHash } from 'node:crypto'
import type { MailDocument } from './mail-document.ts'
import { mailHtml } from './mail-html.ts'
import { mailText } from './mail-text.ts'
import type { Mail } from './mailer.ts'
import { oneClickPath } from './places.ts'

/** A document on its way to one address. `key` names the mail: every try at it has the same Message-ID. */
export function composeMail(
  document: MailDocument,
  {
    to,
    origin,
    key,
    endToken,
  }: {
    readonly to: string
    readonly origin: string
    readonly key: string
    readonly endToken: string | null
  },
): Mail {
  const name = createHash('sha256').update(key).digest('hex').slice(0, 32)
  return {
    to,
    subject: document.subject.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' '),
    language: document.language,
    text: mailText(document),
    html: mailHtml(document),
    messageId: `${name}@${new URL(origin).hostname}`,
    endAt: endToken === null ? null : origin + oneClickPath(endToken),
  }
}
