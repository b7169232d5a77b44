/** The product itself, started as a child process on a database of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Room = {
  readonly address: string
  readonly data: string
  /** What the process has printed so far. */
  output(): string
  /** Resolves with the first match in what is printed, now or later. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  /** Ends the process (SIGTERM by default) and waits until it is gone; the data stays. */
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Starts again on the same data and port. */
  start(): Promise<void>
  /** Ends the process and removes the data. Throws when the process had ended by itself. */
  remove(): Promise<void>
}

/** Starts a room: `demo` with the demonstration, `empty` on an empty database (it prints the set-up link). */
export async function openRoom(
  kind: 'demo' | 'empty',
  environment: Record<string, string> = {},
): Promise<Room> {
  const data = await mkdtemp(join(tmpdir(), 'concordance-test-'))
  const port = await freePort()
  const address = `http://localhost:${port}`
  let child: ChildProcess | undefined
  let output = ''
  let listeners: (() => void)[] = []
  /** The test ended the process; otherwise it is not to end. */
  let stopped = false

  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output)
        if (match) resolve(match)
        else if (child?.exitCode !== null)
          reject(new Error(`the room ended before printing ${pattern}:\n${output}`))
        return Boolean(match)
      }
      if (!look()) listeners.push(look)
    })

  const start = async () => {
    output = ''
    stopped = false
    child = spawn(process.execPath, ['server/main.ts', ...(kind === 'demo' ? ['--demo'] : [])], {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', CONCORDANCE_DATA: data, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      for (const listener of listeners) listener()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', () => {
      for (const listener of listeners) listener()
    })
    await printed(/https?:\/\/\S+/)
    await answering(address)
  }

  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    listeners = []
    stopped = true
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const gone = new Promise(resolve => running.once('exit', resolve))
    running.kill(signal)
    await gone
  }

  await start()
  return {
    address,
    data,
    output: () => output,
    printed,
    stop,
    start,
    remove: async () => {
      const ended = child?.exitCode ?? child?.signalCode
      const byItself = ended !== null && ended !== undefined && !stopped
      await stop('SIGKILL')
      await rm(data, { recursive: true, force: true })
      // A test that only lost its connection would not say why.
      if (byItself) throw new Error(`the room ended by itself (${ended}):\n${output}`)
    },
  }
}

async function answering(address: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${address}/api/welcome`)
      return
    } catch (error) {
      if (tries > 200) throw error
      await new Promise(resolve => setImmediate(resolve))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
