/** A WebSocket client that costs next to nothing: frames are looked at only by those who ask for them. */
import { connect, type Socket } from 'node:net'

export const ORIGIN = 'http://bench.test'

export class Wire {
  readonly opened: Promise<void>
  readonly #socket: Socket
  #onFrame: ((frame: Uint8Array) => void) | null
  #unread: Buffer = Buffer.alloc(0)

  /** Without `onFrame`, what arrives is thrown away unread. */
  constructor(port: number, path: string, onFrame: ((frame: Uint8Array) => void) | null) {
    this.#onFrame = onFrame
    const socket = connect(port, '127.0.0.1')
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('error', () => {
      // The server is ended at the end of every run.
    })
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: ${ORIGIN}\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    this.opened = new Promise((resolve, reject) => {
      const handshake = (data: Buffer) => {
        this.#unread = Buffer.concat([this.#unread, data])
        const end = this.#unread.indexOf('\r\n\r\n')
        if (end < 0) return
        const status = this.#unread.subarray(0, 12).toString()
        if (!status.endsWith('101')) return reject(new Error(`the server answered ${status}`))
        socket.off('data', handshake)
        const rest = this.#unread.subarray(end + 4)
        this.#unread = Buffer.alloc(0)
        socket.on('data', data => this.#read(data))
        resolve()
        if (rest.length > 0) this.#read(rest)
      }
      socket.on('data', handshake)
    })
  }

  /** Sends whole frames in one write. */
  send(frames: readonly Uint8Array[]): void {
    this.#socket.write(frames.length === 1 ? masked(frames[0]!) : Buffer.concat(frames.map(masked)))
  }

  close(): void {
    this.#onFrame = null
    this.#socket.destroy()
  }

  #read(data: Buffer): void {
    if (!this.#onFrame) return
    let buffer = this.#unread.length > 0 ? Buffer.concat([this.#unread, data]) : data
    for (;;) {
      const frame = readFrame(buffer)
      if (!frame) break
      buffer = buffer.subarray(frame.end)
      if (frame.binary) this.#onFrame?.(frame.payload)
    }
    this.#unread = buffer
  }
}

function readFrame(buffer: Buffer): { binary: boolean; payload: Uint8Array; end: number } | null {
  if (buffer.length < 2) return null
  let length = buffer[1]! & 0x7f
  let start = 2
  if (length === 126) {
    if (buffer.length < 4) return null
    length = buffer.readUInt16BE(2)
    start = 4
  } else if (length === 127) {
    if (buffer.length < 10) return null
    length = Number(buffer.readBigUInt64BE(2))
    start = 10
  }
  const end = start + length
  if (buffer.length < end) return null
  return { binary: (buffer[0]! & 0x0f) === 2, payload: buffer.subarray(start, end), end }
}

/** A client must mask; with a mask of zeros the payload stays as it is. */
function masked(payload: Uint8Array): Buffer {
  const head = payload.length < 126 ? 6 : payload.length < 65_536 ? 8 : 14
  const frame = Buffer.alloc(head + payload.length)
  frame[0] = 0x82
  if (head === 6) frame[1] = 0x80 | payload.length
  else if (head === 8) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(payload.length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeBigUInt64BE(BigInt(payload.length), 2)
  }
  frame.set(payload, head)
  return frame
}
