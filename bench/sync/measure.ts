/** One server, one crowd, one result. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerName } from './dialects.ts'
import type { LoadMessage, Scenario } from './load.ts'
import type { Question } from './servers/serve.ts'

export type Result = {
  readonly keystrokes: number
  readonly perSecond: number
  /** CPU seconds of the server's process per 1,000 keystrokes. */
  readonly cpu: number
  /** Keystroke to visible at another client, milliseconds; with our server, stored as well. */
  readonly p50: number
  readonly p95: number
  /** Megabytes written to disk per 1,000 keystrokes. */
  readonly written: number
}

export type Crowd = Pick<Scenario, 'clients' | 'rooms' | 'typing' | 'warmUp' | 'duration'>

/** USER_HZ of every Linux that Node supports. */
const TICKS_PER_SECOND = 100

/** `settings` of the server, as environment variables with `BENCH_` before their names. */
export async function measure(
  server: ServerName,
  crowd: Crowd,
  settings: Readonly<Record<string, number>> = {},
): Promise<Result | null> {
  return withServer(server, settings, async (child, port) => {
    const load = start('load.ts')
    try {
      load.send({ ...crowd, server, port } satisfies Scenario)
      await phase(load)
      const before = usageOf(child)
      const done = await phase(load)
      const after = usageOf(child)
      if (done.phase !== 'done' || done.keystrokes === 0) return null
      const thousands = done.keystrokes / 1000
      const latencies = Float64Array.from(done.latencies).sort()
      return {
        keystrokes: done.keystrokes,
        perSecond: done.keystrokes / done.seconds,
        cpu: (after.cpu - before.cpu) / thousands,
        p50: latencies[Math.floor(latencies.length * 0.5)]!,
        p95: latencies[Math.floor(latencies.length * 0.95)]!,
        written: (after.written - before.written) / 1e6 / thousands,
      }
    } finally {
      await end(load)
    }
  })
}

/** Resident kilobytes per idle connection. */
export async function memoryPerConnection(server: ServerName, connections: number): Promise<number> {
  return withServer(server, {}, async (child, port) => {
    const load = start('load.ts')
    try {
      const crowd = { rooms: 1, typing: 'none', warmUp: 0, duration: 0, server, port } as const
      const warm = start('load.ts')
      warm.send({ ...crowd, clients: 50 } satisfies Scenario)
      await phase(warm)
      await end(warm)
      const before = await memoryOf(child)
      load.send({ ...crowd, clients: connections } satisfies Scenario)
      await phase(load)
      const after = await memoryOf(child)
      return (after - before) / 1000 / connections
    } finally {
      await end(load)
    }
  })
}

/** Resident kilobytes per open empty text, without connections. */
export async function memoryPerText(texts: number): Promise<number> {
  return withServer('concordance', {}, async child => {
    await askToOpen(child, 100)
    const before = await memoryOf(child)
    await askToOpen(child, texts + 100)
    const after = await memoryOf(child)
    return (after - before) / 1000 / texts
  })
}

async function withServer<Value>(
  server: ServerName,
  settings: Readonly<Record<string, number>>,
  act: (child: ChildProcess, port: number) => Promise<Value>,
): Promise<Value> {
  const child = start(`servers/${server}.ts`, settings)
  try {
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    return await act(child, port)
  } finally {
    await end(child)
  }
}

function start(file: string, settings: Readonly<Record<string, number>> = {}): ChildProcess {
  const variables = Object.entries(settings).map(([name, value]) => [`BENCH_${name}`, String(value)])
  return fork(join(import.meta.dirname, file), {
    env: { ...process.env, ...Object.fromEntries(variables) },
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 2000)
  await gone
  clearTimeout(late)
}

async function phase(load: ChildProcess): Promise<LoadMessage> {
  const [message] = (await once(load, 'message')) as [LoadMessage]
  return message
}

async function memoryOf(child: ChildProcess): Promise<number> {
  child.send({ ask: 'memory' } satisfies Question)
  const [{ memory }] = (await once(child, 'message')) as [{ memory: number }]
  return memory
}

/**
 * CPU seconds of the whole process, worker threads included, and the bytes it has caused to be written. Read
 * from outside: a server that is overwhelmed would answer too late.
 */
function usageOf({ pid }: ChildProcess): { cpu: number; written: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  // Fields 14 and 15 of proc(5), counted from the state after the name.
  const ticks = Number(fields[11]) + Number(fields[12])
  const io = readFileSync(`/proc/${pid}/io`, 'utf8')
  return { cpu: ticks / TICKS_PER_SECOND, written: Number(/^write_bytes: (\d+)/m.exec(io)?.[1]) }
}

async function askToOpen(child: ChildProcess, rooms: number): Promise<void> {
  child.send({ ask: 'open', rooms } satisfies Question)
  await once(child, 'message')
}
