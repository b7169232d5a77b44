import { describe, expect, test } from 'vitest'
import { type ComparisonFilters, NO_FILTERS } from '../../../client/features/compare/comparison-filters.ts'
import {
  type ComparisonItem,
  changeKeys,
  comparisonItems,
  foldsAround,
  neighbourChange,
  shownRows,
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

type Asked = { readonly filters?: Partial<ComparisonFilters>; readonly seen?: readonly string[] }

function items(to: Lines, { filters, seen }: Asked = {}, open: readonly string[] = []): ComparisonItem[] {
  const comparison = compareTexts(declaration(BASE), declaration(to))
  const shown = shownRows(comparison, { ...NO_FILTERS, ...filters }, new Set(seen))
  return comparisonItems(comparison, shown, new Set(open))
}
/** "c1" a change, "h" an unchanged row, "(a b)" a fold, "(a b!1)" one that hides a change, "[" an open one, "→d" a pointer. */
function printed(list: readonly ComparisonItem[]): string[] {
  return list.map(item =>
    item.type === 'fold'
      ? item.open
        ? '['
        : `(${item.rows.map(row => row.key).join(' ')}${item.hidden ? `!${item.hidden}` : ''})`
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
    expect(printed(items(to, {}, [fold.key]))).toEqual(['[', 't', 'a', 'b', 'h', 'c', 'd1', '(e)'])
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
    expect(printed(items(to, { filters: { alarmsOnly: true } }))).toEqual(['(t a b h c!1)', 'd1', '(e)'])
  })

  test('[C4] substance and form are told apart; a fold says how many changes it hides', () => {
    const to = {
      ...BASE,
      e: ['Fait en double exemplaire .', BASE.e![1]] as const,
      d: ['Nouveau.', '新規。'] as const,
    }
    const shown = (filters: Partial<ComparisonFilters>) => printed(items(to, { filters }))
    expect(shown({ weight: 'substance' })).toEqual(['(t a b h c)', 'd1', '(e!1)'])
    expect(shown({ weight: 'form' })).toEqual(['(t a b h c d!1)', 'e1'])
    expect(shown({})).toEqual(['(t a b h c)', 'd1', 'e2'])
  })

  test('[C4] kinds are chosen one by one, and in one language when a language is chosen', () => {
    const { e, ...others } = BASE
    const to = {
      t: others.t!,
      e: e!,
      a: ['Nous, représentants élus des collectivités territoriales,', BASE.a![1]] as const,
      b: others.b!,
      h: others.h!,
      c: others.c!,
      n: ['Un engagement nouveau.', '新しい約束。'] as const,
    }
    const keys = (filters: Partial<ComparisonFilters>) => changeKeys(items(to, { filters }))
    expect(keys({})).toEqual(['e', 'a', '-d', 'n'])
    expect(keys({ kinds: ['moved'] })).toEqual(['e'])
    expect(keys({ kinds: ['moved', 'inserted'] })).toEqual(['e', 'n'])
    expect(keys({ changedIn: 'ja' })).toEqual(['e', '-d', 'n'])
    expect(keys({ changedIn: 'fr', kinds: ['modified'] })).toEqual(['a'])
    expect(keys({ changedIn: 'ja', kinds: ['modified'] })).toEqual([])
  })

  test('[C4] what was seen can be left out', () => {
    const to = { ...BASE, a: ['Nous,', '私たちは、'] as const, d: ['La culture.', '文化。'] as const }
    const asked = { filters: { unseenOnly: true }, seen: ['a'] }
    expect(printed(items(to, asked))).toEqual(['(t a b h c!1)', 'd1', '(e)'])
    expect(changeKeys(items(to, { ...asked, filters: {} }))).toEqual(['a', 'd'])
  })

  test('[C4] one section is shown alone, up to the next heading of its level; an unknown one is none', () => {
    const lines: Lines = {
      t: BASE.t!,
      a: BASE.a!,
      h: BASE.h!,
      c: BASE.c!,
      i: ['Culture', '文化', 'heading'],
      d: BASE.d!,
    }
    const changed: Lines = {
      ...lines,
      a: ['Nous,', '私たちは、'],
      c: ['L’emploi.', '雇用。'],
      d: ['L’art.', '芸術。'],
    }
    const comparison = compareTexts(declaration(lines), declaration(changed))
    const shown = (section: string) =>
      printed(comparisonItems(comparison, shownRows(comparison, { ...NO_FILTERS, section }), new Set()))
    expect(shown('h')).toEqual(['h', 'c1'])
    expect(shown('i')).toEqual(['i', 'd1'])
    expect(shown('gone')).toEqual(['(t)', 'a1', 'h', 'c2', 'i', 'd3'])
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

describe('the folds beside a change', () => {
  test('[C4] are those up to its neighbours', () => {
    const to = { ...BASE, a: ['Nous,', '私たちは、'] as const, d: ['La culture.', '文化。'] as const }
    const list = items(to)
    expect(printed(list)).toEqual(['(t)', 'a1', '(b h c)', 'd2', '(e)'])
    expect(foldsAround(list, 'd')).toEqual(['fold:b', 'fold:e'])
    expect(foldsAround(list, 'a')).toEqual(['fold:t', 'fold:b'])
    expect(foldsAround(list, 'b')).toEqual([])
  })
})
