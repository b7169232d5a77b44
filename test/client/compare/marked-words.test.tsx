// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, test } from 'vitest'
import { ComparisonBody } from '../../../client/features/compare/comparison-body.tsx'
import { type ComparisonFilters, NO_FILTERS } from '../../../client/features/compare/comparison-items.ts'
import { speak } from '../../../client/i18n/i18n.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { FactId } from '../../../shared/model/ids.ts'
import { declaration } from './texts.ts'

beforeEach(() => speak('fr'))

type Shown = { readonly layout?: 'redline' | 'columns'; readonly filters?: ComparisonFilters }

/** The rows of the comparison as the page holds them, with what is only for the ear left out. */
function screen(
  a: BilingualText,
  b: BilingualText,
  { layout = 'redline', filters = NO_FILTERS }: Shown = {},
) {
  document.body.innerHTML = renderToStaticMarkup(
    <ComparisonBody
      comparison={compareTexts(a, b)}
      facts={{}}
      layout={layout}
      filters={filters}
      open={new Set()}
      onOpen={() => {}}
      current={null}
    />,
  )
  return document.body
}
function silent(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined
  for (const said of copy?.querySelectorAll('.unseen') ?? []) said.remove()
  return copy?.textContent ?? ''
}
const all = (root: Element, selector: string) => [...root.querySelectorAll(selector)].map(silent)

const OLD = declaration({ a: ['Nous adoptons la déclaration.', '私たちは宣言を採択する。'] })
const NEW = declaration({ a: ['Nous adoptons la présente déclaration.', '私たちは宣言を採択する。'] })

describe('a comparison on the screen', () => {
  test('[F1] a fact that reads otherwise stands there with its old value struck and its new one inserted', () => {
    const id = 'towns' as FactId
    const sentence = (language: 'fr' | 'ja') =>
      OLD[language].map(block => ({ ...block, content: [fact(id)] }))
    const fact = (towns: FactId) => ({ type: 'fact', fact: towns }) as const
    const text = { fr: sentence('fr'), ja: sentence('ja') }
    const values = (count: string) => ({ [id]: { fr: `${count} villes`, ja: `${count}都市` } }) as FactValues
    const facts = { old: values('35'), new: values('36') }
    const comparison = compareTexts(text, text, { facts })
    document.body.innerHTML = renderToStaticMarkup(
      <ComparisonBody
        comparison={comparison}
        facts={facts.new}
        oldFacts={facts.old}
        layout="redline"
        filters={NO_FILTERS}
        open={new Set()}
        onOpen={() => {}}
        current={null}
      />,
    )
    expect(all(document.body, 'del')).toEqual(['35 villes', '35都市'])
    expect(all(document.body, 'ins')).toEqual(['36 villes', '36都市'])
  })

  test('[C1] inserted words are in <ins>, deleted ones in <del>, and the rest is the text', () => {
    const page = screen(
      NEW,
      declaration({ a: ['Nous adoptons la déclaration finale.', '私たちは宣言を採択する。'] }),
    )
    expect(all(page, 'del').join('')).toContain('présente')
    expect(all(page, 'ins').join('')).toContain('finale')
    expect(silent(page.querySelector('[data-language=fr] p[data-kind]'))).toMatch(
      /^Nous adoptons la .*déclaration .*\.$/,
    )
  })

  test('[D2] what the stroke says to the eye is said to the ear, in the language of the interface', () => {
    speak('ja')
    const page = screen(OLD, NEW)
    expect(page.querySelector('ins .unseen')?.textContent).toBe('追加、')
    expect(page.querySelector('ins .unseen')?.getAttribute('lang')).toBe('ja')
  })

  test('[C3] a unit changed in French only carries the alarm in words and the unchanged Japanese says so', () => {
    const page = screen(OLD, NEW)
    const row = page.querySelector('article')!
    expect(row.getAttribute('aria-label')).toContain('Modifié en français seulement')
    expect(silent(row)).toContain('▲ Modifié en français seulement')
    expect(silent(row.querySelector('[data-language=ja]'))).toContain('○ Inchangé')
  })

  test('[C3] four columns show old and new of both languages: only deletions in the old, only insertions in the new', () => {
    const page = screen(
      declaration({ a: ['Le 24 octobre.', '10月24日。'] }),
      declaration({ a: ['Le 25 octobre.', '10月25日。'] }),
      { layout: 'columns' },
    )
    const cells = [...page.querySelectorAll('article > [data-state]')].map(cell =>
      silent(cell.querySelector('[data-kind]')),
    )
    expect(cells).toEqual(['Le 24 octobre.', 'Le 25 octobre.', '10月24日。', '10月25日。'])
    expect(page.querySelectorAll('[data-state=old] ins, [data-state=new] del')).toHaveLength(0)
    expect(page.querySelectorAll('[data-state=old] del, [data-state=new] ins')).toHaveLength(4)
  })

  test('[U6] every piece of text says its language', () => {
    const page = screen(OLD, NEW)
    expect([...page.querySelectorAll('p[data-kind]')].map(block => block.getAttribute('lang'))).toEqual([
      'fr',
      'ja',
    ])
  })

  test('[C2] hidden typographic changes leave the new text, unmarked', () => {
    const a = declaration({ a: ["L'accord, ici.", '合意。'], b: ['Un.', '一。'] })
    const b = declaration({ a: ['L’accord, ici.', '合意。'], b: ['Deux.', '二。'] })
    const page = screen(a, b, { filters: { ...NO_FILTERS, hideTypographic: true } })
    expect(silent(page)).not.toContain("L'accord")
    expect(page.querySelectorAll('article')).toHaveLength(1)
  })

  test('[C4] an inserted and a deleted unit say what is missing on the other side', () => {
    const page = screen(
      declaration({ a: ['Un.', '一。'] }),
      declaration({ b: ['Tout autre chose.', '全く別のこと。'] }),
      {
        layout: 'columns',
      },
    )
    expect(silent(page)).toContain('N’existait pas')
    expect(silent(page)).toContain('N’existe plus')
  })

  test('hostile words stay words', () => {
    const page = screen(
      OLD,
      declaration({ a: ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>'] }),
    )
    expect(page.querySelectorAll('img, script')).toHaveLength(0)
  })
})
