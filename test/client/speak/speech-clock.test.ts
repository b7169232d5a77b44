import { describe, expect, it } from 'vitest'
import { readCopyQuery } from '../../../client/features/speak/reading-copy-query.ts'
import { readPreferences } from '../../../client/features/speak/speak-preferences.ts'
import {
  clockFace,
  elapsedSeconds,
  STOPPED,
  setBack,
  startOrPause,
} from '../../../client/features/speak/speech-clock.ts'

describe('the clock', () => {
  it('[W5] counts what ran, over pauses', () => {
    const first = startOrPause(STOPPED, 1_000)
    const paused = startOrPause(first, 61_000)
    expect(elapsedSeconds(paused, 999_000)).toBe(60)
    expect(elapsedSeconds(startOrPause(paused, 100_000), 130_000)).toBe(90)
  })

  it('[W5] goes on from nothing when it is set back while it runs, and stands when it stood', () => {
    expect(elapsedSeconds(setBack({ before: 5_000, since: 0 }, 60_000), 63_000)).toBe(3)
    expect(setBack({ before: 5_000, since: null }, 60_000)).toEqual(STOPPED)
  })

  it('[W5] does not run backwards when the device is set back', () => {
    expect(elapsedSeconds({ before: 5_000, since: 60_000 }, 50_000)).toBe(5)
  })

  it('[W5] has a face of minutes, and of hours when it comes to that', () => {
    expect([0, 59.9, 754, 3_754].map(clockFace)).toEqual(['00:00', '00:59', '12:34', '1:02:34'])
  })
})

describe('what the device keeps', () => {
  const storage = (kept: string | null) => ({ getItem: () => kept })

  it('[W5] begins with both languages, light on dark at the lectern and dark on light in the hall', () => {
    expect(readPreferences(storage(null), 'speaker')).toMatchObject({
      shown: 'both',
      dark: true,
      notes: true,
    })
    expect(readPreferences(storage(null), 'hall')).toMatchObject({ shown: 'both', dark: false })
  })

  it('[W5] keeps what can be read of an entry that is not ours', () => {
    const found = readPreferences(storage('{"shown":"ja","size":99,"notes":"yes"}'), 'speaker')
    expect(found).toMatchObject({ shown: 'ja', size: 0, notes: true })
    expect(readPreferences(storage('not JSON'), 'hall').size).toBe(0)
    expect(readPreferences(storage('[1]'), 'hall').size).toBe(0)
  })
})

it('[W5] a reading copy takes its language and size from the address, and only those there are', () => {
  expect(readCopyQuery(new URLSearchParams('language=both&size=20'))).toEqual({ language: 'both', size: 20 })
  expect(readCopyQuery(new URLSearchParams('language=de&size=99')).size).toBe(16)
})
