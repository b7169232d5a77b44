import { describe, expect, test } from 'vitest'
import { MAIL_WORDS, type MailWord, mailWords } from '../../../server/mail/mail-words.ts'
import { INTERFACE_LANGUAGES } from '../../../shared/model/language.ts'
import { ACT_KINDS } from '../../../shared/protocol/views.ts'
import { ACT_WORDS } from '../../../shared/words/act-words.ts'
import { frenchSpaces } from '../../../shared/words/french-spaces.ts'
import { type Message, say } from '../../../shared/words/say.ts'

const WORDS = Object.keys(MAIL_WORDS.fr) as MailWord[]

describe('[D4] the words of mails', () => {
  test('are there in the three languages, with the same placeholders', () => {
    expect(WORDS.length).toBeGreaterThan(60)
    for (const word of WORDS) {
      const messages = INTERFACE_LANGUAGES.map(language => MAIL_WORDS[language][word] as Message)
      for (const message of messages) {
        expect(
          forms(message).every(form => form.trim() !== ''),
          word,
        ).toBe(true)
        expect(placeholders(message), word).toEqual(placeholders(messages[0]!))
        expect(typeof message, word).toBe(typeof messages[0])
      }
    }
    for (const language of INTERFACE_LANGUAGES) {
      expect(Object.keys(MAIL_WORDS[language]).sort()).toEqual([...WORDS].sort())
      expect(Object.keys(ACT_WORDS[language]).sort()).toEqual([...ACT_KINDS].sort())
    }
  })

  test('French has its no-break spaces and its apostrophes, Japanese its own punctuation', () => {
    for (const word of WORDS) {
      for (const form of forms(MAIL_WORDS.fr[word]).map(frenchSpaces)) {
        expect(form, form).not.toMatch(/[^\s\u2026(][;!?»](?!\S)| [:;!?»]|« |[^\s\d]:(?=\s)/u)
        expect(form, form).not.toMatch(/\p{L}'\p{L}/u)
      }
      for (const form of forms(MAIL_WORDS.ja[word]))
        expect(form, form).not.toMatch(/[ぁ-んァ-ヶ一-龠][,.!?:;()]|[,.!?;()][ぁ-んァ-ヶ一-龠]/u)
    }
    expect(mailWords('fr')('quote', { words: 'mot' })).toBe('«\u00A0mot\u00A0»')
  })

  test('a number chooses the plural form; what people wrote is put in as it is', () => {
    const counted = (language: 'fr' | 'ja' | 'en') =>
      [0, 1, 2].map(count => mailWords(language)('news', { count }))
    expect(counted('fr')).toEqual(['0 nouveauté', '1 nouveauté', '2 nouveautés'])
    expect(counted('ja')).toEqual(['新着0件', '新着1件', '新着2件'])
    expect(counted('en')).toEqual(['0 things new', '1 thing new', '2 things new'])
    expect(say('a {{b}} c', 'en', { b: '{{c}} $& ?' })).toBe('a {{c}} $& ? c')
    expect(say('{{b}} !', 'fr', { b: 'x ?' })).toBe('x ?\u202F!')
  })

  test('a value that is missing is a fault, not a gap', () => {
    expect(() => say('a {{b}}', 'en')).toThrow('needs b')
    expect(() => say({ other: '{{count}}' }, 'en')).toThrow('needs count')
  })
})

function forms(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message)
}

function placeholders(message: Message): string[] {
  const text = typeof message === 'string' ? message : message.other
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort()
}
