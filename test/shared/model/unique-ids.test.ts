import { expect, test } from 'vitest'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import { withUniqueIds } from '../../../shared/model/unique-ids.ts'

const block = (id: string, unit: string) =>
  ({ id, unit, kind: 'paragraph', level: 1, content: [] }) as unknown as Block
const idsOf = ({ fr, ja }: BilingualText) => [...fr, ...ja].map(({ id, unit }) => [id, unit])

test('[U2] a version has one id per block, the same for everyone who reads the draft', () => {
  const text = {
    fr: [block('a', 'u'), block('a', 'u'), block('a~2', 'v')],
    ja: [block('', ''), block('a', 'w')],
  }
  const unique = withUniqueIds(text)
  expect(idsOf(unique)).toEqual([
    ['a', 'u'],
    ['a~2', 'u'],
    ['a~2~2', 'v'],
    ['block', 'unit-of-block'],
    ['a~3', 'w'],
  ])
  expect(withUniqueIds(unique)).toBe(unique)
})
