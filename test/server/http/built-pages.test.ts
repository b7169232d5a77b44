import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtPages } from '../../../server/http/built-pages.ts'

let directory: string
let app: Hono
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'concordance-pages-'))
  mkdirSync(join(directory, 'pages/assets'), { recursive: true })
  writeFileSync(join(directory, 'secret.txt'), 'secret')
  writeFileSync(join(directory, 'pages/index.html'), '<!doctype html>first page')
  writeFileSync(join(directory, 'pages/assets/main-abc.js'), 'console.log(1)'.repeat(100))
  app = new Hono().all('*', builtPages(join(directory, 'pages')))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('every address of the application gets the first page, which is asked for again each time', async () => {
  for (const path of ['/', '/texts/text-1', '/join']) {
    const response = await app.request(path)
    expect(await response.text()).toContain('first page')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  }
})

test('assets are kept for ever, because their names change with their content, and come compressed', async () => {
  const response = await app.request('/assets/main-abc.js', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('content-type')).toContain('text/javascript')
  const body = new Uint8Array(await response.arrayBuffer())
  expect(body.length).toBeLessThan(200)
  expect(brotliDecompressSync(body).toString()).toContain('console.log')
})

test('a missing asset is not answered with a page', async () => {
  expect((await app.request('/assets/main-old.js')).status).toBe(404)
})

test('no path leads out of the directory', async () => {
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '//secret.txt',
  ])
    expect(await (await app.request(path)).text()).not.toContain('secret')
})

test('pages are only read', async () => {
  expect((await app.request('/', { method: 'POST' })).status).toBe(405)
})
