// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import type { KeptSaving } from '../../../client/saving-states.ts'
import { forgetSavings, keepSaving, outstanding } from '../../../client/saving-states.ts'
import type { DraftId, PersonId } from '../../../shared/model/ids.ts'

const person = 'person-1' as PersonId
const kept = (saving: KeptSaving['saving'], open = true): KeptSaving => ({
  draft: 'draft-1' as DraftId,
  person,
  title: { fr: 'Déclaration', ja: '宣言' },
  saving,
  at: '2030-01-01T00:00:00.000Z',
  open,
})
const stored = () => Object.keys(localStorage).length

describe('[D3] what this browser says of its drafts', () => {
  beforeEach(() => {
    for (const draft of ['draft-1', 'draft-2'])
      keepSaving({ ...kept({ state: 'stored' }, false), draft: draft as DraftId })
    forgetSavings(person)
    localStorage.clear()
  })

  test('a draft left with everything stored is forgotten', () => {
    keepSaving(kept({ state: 'stored' }))
    expect(stored()).toBe(1)
    keepSaving(kept({ state: 'stored' }, false))
    expect(stored()).toBe(0)
  })

  test('a draft left with changes on this device only is remembered', () => {
    keepSaving(kept({ state: 'device', pending: 3 }))
    keepSaving(kept({ state: 'device', pending: 4 }, false))
    expect(stored()).toBe(1)
  })

  test('a page that is closed leaves only what is outstanding', () => {
    keepSaving(kept({ state: 'stored' }))
    keepSaving({ ...kept({ state: 'device', pending: 1 }), draft: 'draft-2' as DraftId })
    window.dispatchEvent(new Event('pagehide'))
    expect(Object.keys(localStorage)).toEqual(['concordance:saving:draft-2'])
  })

  test('received is not stored', () => {
    expect(outstanding({ state: 'received' })).toBe(true)
    expect(outstanding({ state: 'stored' })).toBe(false)
    expect(outstanding({ state: 'refused', why: 'closed', unsaved: false })).toBe(false)
  })

  test('one keystroke more is no news, another state is', () => {
    keepSaving(kept({ state: 'device', pending: 1 }))
    localStorage.clear()
    keepSaving(kept({ state: 'device', pending: 2 }))
    expect(stored()).toBe(0)
    keepSaving(kept({ state: 'received' }))
    expect(stored()).toBe(1)
  })

  test('signing out forgets one’s own and nobody else’s', () => {
    keepSaving(kept({ state: 'device', pending: 1 }))
    keepSaving({
      ...kept({ state: 'device', pending: 1 }),
      draft: 'draft-2' as DraftId,
      person: 'person-2' as PersonId,
    })
    forgetSavings(person)
    expect(Object.keys(localStorage)).toEqual(['concordance:saving:draft-2'])
  })

  test('it holds no text of the draft', () => {
    keepSaving(kept({ state: 'device', pending: 1 }))
    expect(Object.keys(JSON.parse(Object.values(localStorage)[0] as string)).sort()).toEqual(
      ['at', 'draft', 'open', 'person', 'saving', 'title'].sort(),
    )
  })
})
