/** Single-use links: first set-up, invitation, sign-in. Only the hash of a link's token is kept. */
import type { Selectable } from 'kysely'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { EditionId, OrganisationId, PersonId, WorkshopId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { Role } from '../../shared/model/mandate.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'
import { hashToken, newToken } from './tokens.ts'

/** What the link does when it is redeemed. */
export type LinkPurpose =
  | { readonly purpose: 'setup' }
  | { readonly purpose: 'invitation'; readonly offer: MandateOffer }
  | { readonly purpose: 'sign-in'; readonly person: PersonId }

/** The mandate that an invitation offers; `person` when it is for someone who has an account. */
export type MandateOffer = {
  readonly edition: EditionId
  readonly role: Role
  readonly side: Side | null
  readonly organisation: OrganisationId | null
  readonly workshop: WorkshopId | null
  readonly title: BilingualLabel
  readonly person: PersonId | null
}

export type Link = LinkPurpose & {
  readonly id: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
  readonly withdrawnAt: string | null
}

export type LinkState = 'open' | 'used' | 'expired' | 'withdrawn'

export function linkState(link: Link, now: string): LinkState {
  if (link.usedAt !== null) return 'used'
  if (link.withdrawnAt !== null) return 'withdrawn'
  return link.expiresAt <= now ? 'expired' : 'open'
}

/** How long a link of each kind may be used, in days. */
const LINK_DAYS = { setup: 7, invitation: 14, 'sign-in': 1 } as const

/** Makes the link and returns its token, which exists nowhere else. */
export async function insertLink(
  db: Database,
  link: LinkPurpose & { readonly id: string; readonly createdBy: PersonId | null },
  now: string,
): Promise<{ readonly token: string; readonly link: Link }> {
  const { id, createdBy, ...purpose } = link
  const token = newToken()
  const expiresAt = new Date(Date.parse(now) + LINK_DAYS[purpose.purpose] * 86_400_000).toISOString()
  await db
    .insertInto('links')
    .values({
      id,
      purpose: purpose.purpose,
      token_hash: hashToken(token),
      payload: toJson(payloadOf(purpose)),
      created_by: createdBy,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
      withdrawn_at: null,
    })
    .execute()
  return { token, link: { ...purpose, id, createdAt: now, expiresAt, usedAt: null, withdrawnAt: null } }
}

export async function findLinkByToken(db: Database, token: string): Promise<Link | undefined> {
  const row = await db
    .selectFrom('links')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  return row && rowToLink(row)
}

export async function findLink(db: Database, id: string): Promise<Link | undefined> {
  const row = await db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToLink(row)
}

/** The newest first. */
export async function listInvitations(db: Database): Promise<(Link & { readonly purpose: 'invitation' })[]> {
  const rows = await db
    .selectFrom('links')
    .selectAll()
    .where('purpose', '=', 'invitation')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(rowToLink).filter(link => link.purpose === 'invitation')
}

/** Uses the link up. False when somebody was faster, or it is withdrawn: decided by the database alone. */
export async function spendLink(db: Database, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('links')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when there is nothing left to withdraw. */
export async function withdrawLink(db: Database, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('links')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Withdraws the links that were printed at earlier starts. */
export async function withdrawSetupLinks(db: Database, now: string): Promise<void> {
  await openLinks(db, now).where('purpose', '=', 'setup').execute()
}

/** Withdraws every link that could still be used. */
export async function withdrawAllLinks(db: Database, now: string): Promise<void> {
  await openLinks(db, now).execute()
}

function openLinks(db: Database, now: string) {
  return db
    .updateTable('links')
    .set({ withdrawn_at: now })
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
}

function payloadOf(purpose: LinkPurpose): unknown {
  if (purpose.purpose === 'invitation') return purpose.offer
  return purpose.purpose === 'sign-in' ? { person: purpose.person } : {}
}

function rowToLink(row: Selectable<Tables['links']>): Link {
  const common = {
    id: row.id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    withdrawnAt: row.withdrawn_at,
  }
  switch (row.purpose) {
    case 'setup':
      return { ...common, purpose: 'setup' }
    case 'invitation':
      return { ...common, purpose: 'invitation', offer: fromJson(row.payload) }
    case 'sign-in':
      return { ...common, purpose: 'sign-in', ...fromJson<{ person: PersonId }>(row.payload) }
    default:
      throw new Error(`a link of unknown purpose: ${row.purpose}`)
  }
}
