/**
 * `npm run bench -- sync [--short]`: our sync server beside @y/websocket-server, Hocuspocus and two raw relays,
 * one after the other on one machine. Ratios within one run count, not the figures.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { SERVERS, type ServerName } from './dialects.ts'
import { measureLocks, measureLockTicks } from './locks.ts'
import { type Crowd, measure, memoryPerConnection, memoryPerText } from './measure.ts'
import { measureOpening, openingTable } from './opening.ts'
import { type Cell, goals, type Memory, table } from './report.ts'

type Plan = Omit<Crowd, 'warmUp' | 'duration'> & { readonly name: string }

const HUMAN: readonly Plan[] = [10, 50, 140, 500].map(clients => ({
  name: String(clients),
  clients,
  rooms: 1,
  typing: 'human',
}))
const FLAT_OUT: readonly Plan[] = [
  { name: '140', clients: 140, rooms: 1, typing: 'flat-out' },
  { name: '500', clients: 500, rooms: 1, typing: 'flat-out' },
  { name: '140 on 70 texts', clients: 140, rooms: 70, typing: 'flat-out' },
]
const IDLE_CONNECTIONS = 500
const IDLE_TEXTS = 1000
/** Servers run for months: their code is compiled by the time anything is measured. Milliseconds. */
const WARM_UP = 8000
const EDITS = [1000, 20_000, 260_000]

export async function main(args: readonly string[]): Promise<void> {
  const short = args.includes('--short')
  const times = short ? { warmUp: 500, duration: 1500 } : { warmUp: WARM_UP, duration: 6000 }
  if (args.includes('--locks')) {
    console.log(await measureLockTicks())
    console.log(await measureLocks({ ...times, warmUp: Math.min(times.warmUp, 4000) }))
    return
  }
  const started = new Date()
  const load = loadavg()[0]!
  const human = await measureAll(HUMAN, times, SERVERS)
  const flat = await measureAll(FLAT_OUT, { warmUp: 500, duration: short ? 1500 : 4000 }, SERVERS)
  const memory: Memory = {
    connection: {
      concordance: await memoryPerConnection('concordance', IDLE_CONNECTIONS),
      hocuspocus: await memoryPerConnection('hocuspocus', IDLE_CONNECTIONS),
      'y-websocket': await memoryPerConnection('y-websocket', IDLE_CONNECTIONS),
    },
    text: await memoryPerText(IDLE_TEXTS),
  }
  const openings = []
  for (const edits of EDITS) openings.push({ edits, opening: await measureOpening(edits) })
  const report = [
    '# Sync server beside its peers',
    '',
    `One run of \`npm run bench -- sync${short ? ' --short' : ''}\` on ${cpus().length} cores (${cpus()[0]?.model.trim()}), ` +
      `Node ${process.version}; load average ${load.toFixed(1)} when it began, ${loadavg()[0]!.toFixed(1)} when it ended, ` +
      `the crowd's own included; ${Math.round((Date.now() - started.getTime()) / 1000)} s. ` +
      'Server and crowd share the cores. A keystroke counts as arrived when a witness who only reads has it; ' +
      'with Concordance it is then on disk (`synchronous=FULL`), with the others in memory.',
    '',
    table('As people type (about four keystrokes a second each)', human),
    table('Flat out (each has up to eight keystrokes under way)', flat),
    openingTable(openings),
    goals(human, flat, memory, openings),
  ].join('\n')
  const directory = join(import.meta.dirname, '../results')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'sync.md'), report)
  console.log(report)
}

async function measureAll(
  plans: readonly Plan[],
  times: Pick<Crowd, 'warmUp' | 'duration'>,
  servers: readonly ServerName[],
): Promise<Cell[]> {
  const cells: Cell[] = []
  for (const { name, ...crowd } of plans)
    for (const server of servers) {
      const result = await measure(server, { ...crowd, ...times })
      console.error(`${crowd.typing} ${name}: ${server} ${result ? `${result.cpu.toFixed(3)} s` : '–'}`)
      cells.push({ server, crowd: name, result })
    }
  return cells
}
