import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { numberChanges } from '../../../shared/compare/number-changes.ts'
import type { Language } from '../../../shared/model/language.ts'
import { withoutIds } from './generated-revision.ts'
import { type Lines, textOf } from './redline.ts'

const OLD: Lines = {
  fr: [
    'u1 commitment | Nous réduisons nos émissions.',
    'u2 commitment | Nous associons la jeunesse.',
    'u3 commitment | Nous nous retrouvons dans deux ans.',
  ],
  ja: [
    'u1 commitment | 排出量を削減する。',
    'u2 commitment | 若者が参加する。',
    'u3 commitment | 二年後に再会する。',
  ],
}

describe('numbers that changed', () => {
  test('[C2] a commitment put in above renumbers those below, which is no change of theirs', () => {
    const now = {
      fr: OLD.fr.toSpliced(1, 0, 'u9 commitment | Nous protégeons les forêts.'),
      ja: OLD.ja.toSpliced(1, 0, 'u9 commitment | 森林を守る。'),
    }
    const comparison = compareTexts(textOf(OLD), textOf(now))
    expect(changes(OLD, now)).toEqual(['u2 2. → 3.', 'u3 3. → 4.'])
    expect(changes(OLD, now, 'ja')).toEqual(['u2 2． → 3．', 'u3 3． → 4．'])
    expect(comparison.rows.flatMap(({ kinds }) => kinds)).toEqual(['inserted'])
  })

  test('[C2] a unit that became a commitment, or is none any more, has a number on one side only', () => {
    const now = {
      fr: OLD.fr.with(1, 'u2 | Nous associons la jeunesse.'),
      ja: OLD.ja.with(1, 'u2 | 若者が参加する。'),
    }
    expect(changes(OLD, now)).toEqual(['u2 2. → –', 'u3 3. → 2.'])
    expect(changes(now, OLD)).toEqual(['u2 – → 2.', 'u3 2. → 3.'])
  })

  test('[C2] two commitments that changed places changed numbers; inserted and deleted ones have but one', () => {
    const swapped = { fr: [OLD.fr[1]!, OLD.fr[0]!, OLD.fr[2]!], ja: [OLD.ja[1]!, OLD.ja[0]!, OLD.ja[2]!] }
    expect(changes(OLD, swapped)).toEqual(['u2 2. → 1.', 'u1 1. → 2.'])
    expect(changes(OLD, { fr: OLD.fr.slice(0, 2), ja: OLD.ja.slice(0, 2) })).toEqual([])
  })

  test('[C2] the second half of a split commitment has a number of its own', () => {
    const whole = {
      fr: ['u1 commitment | Nous réduisons nos émissions. Nous en rendons compte.', OLD.fr[2]!],
      ja: ['u1 commitment | 排出量を削減する。その結果を報告する。', OLD.ja[2]!],
    }
    const halves = {
      fr: [
        'u1 commitment | Nous réduisons nos émissions.',
        'u5 commitment | Nous en rendons compte.',
        OLD.fr[2]!,
      ],
      ja: ['u1 commitment | 排出量を削減する。', 'u5 commitment | その結果を報告する。', OLD.ja[2]!],
    }
    expect(changes(whole, halves)).toEqual(['u5 – → 2.', 'u3 2. → 3.'])
    expect(changes(halves, whole)).toEqual(['u3 3. → 2.'])
  })

  test('[C2] where one language lacks the unit the other one tells; bullets are no numbers', () => {
    const old = { fr: [], ja: OLD.ja }
    const now = { fr: [], ja: OLD.ja.toSpliced(0, 1) }
    expect(changes(old, now)).toEqual(['u2 2． → 1．', 'u3 3． → 2．'])
    const bullets = (kind: string) => ({ fr: [`u1 ${kind} | Les villes.`], ja: [`u1 ${kind} | 都市。`] })
    expect(changes(bullets('paragraph'), bullets('bullet'))).toEqual([])
  })
})

function changes(old: Lines, now: Lines, language?: Language): string[] {
  const told = (withIds: boolean) =>
    [
      ...numberChanges(compareTexts(textOf(old), withIds ? textOf(now) : withoutIds(textOf(now))), language),
    ].map(([key, change]) => `${key.replace('i-u', 'u')} ${change.old ?? '–'} → ${change.new ?? '–'}`)
  expect(told(false)).toEqual(told(true))
  return told(true)
}
