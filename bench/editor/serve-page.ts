/** Builds the editor's page and serves it on a free port of this machine. */
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

const configFile = fileURLToPath(new URL('page/vite.config.ts', import.meta.url))

export type ServedPage = { readonly address: string; close(): Promise<void> }

export async function serveEditorPage(): Promise<ServedPage> {
  await build({ configFile, configLoader: 'runner', logLevel: 'error' })
  const server = await preview({
    configFile,
    configLoader: 'runner',
    preview: { port: 0, host: '127.0.0.1' },
  })
  const address = server.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('the page has no port')
  return { address: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}
