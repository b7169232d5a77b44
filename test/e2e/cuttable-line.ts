/** A line to the room that a test can cut and mend, as a network does: everything on it is lost in an instant. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type CuttableLine = {
  /** The room's address by this line. Cookies are those of the room: they know no ports. */
  readonly address: string
  cut(): void
  mend(): void
  close(): void
}

export async function openLine(room: string): Promise<CuttableLine> {
  const sockets = new Set<Socket>()
  let whole = true
  const server = createServer(socket => {
    const onward = connect(Number(new URL(room).port), '127.0.0.1')
    for (const end of [socket, onward]) {
      sockets.add(end)
      // A cut is what is wanted here.
      end.on('error', () => {})
      end.on('close', () => {
        sockets.delete(end)
        socket.destroy()
        onward.destroy()
      })
    }
    if (!whole) socket.destroy()
    else socket.pipe(onward).pipe(socket)
  })
  const cut = () => {
    whole = false
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      whole = true
    },
    close: () => {
      cut()
      server.close()
    },
  }
}
