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
      if (frames.length > 1) stream.cork()
      for (const frame of frames) stream.write(frame.wire())
      if (frames.length > 1) stream.uncork()
    },
    close: code => socket.close(code),
    cut: () => socket.terminate(),
    unsent: () => stream.writableLength,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  }
}
