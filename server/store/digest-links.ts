/** [D4] Links in mails: confirming an address, ending the digest. Only the hash of a link's token is kept. */
import type { PersonId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import { hashToken, newToken } from './tokens.ts'

export type DigestLink = {
  /** `confirm` is used once and expires; `end` works as long as somebody finds the mail. */
  readonly purpose: 'confirm' | 'end'
  readonly person: PersonId
  /** To which the mail with the link was sent. */
  readonly address: string
  readonly expiresAt: string | null
  readonly usedAt: string | null
}

/** How long an address can be confirmed by one link, in days. */
const CONFIRM_DAYS = 2

/** Makes the link and returns its token, which exists nowhere else. Of confirmations only the last one holds. */
export async function insertDigestLink(
  db: Database,
  { purpose, person, address }: Pick<DigestLink, 'purpose' | 'person' | 'address'>,
  now: string,
): Promise<{ readonly token: string; readonly expiresAt: string | null }> {
  const token = newToken()
  const expiresAt =
    purpose === 'confirm' ? new Date(Date.parse(now) + CONFIRM_DAYS * 86_400_000).toISOString() : null
  if (purpose === 'confirm')
    await db
      .deleteFrom('digest_links')
      .where('person_id', '=', person)
      .where('purpose', '=', purpose)
      .where('used_at', 'is', null)
      .execute()
  await db
    .insertInto('digest_links')
    .values({
      token_hash: hashToken(token),
      person_id: person,
      purpose,
      address,
      made_at: now,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { token, expiresAt }
}

/** Undefined also when it is for another purpose. */
export async function findDigestLink(
  db: Database,
  token: string,
  purpose: DigestLink['purpose'],
): Promise<DigestLink | undefined> {
  const row = await db
    .selectFrom('digest_links')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return (
    row && {
      purpose,
      person: row.person_id as PersonId,
      address: row.address,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
    }
  )
}

/** Uses it up. False when somebody was faster: decided by the database alone. */
export async function spendDigestLink(db: Database, token: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('digest_links')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
