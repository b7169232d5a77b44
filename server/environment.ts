/** What the environment says, checked before anything is opened. */
import { z } from 'zod'
import { type MailSettings, readMailSettings } from './mail/mail-settings.ts'
import { UnusableSetting } from './unusable-setting.ts'

export type Environment = {
  readonly port: number
  /** Address to listen on; `127.0.0.1` is this machine only. */
  readonly host: string
  /** Directory of the database. */
  readonly data: string
  /** Addresses that people use; every other origin is refused. */
  readonly origins: readonly string[]
  /** How many reverse proxies of ours stand in front: whose word on the sender's address counts. */
  readonly proxies: number
  /** How mail is sent; null when it is not. */
  readonly mail: MailSettings | null
}

const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  CONCORDANCE_DATA: z.string().min(1).optional(),
  CONCORDANCE_ORIGIN: z.string().optional(),
  CONCORDANCE_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  CONCORDANCE_SMTP: z.string().optional(),
  CONCORDANCE_MAIL_FROM: z.string().optional(),
})

/** Throws UnusableSetting. `defaultData` is the directory when none is named. */
export function readEnvironment(env: NodeJS.ProcessEnv, defaultData = 'data'): Environment {
  // An empty variable is one that was not set: compose files write them so.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new UnusableSetting(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const { PORT, HOST, CONCORDANCE_DATA, CONCORDANCE_ORIGIN, CONCORDANCE_PROXIES } = parsed.data
  const { CONCORDANCE_SMTP, CONCORDANCE_MAIL_FROM } = parsed.data
  return {
    port: PORT,
    host: HOST,
    data: CONCORDANCE_DATA ?? defaultData,
    origins:
      CONCORDANCE_ORIGIN === undefined
        ? ownOrigins(HOST, PORT)
        : CONCORDANCE_ORIGIN.split(',').map(readOrigin),
    proxies: CONCORDANCE_PROXIES,
    mail: readMailSettings(CONCORDANCE_SMTP, CONCORDANCE_MAIL_FROM),
  }
}

/** Its own address on this machine. `0.0.0.0` and `::` are no addresses that anybody types. */
export function ownOrigins(host: string, port: number): string[] {
  const named = ['0.0.0.0', '::', 'localhost', '127.0.0.1', '::1'].includes(host)
    ? []
    : [host.includes(':') ? `[${host}]` : host]
  return ['localhost', '127.0.0.1', '[::1]', ...named].map(name => new URL(`http://${name}:${port}`).origin)
}

function readOrigin(address: string): string {
  const trimmed = address.trim()
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new UnusableSetting(
      `CONCORDANCE_ORIGIN: ${JSON.stringify(trimmed)} is no address such as https://room.example`,
    )
  return url.origin
}
