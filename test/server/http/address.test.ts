import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressBehind } from '../../../server/http/address.ts'

async function addressSeen(proxies: number, forwarded?: string): Promise<string> {
  const addressOf = addressBehind(proxies)
  const app = new Hono().get('/', c => c.text(addressOf(c)))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const incoming = { socket: { remoteAddress: '192.0.2.1', remotePort: 1, remoteFamily: 'IPv4' } }
  return (await app.request('/', { headers }, { incoming })).text()
}

test('what the sender writes about its address counts only as far as a proxy of ours wrote it', async () => {
  expect(await addressSeen(0, '203.0.113.9')).toBe('192.0.2.1')
  expect(await addressSeen(1, '203.0.113.9, 198.51.100.1')).toBe('198.51.100.1')
  expect(await addressSeen(2, '203.0.113.9, 198.51.100.1, 10.0.0.1')).toBe('198.51.100.1')
  expect(await addressSeen(1)).toBe('192.0.2.1')
})
