import { describe, expect, test } from 'vitest'
import {
  type ComparisonItem,
  comparisonItems,
  countChanges,
  NO_FILTERS,
  neighbourChange,
} from '../../../client/features/compare/comparison-items.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { declaration, type Lines } from './texts.ts'

const BASE: Lines = {
  t: ['Déclaration finale', '最終宣言'],
  a: ['Nous, représentants des collectivités territoriales,', '私たち、地方自治体の代表は、'],
  b: ['Rappelant les rencontres précédentes et leur esprit,', '前回までの会議とその精神を想起し、'],
  h: ['Économie et emploi', '経済と雇用', 'heading'],
  c: ['Les entreprises locales sont au cœur de l’attractivité.', '地元企業は地域の魅力の中心である。'],
  d: ['La culture rassemble les habitants de nos deux pays.', '文化は両国の住民を結び付ける。'],
  e: ['Fait en double exemplaire.', '2通作成した。'],
}

function items(to: Lines, filters = NO_FILTERS, open: readonly string[] = []): ComparisonItem[] {
  return comparisonItems(compareTexts(declaration(BASE), declaration(to)), filters, new Set(open))
}
/** "c1" a change, "h" an unchanged row, "(a b)" a fold, "→d" a pointer. */
function printed(list: readonly ComparisonItem[]): string[] {
  return list.map(item =>
    item.type === 'fold'
      ? `(${item.rows.map(row => row.key).join(' ')})`
      : item.place === 'left'
        ? `→${item.row.key}`
        : `${item.row.key}${item.change ?? ''}`,
  )
}

describe('what a comparison prints', () => {
  test('[C4] unchanged parts fold, and a heading just before a change stays in sight', () => {
    const to = {
      ...BASE,
      c: ['Les entreprises locales sont au centre de l’attractivité.', BASE.c![1]] as const,
    }
    expect(printed(items(to))).toEqual(['(t a b)', 'h', 'c1', '(d e)'])
  })

  test('[C4] an opened fold prints its rows, unchanged', () => {
    const to = { ...BASE, d: ['La culture rassemble tous les habitants.', BASE.d![1]] as const }
    const fold = items(to).find(item => item.type === 'fold')!
    expect(printed(items(to, NO_FILTERS, [fold.key]))).toEqual(['t', 'a', 'b', 'h', 'c', 'd1', '(e)'])
  })

  test('[C3] the filter of one-language changes leaves only those', () => {
    const to = {
      ...BASE,
      a: [
        'Nous, maires et représentants des collectivités territoriales,',
        '私たち、市長及び地方自治体の代表は、',
      ] as const,
      d: [BASE.d![0], '文化と芸術は両国の住民を結び付ける。'] as const,
    }
    expect(printed(items(to, { ...NO_FILTERS, alarmsOnly: true }))).toEqual(['(t a b h c)', 'd1', '(e)'])
  })

  test('[C2] typographic changes can be hidden', () => {
    const to = {
      ...BASE,
      e: ['Fait en double exemplaire .', BASE.e![1]] as const,
      d: ['Nouveau.', '新規。'] as const,
    }
    const comparison = compareTexts(declaration(BASE), declaration(to))
    expect(countChanges(comparison, NO_FILTERS)).toBe(2)
    expect(countChanges(comparison, { ...NO_FILTERS, hideTypographic: true })).toBe(1)
  })

  test('[C2] a moved unit is printed once, with a pointer where it stood', () => {
    const { d, ...others } = BASE
    const to = { t: others.t!, d: d!, a: others.a!, b: others.b!, h: others.h!, c: others.c!, e: others.e! }
    expect(printed(items(to))).toEqual(['(t)', 'd1', '(a b h c)', '→d', '(e)'])
  })

  test('[C3] two identical texts print one fold and no change', () => {
    expect(printed(items(BASE))).toEqual(['(t a b h c d e)'])
  })
})

describe('walking through the changes', () => {
  test('[C4] goes round at both ends', () => {
    expect([neighbourChange(null, 1, 3), neighbourChange(3, 1, 3), neighbourChange(1, -1, 3)]).toEqual([
      1, 1, 3,
    ])
    expect(neighbourChange(null, -1, 3)).toBe(3)
    expect(neighbourChange(null, 1, 0)).toBeNull()
  })
})
