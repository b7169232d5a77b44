import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const TABLE = readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8')

test('docs/faults.md names tests that exist', () => {
  const lines = [...TABLE.matchAll(/`([\w/.-]+\.(?:test|spec)\.tsx?)`: (.*?)(?=<br>| \|)/g)]
  expect(lines.length).toBeGreaterThan(100)
  for (const [, file, title] of lines) {
    const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
    expect(source.includes(title!), `${file}: ${title}`).toBe(true)
  }
})

test('docs/faults.md has a line for each of the faults that tests name', () => {
  const numbers = [...TABLE.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number))
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1))
})
