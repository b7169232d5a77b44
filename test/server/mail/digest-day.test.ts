import { describe, expect, test } from 'vitest'
import { dueDay } from '../../../server/mail/digest-day.ts'

const due = (now: string, hour: number, zone: string) => dueDay(now, hour, zone)?.day ?? null

describe('[D4] the day whose digest is due', () => {
  test('begins at the chosen hour on the reader’s own clock, and lasts six hours', () => {
    expect(due('2031-01-10T05:59:59.000Z', 7, 'Europe/Paris')).toBeNull()
    expect(due('2031-01-10T06:00:00.000Z', 7, 'Europe/Paris')).toBe('2031-01-10')
    expect(due('2031-01-10T11:59:59.000Z', 7, 'Europe/Paris')).toBe('2031-01-10')
    expect(due('2031-01-10T12:00:00.000Z', 7, 'Europe/Paris')).toBeNull()
    expect(due('2031-01-09T22:00:00.000Z', 7, 'Asia/Tokyo')).toBe('2031-01-10')
  })

  test('after midnight it may still be yesterday’s', () => {
    expect(due('2031-01-10T22:30:00.000Z', 23, 'Europe/Paris')).toBe('2031-01-10')
    expect(due('2031-01-11T03:30:00.000Z', 23, 'Europe/Paris')).toBe('2031-01-10')
    expect(due('2031-01-11T04:30:00.000Z', 23, 'Europe/Paris')).toBeNull()
    expect(due('2031-01-01T00:30:00.000Z', 23, 'Europe/Paris')).toBe('2030-12-31')
  })

  test('an hour that summer time skips is the one after it', () => {
    // 30 March 2031, 02:00 in Paris does not exist: 01:00 UTC is 03:00 there.
    expect(due('2031-03-30T00:59:00.000Z', 2, 'Europe/Paris')).toBeNull()
    expect(due('2031-03-30T01:00:00.000Z', 2, 'Europe/Paris')).toBe('2031-03-30')
  })

  test('an hour that comes twice has one day', () => {
    // 26 October 2031: 02:00 in Paris is 00:00 UTC and 01:00 UTC.
    const days = ['2031-10-26T00:10:00.000Z', '2031-10-26T01:10:00.000Z', '2031-10-26T02:10:00.000Z'].map(
      now => due(now, 2, 'Europe/Paris'),
    )
    expect(new Set(days.filter(day => day !== null))).toEqual(new Set(['2031-10-26']))
    expect(days[2]).toBe('2031-10-26')
  })

  test('every day of a year has exactly one stretch, in every zone', () => {
    for (const zone of ['Europe/Paris', 'Asia/Tokyo', 'Pacific/Chatham', 'America/St_Johns']) {
      const seen = new Map<string, number>()
      let last: string | null = null
      for (
        let at = Date.parse('2031-01-01T12:00:00Z');
        at < Date.parse('2032-01-01T12:00:00Z');
        at += 1_800_000
      ) {
        const day = due(new Date(at).toISOString(), 2, zone)
        if (day && day !== last) seen.set(day, (seen.get(day) ?? 0) + 1)
        last = day
      }
      expect(
        [...seen.values()].every(count => count === 1),
        zone,
      ).toBe(true)
      expect(seen.size, zone).toBeGreaterThanOrEqual(365)
    }
  })
})
