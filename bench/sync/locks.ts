/** `npm run bench -- sync --locks`: what locked units cost, in one room whose text has as many units, locked or not. */
import { agreedText } from './agreed-text.ts'
import { measureRefusal, measureTicks } from './lock-ticks.ts'
import { type Crowd, measure, type Result } from './measure.ts'

/** Units of the text, all of them locked or none. */
export const UNITS = 60
const CROWDS: readonly Omit<Crowd, 'warmUp' | 'duration'>[] = [
  { clients: 50, rooms: 1, typing: 'human' },
  { clients: 140, rooms: 1, typing: 'human' },
  { clients: 140, rooms: 1, typing: 'flat-out' },
]
/** In turn, so that what else the machine does falls on both. */
const ROUNDS = 3

export async function measureLockTicks(): Promise<string> {
  const text = agreedText(UNITS)
  const rows: string[] = []
  for (const keystrokes of [1, 5, 20]) rows.push(await measureTicks(text, keystrokes))
  return [
    '| keystrokes in a tick | CPU of the tick without locks (disk and sockets apart) | judging it |',
    '|---|---|---|',
    ...rows,
    '',
    `A refusal costs ${await measureRefusal(text)}.`,
  ].join('\n')
}

export async function measureLocks(times: Pick<Crowd, 'warmUp' | 'duration'>): Promise<string> {
  const rows: string[] = []
  for (const crowd of CROWDS) {
    const [open, locked]: [Result[], Result[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      for (const [results, lockedUnits] of [[open, 0] as const, [locked, UNITS] as const]) {
        const result = await measure('concordance', { ...crowd, ...times }, { UNITS, LOCKED: lockedUnits })
        if (result) results.push(result)
      }
    }
    const ratios = locked.map((result, round) => result.cpu / open[round]!.cpu)
    rows.push(
      `| ${crowd.clients}, ${crowd.typing === 'human' ? 'as people type' : 'flat out'} | ${median(open, 'cpu')} s | ` +
        `${median(locked, 'cpu')} s | ${ratios.map(ratio => ratio.toFixed(2)).join(', ')} | ` +
        `${median(open, 'p95', 1)} ms | ${median(locked, 'p95', 1)} ms | ` +
        `${median(open, 'perSecond', 0)}/s | ${median(locked, 'perSecond', 0)}/s |`,
    )
  }
  return [
    '| crowd | CPU per 1,000, open | locked | ratios, round by round | p95 open | locked | arrived open | locked |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function median(results: readonly Result[], of: keyof Result, digits = 3): string {
  const sorted = results.map(result => result[of]).sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(digits)
}
