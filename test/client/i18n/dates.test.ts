import { describe, expect, test } from 'vitest'
import {
  calendarDays,
  calendarDaysBetween,
  instantAt,
  isoDay,
  isoTime,
  onBothClocks,
  shortDay,
} from '../../../shared/words/dates.ts'

const endOfMay = '2026-05-31T21:59:00.000Z'

describe('[R7] deadlines on both clocks', () => {
  test('with the weekday, in each language', () => {
    expect(onBothClocks(endOfMay, 'fr')).toBe(
      'dim. 31 mai 2026, 23:59 (Paris) · lun. 1er juin, 06:59 (Tokyo)',
    )
    expect(onBothClocks(endOfMay, 'ja')).toBe('2026年5月31日（日）23:59（パリ）・6月1日（月）06:59（東京）')
    expect(onBothClocks(endOfMay, 'en')).toBe('Sun 31 May 2026, 23:59 (Paris) · Mon 1 June, 06:59 (Tokyo)')
  })

  test('the clock in which it was meant comes first', () => {
    expect(onBothClocks(endOfMay, 'fr', 'Asia/Tokyo')).toBe(
      'lun. 1er juin 2026, 06:59 (Tokyo) · dim. 31 mai, 23:59 (Paris)',
    )
  })

  test('the year is repeated where the clocks stand in different years', () => {
    expect(onBothClocks('2026-12-31T20:00:00Z', 'fr')).toBe(
      'jeu. 31 décembre 2026, 21:00 (Paris) · ven. 1er janvier 2027, 05:00 (Tokyo)',
    )
  })

  test('days of a meeting', () => {
    expect(calendarDays('2026-10-21', '2026-10-24', 'fr')).toBe('du 21 au 24 octobre 2026')
    expect(calendarDays('2026-10-21', '2026-10-24', 'ja')).toBe('2026年10月21日（水）～24日（土）')
    expect(calendarDays('2026-10-21', '2026-10-24', 'en')).toBe('21–24 October 2026')
    expect(calendarDays('2026-09-30', '2026-10-01', 'fr')).toBe('du 30 septembre au 1er octobre 2026')
  })

  test('days left are those of the calendar of a zone, not of hours', () => {
    expect(calendarDaysBetween('2026-05-31T10:00:00Z', endOfMay, 'Europe/Paris')).toBe(0)
    expect(calendarDaysBetween('2026-05-31T10:00:00Z', endOfMay, 'Asia/Tokyo')).toBe(1)
    expect(calendarDaysBetween('2026-06-01T00:00:00Z', endOfMay, 'Europe/Paris')).toBe(-1)
  })

  test('a day and time on a clock give the instant, also beside a change of clocks', () => {
    expect(instantAt('2026-05-31', '23:59', 'Europe/Paris')).toBe(endOfMay)
    expect(instantAt('2026-06-01', '06:59', 'Asia/Tokyo')).toBe(endOfMay)
    for (const [day, time] of [
      ['2026-03-29', '03:30'],
      ['2026-03-29', '01:30'],
      ['2026-10-25', '12:00'],
      ['2026-10-25', '01:00'],
    ] as const) {
      const instant = instantAt(day, time, 'Europe/Paris')
      expect([isoDay(instant, 'Europe/Paris'), isoTime(instant, 'Europe/Paris')]).toEqual([day, time])
    }
    // The hour that does not exist is read as the one after it.
    expect(isoTime(instantAt('2026-03-29', '02:30', 'Europe/Paris'), 'Europe/Paris')).toBe('03:30')
  })

  test('[D2] a day in few words is that of the clock it is read on, with the year when it is another', () => {
    const today = '2026-06-10T12:00:00Z'
    expect(shortDay(endOfMay, today, 'fr', 'Europe/Paris')).toBe('31 mai')
    expect(shortDay(endOfMay, today, 'fr', 'Asia/Tokyo')).toBe('1er juin')
    expect(shortDay(endOfMay, today, 'ja', 'Asia/Tokyo')).toBe('6月1日')
    expect(shortDay(endOfMay, '2027-01-02T12:00:00Z', 'ja', 'Asia/Tokyo')).toBe('2026年6月1日')
  })
})
