/** Sends every frame to everybody else in the room: what fanning out costs without understanding anything. */
import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { listen } from './serve.ts'

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const rooms = new Map<string, Set<WebSocket>>()
const server = createServer()
server.on('upgrade', (request, stream, head) =>
  sockets.handleUpgrade(request, stream, head, socket => {
    const room = rooms.get(request.url!) ?? new Set()
    rooms.set(request.url!, room.add(socket))
    socket.on('message', data => {
      for (const other of room) if (other !== socket) other.send(data)
    })
    socket.on('close', () => room.delete(socket))
  }),
)
listen(server)
