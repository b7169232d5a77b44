import { expect, it } from 'vitest'
import { sentences } from '../../../client/i18n/sentences.ts'

it('[D2] sets messages one after the other as each language does, and leaves empty ones out', () => {
  expect(sentences('fr', 'Une phrase.', '', 'Une autre.')).toBe('Une phrase. Une autre.')
  expect(sentences('ja', '一つ目。', '', '二つ目。')).toBe('一つ目。二つ目。')
})
