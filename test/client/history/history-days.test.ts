/** [R8] The sittings as one reads them: by day, small ones folded, numbers of paragraphs drawn together. */
import { describe, expect, it } from 'vitest'
import {
  historyDays,
  isSmall,
  numbersOf,
  unitNumbers,
} from '../../../client/features/history/history-days.ts'
import type { ChangeKind } from '../../../shared/compare/change-kinds.ts'
import type { SittingUnit, SittingView } from '../../../shared/protocol/views.ts'
import { clockSpans } from '../../../shared/words/dates.ts'

function unit(number: number, fr: readonly ChangeKind[], ja: readonly ChangeKind[] = fr): SittingUnit {
  return { id: `u${number}` as SittingUnit['id'], number, kinds: { fr, ja }, words: { fr: '', ja: '' } }
}

function sitting(id: string, to: string, more: Partial<SittingView> = {}): SittingView {
  return {
    id,
    from: to,
    to,
    state: to,
    before: null,
    after: `state:draft@${to}`,
    restored: null,
    decisions: false,
    integrated: false,
    unitChanged: false,
    people: [],
    units: [unit(1, ['modified'])],
    ...more,
  }
}

describe('the days of a history', () => {
  it('[R8] are the reader’s, the newest first', () => {
    const sittings = [sitting('b', '2031-01-10T23:30:00.000Z'), sitting('a', '2031-01-10T14:00:00.000Z')]
    const days = (zone: string) => historyDays(sittings, zone, new Set()).map(({ day }) => day)
    expect(days('Europe/Paris')).toEqual(['2031-01-11', '2031-01-10'])
    expect(days('Asia/Tokyo')).toEqual(['2031-01-11', '2031-01-10'])
    expect(days('UTC')).toEqual(['2031-01-10'])
  })

  it('[R8] fold small sittings that are neighbours, and open them', () => {
    const at = (minute: number) => `2031-01-10T10:0${minute}:00.000Z`
    const small = { units: [unit(1, ['typographic'], [])] }
    const sittings = [
      sitting('e', at(5)),
      sitting('d', at(4), small),
      sitting('c', at(3), { units: [] }),
      sitting('b', at(2)),
      sitting('a', at(1), small),
    ]
    const shown = (open: ReadonlySet<string>) =>
      historyDays(sittings, 'UTC', open)[0]!.items.map(item =>
        item.type === 'fold' ? item.sittings.map(({ id }) => id).join('') : item.sitting.id,
      )
    expect(shown(new Set())).toEqual(['e', 'dc', 'b', 'a'])
    expect(shown(new Set(['d']))).toEqual(['e', 'd', 'c', 'b', 'a'])
  })

  it('[R8] never fold what goes on, a restoration, decisions, or what cannot be read', () => {
    const at = '2031-01-10T10:00:00.000Z'
    expect(isSmall(sitting('a', at, { units: [] }))).toBe(true)
    expect(isSmall(sitting('a', at, { units: [unit(1, ['formatting'])] }))).toBe(true)
    for (const more of [
      { units: [unit(1, ['formatting']), unit(2, [], ['kind'])] },
      { units: [unit(1, ['split'])] },
      { units: [], state: null },
      { units: [], restored: at },
      { units: [], decisions: true },
      { units: null },
    ] as const)
      expect(isSmall(sitting('a', at, more)), JSON.stringify(more)).toBe(false)
  })
})

describe('the paragraphs of a sitting', () => {
  const units = [1, 2, 3, 7, 9].map(number => unit(number, ['modified']))

  it('[R8] are named by number, neighbours together, by the languages they changed in', () => {
    const both = unitNumbers(units, () => true)
    expect(both).toEqual({ both: ['1–3', '7', '9'], fr: [], ja: [] })
    const mixed = unitNumbers(units, (index, language) => language === 'fr' || index > 2)
    expect(mixed).toEqual({ both: ['7', '9'], fr: ['1–3'], ja: [] })
  })

  it('[R8] are each person’s own', () => {
    const person = { by: null, side: 'fra', units: { fr: [0, 3], ja: [3, 4] } } as const
    expect(numbersOf(units, person)).toEqual({ both: ['7'], fr: ['1'], ja: ['9'] })
  })
})

describe('a span on both clocks', () => {
  const spans = (from: string, to: string, language: 'fr' | 'ja' | 'en') =>
    clockSpans(from, to, language).map(({ text, name }) => `${text} ${name}`)

  it('[D2] names the day once, and both days over midnight', () => {
    expect(spans('2026-06-03T01:12:00Z', '2026-06-03T01:26:00Z', 'fr')).toEqual([
      'mer. 3 juin, 03:12 – 03:26 Paris',
      'mer. 3 juin, 10:12 – 10:26 Tokyo',
    ])
    expect(spans('2026-06-03T14:50:00Z', '2026-06-03T15:10:00Z', 'ja')).toEqual([
      '6月3日（水）16:50～17:10 パリ',
      '6月3日（水）23:50～6月4日（木）00:10 東京',
    ])
    expect(spans('2026-06-03T14:50:10Z', '2026-06-03T14:50:59Z', 'en')).toEqual([
      'Wed 3 June, 16:50 Paris',
      'Wed 3 June, 23:50 Tokyo',
    ])
  })
})
