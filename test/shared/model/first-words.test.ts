import { expect, test } from 'vitest'
import type { Block } from '../../../shared/model/bilingual-text.ts'
import { firstWords } from '../../../shared/model/first-words.ts'
import type { FactId } from '../../../shared/model/ids.ts'

const block = (...content: Block['content']) => ({ content })

test('[R8] the first words of a block end at a word where the language has spaces, and never inside a character', () => {
  const text = (words: string) => block({ type: 'text', text: words })
  expect(firstWords(text('Nous, représentants des collectivités'), 25)).toBe('Nous, représentants des…')
  expect(firstWords(text('私たち代表は𠮷野に集う'), 7)).toBe('私たち代表は𠮷…')
  expect(firstWords(text('  court '), 25)).toBe('court')
  expect(firstWords(null, 25)).toBe('')
})

test('[R8] [F1] a fact stands as an open bracket, a line break as a space', () => {
  const content = block(
    { type: 'text', text: 'Le' },
    { type: 'break' },
    { type: 'fact', fact: 'f' as FactId },
    { type: 'text', text: ' à Kyōto' },
  )
  expect(firstWords(content, 25)).toBe('Le […] à Kyōto')
})
