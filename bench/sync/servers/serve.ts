/** What every server of the benchmark does: says its port, and tells what it has used when asked. */
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Usage = {
  /** CPU time of the whole process, worker threads included, in microseconds. */
  readonly cpu: number
  /** Bytes that the process has caused to be written to the disk. */
  readonly written: number
  /** Resident memory after a garbage collection, in bytes. */
  readonly memory: number
}

export type Question = { readonly ask: 'usage' | 'memory' } | { readonly ask: 'open'; readonly rooms: number }

export function listen(server: Server, openRooms?: (rooms: number) => Promise<void>): void {
  server.listen(0, '127.0.0.1', () => answer((server.address() as AddressInfo).port, openRooms))
}

export function answer(port: number, openRooms?: (rooms: number) => Promise<void>): void {
  process.send?.({ port })
  process.on('message', (question: Question) => {
    if (question.ask === 'open') void openRooms?.(question.rooms).then(() => process.send?.({ opened: true }))
    else process.send?.(usage(question.ask === 'memory'))
  })
}

function usage(collect: boolean): Usage {
  if (collect) for (let i = 0; i < 3; i++) (globalThis as { gc?: () => void }).gc?.()
  const { user, system } = process.cpuUsage()
  const io = readFileSync('/proc/self/io', 'utf8')
  return {
    cpu: user + system,
    written: Number(/^write_bytes: (\d+)/m.exec(io)?.[1] ?? Number.NaN),
    memory: process.memoryUsage().rss,
  }
}
