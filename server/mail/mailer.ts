/** Sending one mail to one person: the port. `smtp-mailer.ts` sends by SMTP; tests may stand in for it. */
import type { InterfaceLanguage } from '../../shared/model/language.ts'

export type Mail = {
  /** One address: people never see each other’s. */
  readonly to: string
  readonly subject: string
  readonly language: InterfaceLanguage
  readonly text: string
  readonly html: string
  /** Without angle brackets. The same for every try at the same mail, so that a server may know it again. */
  readonly messageId: string
  /** RFC 8058: where a mail client ends it with one click; null for a mail that was asked for. */
  readonly endAt: string | null
}

/**
 * `accepted`: the server has it. `refused`: it will never take it. `failed`: it was not handed over, another try may
 * go well. `unknown`: the connection broke while it was handed over, so that it may have arrived.
 */
export type Sending = 'accepted' | 'refused' | 'failed' | 'unknown'

export type Mailer = {
  /** Never throws. Logs what went wrong, without address, words or password. */
  send(mail: Mail): Promise<Sending>
}
