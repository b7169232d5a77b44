/** Opaque secrets: whoever holds one may use it, so the database keeps only their hashes. */
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in a cookie and in the fragment of an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps. Without salt: a token is random enough not to be guessed from its hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
