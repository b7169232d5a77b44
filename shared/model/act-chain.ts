/**
 * [M3] The log of acts as one may take it away and check it: a chain for each circle of readers, so that what a
 * reader may not see leaves no gap in what it may. Each act is bound to the one before it in its chain by a hash.
 *
 * Recipe, for another program: an act's hash is the lower-case hexadecimal SHA-256 of the canonical JSON (see
 * canonical-form.ts) of {"at","audience","detail","edition","format":"concordance-act/1","kind","mandate","number",
 * "previous"}; `number` counts from 1 within the chain, the first act's `previous` is 64 zeros.
 */
import { z } from 'zod'
import { canonicalHash, canonicalJson } from './canonical-form.ts'

export const ACT_FORMAT = 'concordance-act/1'
export const RECORD_FORMAT = 'concordance-record/1'
/**
 * `all`: everyone with a mandate; `organisers`; `fra`, `jap`: the members of one side and nobody else, the
 * organisers neither; `joint`: the members of both sides and the organisers, without the observers.
 */
export const ACT_AUDIENCES = ['all', 'organisers', 'fra', 'jap', 'joint'] as const
export type ActAudience = (typeof ACT_AUDIENCES)[number]

export const FIRST_PREVIOUS = '0'.repeat(64)

export type ChainedAct = {
  readonly edition: string
  /** The circle of readers: the name of the chain. */
  readonly audience: string
  /** Counts the acts of the chain from 1. */
  readonly number: number
  /** ISO 8601 UTC. */
  readonly at: string
  /** Under which mandate; null for an act of the program or the command line. */
  readonly mandate: string | null
  readonly kind: string
  readonly detail: Readonly<Record<string, string>>
  readonly previous: string
}
export type HashedAct = ChainedAct & { readonly hash: string }

/** What an export of the log is: every act that its reader may see, chain by chain. */
export type RecordFile = {
  readonly format: typeof RECORD_FORMAT
  readonly edition: {
    readonly id: string
    readonly number: number
    readonly name: { fr: string; ja: string }
  }
  readonly madeAt: string
  /** Titles of the mandates that the acts name. They are said, not hashed. */
  readonly mandates: Readonly<Record<string, { readonly fr: string; readonly ja: string }>>
  readonly chains: readonly { readonly audience: string; readonly acts: readonly HashedAct[] }[]
}

/** The exact characters that an act's hash is taken over. */
export function actForm(act: ChainedAct): string {
  const { edition, audience, number, at, mandate, kind, detail, previous } = act
  return canonicalJson({
    ...{ format: ACT_FORMAT, edition, audience, number, at, mandate, kind, detail, previous },
  })
}

export type ChainFault = {
  readonly audience: string
  readonly number: number
  /** `changed`: its hash is not that of what it says; `gap`: it does not follow the one before. */
  readonly fault: 'changed' | 'gap'
}

/** Everything that does not hold in a chain, in order; `acts` are all of it, from the first. */
export async function chainFaults(audience: string, acts: readonly HashedAct[]): Promise<ChainFault[]> {
  const faults: ChainFault[] = []
  let before = { number: 0, hash: FIRST_PREVIOUS }
  for (const act of acts) {
    const { number } = act
    const follows = number === before.number + 1 && act.previous === before.hash && act.audience === audience
    if (!follows) faults.push({ audience, number, fault: 'gap' })
    if ((await canonicalHash(actForm(act))) !== act.hash) faults.push({ audience, number, fault: 'changed' })
    before = { number, hash: act.hash }
  }
  return faults
}

/** The record that a file holds; undefined where it holds something else. */
export function parseRecord(content: string): RecordFile | undefined {
  const parsed = recordFile.safeParse(jsonOf(content))
  return parsed.success ? parsed.data : undefined
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const pair = z.object({ fr: z.string(), ja: z.string() })
const act = z.object({
  edition: z.string(),
  audience: z.string(),
  number: z.number(),
  at: z.string(),
  mandate: z.string().nullable(),
  kind: z.string(),
  detail: z.record(z.string(), z.string()),
  previous: z.string(),
  hash: z.string(),
})
const recordFile = z.object({
  format: z.literal(RECORD_FORMAT),
  edition: z.object({ id: z.string(), number: z.number(), name: pair }),
  madeAt: z.string(),
  mandates: z.record(z.string(), pair),
  chains: z.array(z.object({ audience: z.string(), acts: z.array(act) })),
})
