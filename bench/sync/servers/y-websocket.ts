import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { listen } from './serve.ts'

// Not resolved by the type checker: installed under bench/ only.
const name: string = '@y/websocket-server/utils'
const { setupWSConnection } = (await import(name)) as {
  setupWSConnection(socket: unknown, request: unknown): void
}
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const server = createServer()
server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, ws => setupWSConnection(ws, request)),
)
listen(server)
