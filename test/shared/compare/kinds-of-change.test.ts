import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyComparison, revertComparison } from '../../../shared/compare/apply-comparison.ts'
import { CHANGE_KINDS, compareTexts } from '../../../shared/compare/comparison.ts'
import { withoutIds } from './generated-revision.ts'
import { type Lines, redline, textOf } from './redline.ts'

type Case = {
  readonly kind: string
  readonly title: string
  readonly alarm?: string
  readonly old: Lines
  readonly new: Lines
  readonly redline: readonly string[]
}
const cases: Case[] = JSON.parse(
  readFileSync(new URL('../../fixtures/compare/kinds-of-change.json', import.meta.url), 'utf8'),
)

describe('each kind of change, in both languages', () => {
  for (const { kind, title, alarm, old, new: now, redline: expected } of cases)
    test(`[C2]${alarm ? ' [C3]' : ''} ${kind}: ${title}`, () => {
      const [a, b] = [textOf(old), textOf(now)]
      const comparison = compareTexts(a, b)
      expect(redline(comparison)).toEqual(expected)
      expect(comparison.counts.alarms).toBe(alarm ? 1 : 0)
      expect(applyComparison(a, comparison)).toEqual(b)
      expect(revertComparison(b, comparison)).toEqual(a)
    })

  for (const { kind, title, old, new: now, redline: expected } of cases)
    test(`[C1] the same is found by content, without ids: ${kind}, ${title}`, () => {
      const comparison = compareTexts(textOf(old), withoutIds(textOf(now)))
      expect(redline(comparison).map(line => line.replaceAll('i-u', 'u'))).toEqual(expected)
    })

  test('[C1] an insertion between a word and the space after it leaves the space in place', () => {
    const [a, b] = [
      textOf({ fr: ['u1 | des villes et des régions'], ja: [] }),
      textOf({ fr: ['u1 | des villes, des communes et des régions'], ja: [] }),
    ]
    expect(redline(compareTexts(a, b)).join('\n')).toContain('villes{+, des communes+} et')
    expect(redline(compareTexts(b, a)).join('\n')).toContain('villes[-, des communes-] et')
  })

  test('there is a case for every kind that words alone can show', () => {
    const met = new Set(cases.map(({ kind }) => kind))
    expect(CHANGE_KINDS.filter(kind => !met.has(kind))).toEqual(['formatting'])
  })
})
