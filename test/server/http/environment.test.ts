import { describe, expect, test } from 'vitest'
import { ownOrigins, readEnvironment } from '../../../server/environment.ts'

describe('the environment', () => {
  test('may be empty: this machine only, port 4000, directory data', () => {
    expect(readEnvironment({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      data: 'data',
      origins: ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'],
      proxies: 0,
      mail: null,
    })
    expect(readEnvironment({ PORT: '', CONCORDANCE_DATA: '' }, 'data-demo')).toMatchObject({
      port: 4000,
      data: 'data-demo',
    })
  })

  test('names the public addresses, each as browsers write an origin', () => {
    const { origins } = readEnvironment({ CONCORDANCE_ORIGIN: 'https://Room.example/, http://localhost:80' })
    expect(origins).toEqual(['https://room.example', 'http://localhost'])
  })

  for (const [name, env] of [
    ['a port that is none', { PORT: '70000' }],
    ['an address with a path', { CONCORDANCE_ORIGIN: 'https://room.example/concordance' }],
    ['an address without scheme', { CONCORDANCE_ORIGIN: 'room.example' }],
    ['every address', { CONCORDANCE_ORIGIN: '*' }],
  ] as const)
    test(`${name} is refused, naming the setting`, () => {
      expect(() => readEnvironment(env)).toThrow(Object.keys(env)[0])
    })

  test('a host that is named is one of its own addresses', () => {
    expect(ownOrigins('192.0.2.7', 4000)).toContain('http://192.0.2.7:4000')
    expect(ownOrigins('0.0.0.0', 4000)).toHaveLength(3)
  })
})
