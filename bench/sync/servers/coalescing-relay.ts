/**
 * The raw relay that gathers what arrives in one turn of the loop and writes it to everybody as one buffer: the
 * limit of what can be reached in Node without merging or storing anything.
 */
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { OutgoingFrame } from '../../../server/sync/frames.ts'
import { listen } from './serve.ts'

type Room = { readonly streams: Set<Duplex>; waiting: Buffer[] }

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const rooms = new Map<string, Room>()
const server = createServer()
server.on('upgrade', (request, stream, head) =>
  sockets.handleUpgrade(request, stream, head, socket => {
    const room = rooms.get(request.url!) ?? { streams: new Set(), waiting: [] }
    rooms.set(request.url!, room)
    room.streams.add(stream)
    socket.on('message', data => {
      if (room.waiting.length === 0) setImmediate(flush, room)
      room.waiting.push(new OutgoingFrame(data as Buffer).wire())
    })
    socket.on('close', () => room.streams.delete(stream))
  }),
)
listen(server)

function flush(room: Room): void {
  const frames = Buffer.concat(room.waiting)
  room.waiting = []
  for (const stream of room.streams) stream.write(frames)
}
