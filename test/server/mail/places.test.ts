import { describe, expect, test } from 'vitest'
import { undecidedAddress } from '../../../client/features/amendments/undecided-address.ts'
import { compareLink } from '../../../client/features/compare/comparison-address.ts'
import { threadAddress } from '../../../client/features/threads/thread-address.ts'
import { comparePath, threadPath, undecidedPath } from '../../../server/mail/places.ts'
import { draftPlace, versionPlace } from '../../../shared/model/thread.ts'

describe('[D4] the places that a mail leads to', () => {
  test('are those that the pages lead to', () => {
    const [from, to] = ['state:draft-1@2031-01-10T09:00:00.000Z', 'draft:draft-1']
    expect(comparePath(from, to, 'unit-1')).toBe(`${compareLink(from, to)}&at=unit-1`)
    for (const place of [draftPlace('draft-1' as never), versionPlace('version-1' as never)])
      expect(threadPath(place, 'thread-1')).toBe(threadAddress(place, 'thread-1'))
    expect(undecidedPath('draft-1' as never)).toBe(undecidedAddress('draft-1'))
  })
})
