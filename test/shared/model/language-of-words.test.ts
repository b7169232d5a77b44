import { expect, test } from 'vitest'
import { languageOfWords } from '../../../shared/model/language-of-words.ts'

test('[U6] words in kana or kanji are Japanese, names in Latin letters among them or not', () => {
  for (const words of [
    '承知しました。',
    'コメント',
    '第9回',
    'V1-FRAの修正案に賛成します。',
    'カンヌ（Cannes）で開催',
  ])
    expect(languageOfWords(words), words).toBe('ja')
})

test('[U6] Latin letters may be French or English: no language is said', () => {
  for (const words of [
    'Nous préférons « coopérer ».',
    'We agree.',
    'OK',
    'Pourquoi « 促進する » plutôt que « promouvoir » ?',
  ])
    expect(languageOfWords(words), words).toBe('')
})

test('[U6] nor of figures and signs', () => {
  for (const words of ['', '2026', '＋＋', '→ !']) expect(languageOfWords(words), words).toBe('')
})
