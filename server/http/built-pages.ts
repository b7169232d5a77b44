/**
 * The built pages. What may be asked for is listed once, at the start: no path is ever joined to a
 * directory, so none can lead out of it.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Context, Handler } from 'hono'
import { pageHeaders } from './security-headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const COMPRESSED = /^(?:text\/|application\/|image\/svg)/

type BuiltFile = {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly immutable: boolean
  compressed?: Promise<Uint8Array<ArrayBuffer>>
}

/** Answers with the file, or with the first page for every address of the application. */
export function builtPages(directory: string): Handler {
  const files = new Map<string, ReturnType<typeof readBuilt>>(
    listFiles(directory).map(path => [`/${path}`, readBuilt(join(directory, path), path)]),
  )
  const page = files.get('/index.html')
  if (!page) throw new Error(`there are no built pages in ${directory}`)
  const headers = pageHeaders()

  return async c => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.body(null, 405, { allow: 'GET, HEAD' })
    const file = files.get(c.req.path)
    // A missing script must not be answered with a page: the browser would try to run it.
    if (!file && c.req.path.startsWith('/assets/')) return c.notFound()
    return send(c, file ?? page, headers)
  }
}

async function send(
  c: Context,
  file: BuiltFile,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const brotli =
    COMPRESSED.test(file.type) && (c.req.header('accept-encoding') ?? '').split(/[ ,;]+/).includes('br')
  if (brotli) file.compressed ??= compress(file.body)
  const body = brotli && file.compressed ? await file.compressed : file.body
  return c.body(body, 200, {
    ...headers,
    'content-type': file.type,
    ...(brotli ? { 'content-encoding': 'br' } : {}),
    vary: 'accept-encoding',
    // Names of assets contain their hash; the page itself is asked for again each time.
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}

const brotli = promisify(brotliCompress)

async function compress(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return new Uint8Array(await brotli(body, { params }))
}

function readBuilt(full: string, path: string): BuiltFile {
  return {
    body: new Uint8Array(readFileSync(full)),
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    immutable: path.startsWith('assets/'),
  }
}

function listFiles(directory: string, inside = ''): string[] {
  const names = readdirSync(join(directory, inside)).filter(name => !name.startsWith('.'))
  return names.flatMap(name => {
    const path = inside ? `${inside}/${name}` : name
    return statSync(join(directory, path)).isDirectory() ? listFiles(directory, path) : [path]
  })
}
