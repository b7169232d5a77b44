import { answer } from './serve.ts'

type Hocuspocus = {
  Server: new (
    configuration: Record<string, unknown>,
  ) => { listen(port: number): Promise<unknown>; httpServer: { address(): { port: number } } }
}
// Not resolved by the type checker: installed under bench/ only.
const name: string = '@hocuspocus/server'
const { Server } = (await import(name)) as Hocuspocus
const server = new Server({ quiet: true, address: '127.0.0.1' })
await server.listen(0)
answer(server.httpServer.address().port)
