/** Builds the editor's page and serves it on a free port of this machine. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

const configFile = fileURLToPath(new URL('page/vite.config.ts', import.meta.url))

export type ServedPage = { readonly address: string; close(): Promise<void> }

/** Each call builds into a directory of its own: a build empties its directory, under whoever serves from it. */
export async function serveEditorPage(): Promise<ServedPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'concordance-editor-page-'))
  const shared = { configFile, configLoader: 'runner', build: { outDir, emptyOutDir: true } } as const
  await build({ ...shared, logLevel: 'error' })
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('the page has no port')
  return {
    address: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
