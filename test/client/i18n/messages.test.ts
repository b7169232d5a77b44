import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Area } from '../../../client/i18n/define-messages.ts'
import { defineMessages } from '../../../client/i18n/define-messages.ts'
import { sayIn } from '../../../client/i18n/use-text.ts'
import { INTERFACE_LANGUAGES } from '../../../shared/model/language.ts'
import { REFUSALS } from '../../../shared/protocol/refusals.ts'
import { frenchSpaces } from '../../../shared/words/french-spaces.ts'

type AnyArea = Area<Readonly<Record<string, string | { other: string; one?: string }>>>

const folder = new URL('../../../client/i18n/messages/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.ts'))
const areas: AnyArea[] = (
  await Promise.all(files.map(async name => Object.values<AnyArea>(await import(new URL(name, folder).href))))
)
  .flat()
  .filter(value => typeof value === 'object' && 'messages' in value)

describe('[D2] the words of the interface', () => {
  test('every area has a name of its own', () => {
    expect(areas.length).toBeGreaterThanOrEqual(files.length)
    expect(new Set(areas.map(area => area.name)).size).toBe(areas.length)
  })

  describe.each(areas.map(area => [area.name, area] as const))('%s', (_, { messages }) => {
    test('has the same keys in the three languages', () => {
      const keys = INTERFACE_LANGUAGES.map(language => Object.keys(messages[language]).sort())
      expect(keys[1]).toEqual(keys[0])
      expect(keys[2]).toEqual(keys[0])
    })

    test('has no empty message, and the same placeholders in the three languages', () => {
      for (const key of Object.keys(messages.fr)) {
        const used = INTERFACE_LANGUAGES.map(language => placeholders(messages[language][key]))
        expect(forms(messages.ja[key]).concat(forms(messages.en[key])).every(Boolean), key).toBe(true)
        expect(used[1], `${key} in Japanese`).toEqual(used[0])
        expect(used[2], `${key} in English`).toEqual(used[0])
      }
    })

    test('French has its no-break spaces and its apostrophes', () => {
      for (const form of Object.values(messages.fr).flatMap(forms).map(frenchSpaces)) {
        expect(form, form).not.toMatch(/[^\s\u2026(][;!?»](?!\S)| [:;!?»]|« |[^\s\d]:(?=\s)/u)
        expect(form, form).not.toMatch(/\p{L}'\p{L}/u)
      }
    })

    test('Japanese has full-width punctuation', () => {
      for (const form of Object.values(messages.ja).flatMap(forms))
        expect(form, form).not.toMatch(/[ぁ-んァ-ヶ一-龠][,.!?:;()]|[,.!?;()][ぁ-んァ-ヶ一-龠]/u)
    })
  })

  test('there is a message for every refusal', () => {
    const refusals = areas.find(area => area.name === 'refusals')!
    for (const id of Object.keys(REFUSALS)) expect(refusals.messages.ja, id).toHaveProperty(id)
  })

  test('a number chooses the plural form of its language', () => {
    const words = defineMessages('test-plural', {
      fr: { days: { one: '{{count}} jour', other: '{{count}} jours' } },
      ja: { days: { other: '{{count}}日' } },
      en: { days: { one: '{{count}} day', other: '{{count}} days' } },
    })
    const say = (language: 'fr' | 'ja' | 'en', count: number) => sayIn(words, language)('days', { count })
    expect([say('fr', 0), say('fr', 1), say('fr', 2)]).toEqual(['0 jour', '1 jour', '2 jours'])
    expect([say('ja', 1), say('ja', 2)]).toEqual(['1日', '2日'])
    expect([say('en', 0), say('en', 1)]).toEqual(['0 days', '1 day'])
    expect(say('fr', 1_000_000)).toBe('1000000 jours')
  })
})

function forms(message: string | { one?: string; other: string } | undefined): string[] {
  if (message === undefined) return []
  return typeof message === 'string' ? [message] : Object.values(message)
}

function placeholders(message: string | { one?: string; other: string } | undefined): string[] {
  const text = typeof message === 'string' ? message : (message?.other ?? '')
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort()
}
