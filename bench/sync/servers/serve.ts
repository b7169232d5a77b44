/** What every server of the benchmark does: says its port, and tells its memory when asked. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** `memory` is answered with the resident bytes after a garbage collection. */
export type Question = { readonly ask: 'memory' } | { readonly ask: 'open'; readonly rooms: number }

export function listen(server: Server, openRooms?: (rooms: number) => Promise<void>): void {
  server.listen(0, '127.0.0.1', () => answer((server.address() as AddressInfo).port, openRooms))
}

export function answer(port: number, openRooms?: (rooms: number) => Promise<void>): void {
  process.send?.({ port })
  process.on('message', (question: Question) => {
    if (question.ask === 'open') void openRooms?.(question.rooms).then(() => process.send?.({ opened: true }))
    else process.send?.({ memory: memoryAfterCollection() })
  })
}

function memoryAfterCollection(): number {
  for (let i = 0; i < 3; i++) (globalThis as { gc?: () => void }).gc?.()
  return process.memoryUsage().rss
}
