import { expect, test } from 'vitest'
import { excerpt } from '../../../client/features/compare/compared-texts.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { declaration } from './texts.ts'

test('[C2] a pointer ends at a word in French, at a character in Japanese', () => {
  const text = declaration({
    a: ['Nous félicitant du soutien constant', '両国政府の変わらぬ支援を歓迎し、'],
  })
  const [row] = compareTexts(text, text).rows
  expect(excerpt(row!, 'fr', 20)).toBe('Nous félicitant du…')
  expect(excerpt(row!, 'ja', 6)).toBe('両国政府の変…')
  expect(excerpt(row!, 'fr', 99)).toBe('Nous félicitant du soutien constant')
})
