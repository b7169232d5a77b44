import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SyncLimits } from '../../../../server/sync/sync-limits.ts'
import type { StartedMessage, StartMessage } from './sync-process.ts'

export type ServerProcess = { readonly port: number; readonly process: ChildProcess }

/** Sync servers in processes of their own, some always started ahead. */
export class ServerProcesses {
  readonly #ready: ChildProcess[] = []
  readonly #limits: Partial<SyncLimits>

  constructor(ahead: number, limits: Partial<SyncLimits>) {
    this.#limits = limits
    for (let i = 0; i < ahead; i++) this.#ready.push(spawn())
  }

  /** Opens the database in a process that waited for it. */
  async open(file: string): Promise<ServerProcess> {
    const child = this.#ready.shift() ?? spawn()
    this.#ready.push(spawn())
    child.send({ file, limits: this.#limits } satisfies StartMessage)
    const [{ port }] = (await once(child, 'message')) as [StartedMessage]
    return { port, process: child }
  }

  end(): void {
    for (const child of this.#ready) child.kill('SIGKILL')
  }
}

/** Ends a process as a power cut would, and waits until it is gone. */
export async function kill({ process: child }: ServerProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function spawn(): ChildProcess {
  return fork(fileURLToPath(new URL('./sync-process.ts', import.meta.url)), {
    stdio: 'inherit',
    // Two hundred starts of the same program: compile it once.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'concordance-compile-cache') },
  })
}
