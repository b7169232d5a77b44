/** One measurement in a process of its own: `node measure.ts <tool> <language> <blocks>`. Prints JSON. */
import { diffWords } from 'diff'
import { compareTexts } from '../../shared/compare/comparison.ts'
import { type BilingualText, plainText } from '../../shared/model/bilingual-text.ts'
import type { Language } from '../../shared/model/language.ts'
import { generatedRevision, generatedText, withoutIds } from '../../test/shared/compare/generated-revision.ts'
import { seeded } from '../../test/support/seeded.ts'

/**
 * Milliseconds of processor time of the main thread, so that a busy machine does not count. The clock ticks
 * in several milliseconds: small sizes are measured on many pairs together.
 */
export type Measurement = {
  /** The very first comparison of the process, a pair of 60 blocks: the code is compiled meanwhile. */
  readonly first: number
  /** Mean over pairs not met before, after other pairs of 60 blocks warmed the code up. */
  readonly cold: number
  /** Mean of further runs on the same pairs; null when there was none. */
  readonly warm: number | null
}

/** Normal edits: 15 % of the blocks touched. */
const TOUCHED = 0.15

const [tool = '', language = '', blocks = ''] = process.argv.slice(2)
const one = (text: BilingualText): BilingualText => ({
  fr: [],
  ja: [],
  [language as Language]: text[language as Language],
})
const whole = (text: BilingualText) => text[language as Language].map(plainText).join('\n')

function pair(seed: number, count: number) {
  const random = seeded(seed)
  const { old, new: now } = generatedRevision(random, generatedText(random, count), TOUCHED)
  return { a: one(old), b: one(tool === 'ours-by-content' ? withoutIds(now) : now) }
}

type Pair = ReturnType<typeof pair>

function timed(pairs: readonly Pair[]): number {
  const texts = pairs.map(({ a, b }) => [whole(a), whole(b)] as const)
  const start = process.threadCpuUsage()
  if (tool === 'diffWords') for (const [a, b] of texts) diffWords(a, b)
  else for (const { a, b } of pairs) compareTexts(a, b)
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000 / pairs.length
}

/** As on a server that has compared for a minute: with 5 pairs most of the time measured was that of the compiler. */
const WARM_UP = 100

const first = timed([pair(1_000, 60)])
timed(Array.from({ length: WARM_UP }, (_, seed) => pair(seed + 2_000, 60)))
const count = Number(blocks)
/** The same for every tool: with one pair of 600 blocks the figure of diffWords was off by half. */
const pairs = Array.from({ length: Math.max(1, Math.round(4_800 / count)) }, (_, seed) =>
  pair(seed + 10, count),
)
const cold = timed(pairs)
const warm = tool === 'diffWords' ? null : timed([...pairs, ...pairs])
const result: Measurement = { first, cold, warm }
console.log(JSON.stringify(result))
