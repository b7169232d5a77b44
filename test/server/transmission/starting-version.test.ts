import { describe, expect, it } from 'vitest'
import { startingVersion } from '../../../server/transmission/starting-version.ts'
import { freeLabel } from '../../../server/transmission/version-label.ts'
import type { Side } from '../../../shared/model/bilingual-text.ts'

const version = (number: number, side: Side | null, origin: 'import' | 'transmission' = 'transmission') => ({
  number,
  side,
  origin,
})
const previous = version(1, null, 'import')
const v1 = version(2, 'jap')
const answer = version(3, 'fra')

describe('the version a draft starts from', () => {
  it('[R3] the first proposal starts from the declaration of the previous edition', () => {
    expect(startingVersion([previous], 'jap', 'previous-edition')).toBe(previous)
  })
  it('[R3] an answer starts from the version received', () => {
    expect(startingVersion([previous, v1], 'fra', 'last-received')).toBe(v1)
  })
  it('[R3] the second proposal starts from the last version of its own side', () => {
    expect(startingVersion([previous, v1, answer], 'jap', 'last-own')).toBe(v1)
  })
  it('[R3] a side without a version of its own starts from what it received, else from the previous edition', () => {
    expect(startingVersion([previous, v1], 'fra', 'last-own')).toBe(v1)
    expect(startingVersion([previous], 'fra', 'last-own')).toBe(previous)
    expect(startingVersion([previous], 'fra', 'last-received')).toBe(previous)
  })
  it('[R3] a joint draft starts from the last version of either side', () => {
    expect(startingVersion([previous, v1, answer], 'joint', 'last-received')).toBe(answer)
    expect(startingVersion([answer, v1, previous], 'joint', 'last-own')).toBe(answer)
  })
  it('[R3] after a joint version, each side continues that', () => {
    const joint = version(4, null)
    expect(startingVersion([previous, v1, answer, joint], 'fra', 'last-own')).toBe(joint)
    expect(startingVersion([previous, v1, answer, joint], 'fra', 'last-received')).toBe(joint)
  })
  it('a text without versions starts from a blank page', () => {
    expect(startingVersion([], 'jap', 'previous-edition')).toBeUndefined()
  })
})

describe('the label of a version', () => {
  it('[R4] is the one its stage gives, and tells itself apart when that is taken', () => {
    expect(freeLabel('V1', [])).toBe('V1')
    expect(freeLabel('V1', ['V1'])).toBe('V1 (2)')
    expect(freeLabel('V1', ['V1', 'V1 (2)', 'V2'])).toBe('V1 (3)')
  })
})
