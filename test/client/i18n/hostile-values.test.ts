import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { acts } from '../../../client/i18n/messages/acts.ts'
import { plan } from '../../../client/i18n/messages/plan.ts'
import { sayIn } from '../../../client/i18n/use-text.ts'
import { INTERFACE_LANGUAGES } from '../../../shared/model/language.ts'

describe('[fault 19] what people typed, inside a message', () => {
  for (const hostile of ['<b>gras</b> & "', '{{place}}', '$t(plan:title)', '__proto__'])
    test(`${hostile} stands there as it was typed`, () => {
      for (const language of INTERFACE_LANGUAGES) {
        expect(sayIn(plan, language)('moved', { name: hostile, place: 2 })).toContain(hostile)
        expect(sayIn(acts, language)('stage-added', { what: hostile })).toContain(hostile)
      }
    })
})

test('[fault 19] no file of the client writes markup into the page: words become text, by React or by the editor', () => {
  const client = new URL('../../../client/', import.meta.url)
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.tsx?$/.test(name),
  )
  expect(files.length).toBeGreaterThan(100)
  for (const file of files) {
    const source = readFileSync(new URL(file, client), 'utf8')
    expect(source, file).not.toMatch(
      /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML|document\.write|createContextualFragment|new Function\(|\beval\(/,
    )
  }
})
