/** The room as people start it: a process of its own. */
import { spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { SessionView, WelcomeView } from '../../../shared/protocol/views.ts'
import { openRoom, type Room } from '../../support/room.ts'

let room: Room
afterEach(() => room.remove())

const LINK = /(http:\/\/\S+)\/setup#([\w-]{43})/

async function look(token: string): Promise<number> {
  const headers = { origin: room.address, 'content-type': 'application/json' }
  const request = { method: 'POST', headers, body: JSON.stringify({ token }) }
  return (await fetch(`${room.address}/api/links/look`, request)).status
}

/** Sends these bytes and waits until the server has closed the connection. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(room.address).port), '127.0.0.1', () => socket.end(text))
    let answer = ''
    socket.on('data', data => {
      answer += data
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

test('an empty room prints a set-up link, a fresh one at each start, and only the last one works', async () => {
  room = await openRoom('empty')
  const [, address, first] = await room.printed(LINK)
  expect(address).toBe(room.address)
  expect(await look(first!)).toBe(200)
  await room.stop('SIGKILL')
  await room.start()
  const [, , second] = await room.printed(LINK)
  expect(second).not.toBe(first)
  expect([await look(first!), await look(second!)]).toEqual([410, 200])
}, 60_000)

test('a second process on the same data is refused and says why; the first goes on', async () => {
  room = await openRoom('demo')
  const env = { ...process.env, PORT: '0', CONCORDANCE_DATA: room.data }
  const second = spawnSync(process.execPath, ['server/main.ts', '--demo'], {
    env,
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect(second.status).toBe(1)
  expect(second.stderr).toContain('Another process is using')
  expect((await fetch(`${room.address}/api/welcome`)).status).toBe(200)
}, 60_000)

test('request lines that are no addresses harm nothing', async () => {
  room = await openRoom('demo')
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='
  for (const target of ['//[', '/sync/%E0%A4%A', '/sync/../..', '*', '/%00', `/${'x'.repeat(20_000)}`])
    for (const headers of ['Connection: close', upgrade])
      expect(await sendRaw(`GET ${target} HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 [2-4]\d\d /,
      )
  expect((await fetch(`${room.address}/api/welcome`)).status).toBe(200)
}, 60_000)

test('it stops cleanly on SIGTERM, with streams open', async () => {
  room = await openRoom('demo')
  const stream = await enterAs('drafter')
  const reader = stream.body!.getReader()
  await reader.read()
  await room.stop('SIGTERM')
  expect(room.output()).toContain('SIGTERM: storing what has been received')
  expect(room.output()).not.toContain('fault')
  await expect(readToEnd(reader)).resolves.toBeUndefined()
}, 60_000)

test('[M4] a mandate ended on the command line loses its streams within seconds', async () => {
  room = await openRoom('demo')
  const stream = await enterAs('reviewer')
  const reader = stream.body!.getReader()
  await reader.read()
  const env = { ...process.env, CONCORDANCE_DATA: room.data }
  const cli = (...args: string[]) =>
    spawnSync(process.execPath, ['server/cli.ts', ...args], { env, encoding: 'utf8' })
  const id = /(mandate-\w+) {2}reviewer/.exec(cli('people').stdout)![1]!
  expect(cli('end-mandate', id).status).toBe(0)
  await readToEnd(reader)
}, 60_000)

/** The event stream of somebody with this role. */
async function enterAs(role: string): Promise<Response> {
  const welcome = (await (await fetch(`${room.address}/api/welcome`)).json()) as WelcomeView
  const { mandate } = welcome.demonstrationMandates.find(each => each.role === role)!
  const signedIn = await fetch(`${room.address}/api/demonstration/sign-in`, {
    method: 'POST',
    headers: { origin: room.address, 'content-type': 'application/json' },
    body: JSON.stringify({ mandate }),
  })
  expect(((await signedIn.json()) as SessionView).mandates[0]!.role).toBe(role)
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
  return fetch(`${room.address}/api/events`, { headers: { cookie } })
}

async function readToEnd(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (;;) if ((await reader.read()).done) return
}
