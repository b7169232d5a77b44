/**
 * Passwords, kept as scrypt hashes that name their own parameters: `scrypt$N$r$p$salt$hash`, base64url.
 * When the parameters here are raised, old hashes go on working and are renewed at the next sign-in.
 */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { PASSWORD_MIN_LENGTH } from '../../shared/model/password.ts'

/** 64 MiB and about a tenth of a second per guess (OWASP: N = 2^16, r = 8, p = 2 or the like). */
const PARAMETERS = { N: 2 ** 16, r: 8, p: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

export function isLongEnough(password: string): boolean {
  return [...normal(password)].length >= PASSWORD_MIN_LENGTH
}

export async function hashPassword(password: string, parameters = PARAMETERS): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, parameters)
  const { N, r, p } = parameters
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/**
 * Whether the password is right, and whether its hash should be renewed with today's parameters. Without a
 * hash (no such person, or no password chosen) it takes as long and says no, so that the time tells nothing.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<{ readonly right: boolean; readonly outdated: boolean }> {
  const { salt, hash, ...parameters } = parse(stored ?? NOBODY)
  const derived = await derive(password, salt, parameters)
  const right = timingSafeEqual(derived, hash) && stored !== null
  const { N, r, p } = PARAMETERS
  return { right, outdated: parameters.N !== N || parameters.r !== r || parameters.p !== p }
}

/** The same password typed on another keyboard or input method: composition and width do not count. */
function normal(password: string): string {
  return password.normalize('NFKC')
}

/** No password has this hash. */
const NOBODY = ['scrypt', PARAMETERS.N, PARAMETERS.r, PARAMETERS.p, 'A'.repeat(22), 'A'.repeat(43)].join('$')

function parse(stored: string): {
  readonly N: number
  readonly r: number
  readonly p: number
  readonly salt: Buffer
  readonly hash: Buffer
} {
  const [name, N, r, p, salt, hash] = stored.split('$')
  if (name !== 'scrypt' || !N || !r || !p || !salt || !hash)
    throw new Error('a password hash of unknown form')
  return {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  }
}

const scryptAsync = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** Guesses wait in line: at most two at a time take 64 MiB and a thread each, whoever asks. */
let waiting: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
let turn = 0

function derive(
  password: string,
  salt: Buffer,
  { N, r, p }: { readonly N: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  const lane = turn++ % waiting.length
  const derived = (waiting[lane] ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => scryptAsync(normal(password), salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }))
  waiting = waiting.with(lane, derived)
  return derived
}
