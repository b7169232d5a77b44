/** The mail that asks whether an address is the right one. It says nothing of the texts, nor who asked. */
import type { PersonId } from '../../shared/model/ids.ts'
import type { BilingualLabel, InterfaceLanguage } from '../../shared/model/language.ts'
import { onBothClocks } from '../../shared/words/dates.ts'
import { labelIn } from '../../shared/words/label-in.ts'
import type { Deps } from '../app.ts'
import { Attempts } from '../http/attempts.ts'
import type { Reader } from '../http/reader.ts'
import type { Refusal } from '../http/respond.ts'
import { insertDigestLink } from '../store/digest-links.ts'
import { hashToken } from '../store/tokens.ts'
import { composeMail } from './compose-mail.ts'
import { type MailDocument, plain } from './mail-document.ts'
import { mailWords } from './mail-words.ts'
import { confirmPath, originOf } from './places.ts'

const HOUR = 3_600_000

/** Counts what was sent: the room must not become a way to fill somebody's mailbox. */
export class ConfirmationMails {
  readonly #person = new Attempts({ most: 5, window: HOUR })
  readonly #address = new Attempts({ most: 3, window: HOUR })
  readonly #room = new Attempts({ most: 60, window: HOUR })
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** False: too many were asked for, by this person, to this address, or in all. Counts this one. */
  allow(person: PersonId, address: string): boolean {
    const now = Date.parse(this.#deps.clock())
    return (
      this.#person.allow(person, now) &&
      this.#address.allow(address.toLowerCase(), now) &&
      this.#room.allow('room', now)
    )
  }

  async send({ person, edition }: Reader, address: string): Promise<Refusal | undefined> {
    const { db, mailer, clock, origins } = this.#deps
    const link = { purpose: 'confirm', person: person.id, address } as const
    const { token, expiresAt } = await insertDigestLink(db, link, clock())
    const origin = originOf(origins)
    const document = confirmationDocument({
      language: person.language,
      edition: edition.name,
      href: origin + confirmPath(token),
      until: expiresAt ?? clock(),
    })
    const mail = composeMail(document, {
      to: address,
      origin,
      key: `confirm ${hashToken(token)}`,
      endToken: null,
    })
    const sent = await mailer?.send(mail)
    return sent === 'accepted' || sent === 'unknown' ? undefined : { refusal: 'mail-failing' }
  }
}

function confirmationDocument(about: {
  readonly language: InterfaceLanguage
  readonly edition: BilingualLabel
  readonly href: string
  readonly until: string
}): MailDocument {
  const { language, href } = about
  const t = mailWords(language)
  const paragraph = (text: string) => ({ type: 'paragraph', pieces: plain(text) }) as const
  return {
    language,
    subject: t('confirm-subject'),
    blocks: [
      { type: 'heading', level: 1, pieces: plain(t('confirm-title')) },
      paragraph(t('confirm-why', { edition: labelIn(about.edition, language).text })),
      paragraph(t('confirm-how', { when: onBothClocks(about.until, language) })),
      { type: 'paragraph', pieces: [{ text: t('confirm-link'), href, strong: true }] },
      paragraph(t('confirm-not')),
    ],
  }
}
