/**
 * A `ws` socket as the rooms use it. Frames are written to the stream as they are, because one frame is made
 * for everybody: `ws.send` would frame and copy it for each. That is safe without compression, where ws itself
 * writes every control frame whole.
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { SyncSocket } from './connection.ts'

export function socketOf(socket: WebSocket, stream: Duplex): SyncSocket {
  return {
    send(frames) {
      if (socket.readyState !== socket.OPEN || stream.writableEnded || stream.destroyed) return
      if (frames.length === 0) return
      const wires = frames.map(frame => frame.wire())
      // One write: copying is cheaper than a vectored write, and two writes are two system calls.
      stream.write(wires.length === 1 ? wires[0] : Buffer.concat(wires))
    },
    close: code => socket.close(code),
    cut: () => socket.terminate(),
    unsent: () => stream.writableLength,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  }
}
