// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { speak } from '../../../client/i18n/i18n.ts'
import { all, draw, silent } from './drawn.tsx'
import { declaration } from './texts.ts'

beforeEach(() => speak('fr'))

const OLD = declaration({ a: ['Le 24 octobre.', '10月24日。'] })
const NEW = declaration({ a: ['Le 25 octobre.', '10月25日。'] })
const table = { layout: 'table' } as const
const words = (page: Element) =>
  [...page.querySelectorAll('tbody [data-state]')].map(cell => silent(cell.querySelector('[data-kind]')))

describe('the old/new table', () => {
  test('[C3] has old and new of both languages in four columns: deletions in the old, insertions in the new', () => {
    const page = draw(OLD, NEW, table)
    expect(words(page)).toEqual(['Le 24 octobre.', 'Le 25 octobre.', '10月25日。', '10月24日。'])
    expect(page.querySelectorAll('[data-state=old] ins, [data-state=new] del')).toHaveLength(0)
    expect(page.querySelectorAll('[data-state=old] del, [data-state=new] ins')).toHaveLength(4)
  })

  test('[C4] keeps the order and the headings of each language, proposed or adopted', () => {
    const heads = (page: Element) => all(page, 'thead tr:last-child th')
    expect(heads(draw(OLD, NEW, table))).toEqual([
      'Ancien texteV1',
      'Nouveau texteV1-FRA',
      '改正案V1-FRA',
      '現行V1',
    ])
    const adopted = { ...table, to: { adopted: true, label: 'Nice 2026' } }
    expect(heads(draw(OLD, NEW, adopted)).slice(2)).toEqual(['改正後Nice 2026', '改正前V1'])
    const drafted = { ...table, to: { ref: 'draft:1', label: 'V2' } }
    expect(heads(draw(OLD, NEW, drafted)).slice(1, 3)).toEqual([
      'Nouveau texteBrouillon en cours',
      '改正案作成中の案',
    ])
  })

  test('[C3] a language that did not change says so beside its new text', () => {
    const page = draw(OLD, declaration({ a: ['Le 25 octobre.', '10月24日。'] }), table)
    expect(all(page, '[data-language=ja][data-state=new] > p:last-child')).toEqual(['○ Inchangé'])
    expect(silent(page.querySelector('tbody th'))).toContain('▲ Modifié en français seulement')
    expect(silent(page).match(/Inchangé/g)).toHaveLength(1)
  })

  test('[C4] columns are swapped per language', () => {
    expect(words(draw(OLD, NEW, { ...table, swapped: ['ja'] }))).toEqual([
      'Le 24 octobre.',
      'Le 25 octobre.',
      '10月24日。',
      '10月25日。',
    ])
    expect(words(draw(OLD, NEW, { ...table, swapped: ['fr', 'ja'] }))[0]).toBe('Le 25 octobre.')
  })

  test('[C4] one language has two columns of its own', () => {
    expect(words(draw(OLD, NEW, { ...table, languages: 'ja' }))).toEqual(['10月25日。', '10月24日。'])
  })

  test('[C4] what is new, gone or unchanged is said in each column by the convention of its language', () => {
    const page = draw(
      declaration({ a: ['Un.', '一。'], z: ['Reste.', '残る。'] }),
      declaration({ b: ['Tout autre chose.', '全く別のこと。'], z: ['Reste.', '残る。'] }),
      table,
    )
    const said = (state: string, language: string) =>
      all(page, `[data-state=${state}][data-language=${language}] > p:not([data-kind]):last-child`)
    expect(said('new', 'fr')).toEqual(['(supprimé)'])
    expect(said('new', 'ja')).toEqual(['（削る）'])
    expect(said('old', 'fr')).toEqual(['(nouveau)'])
    expect(said('old', 'ja')).toEqual(['（新設）'])
    expect(all(page, 'tr:last-child > td[lang]')).toEqual([
      '(sans changement)',
      '(sans changement)',
      '（略）',
      '（略）',
    ])
    speak('ja')
    expect(
      all(draw(OLD, declaration({ b: ['Neuf.', '新。'] }), table), '[data-state=old] > p[lang=fr]'),
    ).toContain('(nouveau)')
  })

  test('[C4] what a filter hides is never called unchanged', () => {
    const page = draw(OLD, NEW, {
      ...table,
      filters: {
        kinds: ['moved'],
        weight: null,
        changedIn: null,
        alarmsOnly: false,
        unseenOnly: false,
        section: null,
      },
    })
    expect(all(page, 'tr:last-child > td[lang]')).toEqual(['[…]', '[…]', '（略）', '（略）'])
    expect(silent(page)).toContain('1 paragraphe, dont 1 modifié hors filtre')
  })

  test('[D2] is a table to a screen reader: columns have headings, rows name their unit', () => {
    const page = draw(OLD, NEW, table)
    expect(page.querySelectorAll('table > thead th[scope=col]')).toHaveLength(4)
    expect(page.querySelectorAll('table > thead th[scope=colgroup]')).toHaveLength(2)
    expect(page.querySelector('tbody th[scope=row]')?.getAttribute('aria-label')).toBe(
      'Paragraphe 1 – Modifié',
    )
  })
})

describe('the clean text', () => {
  test('[C4] is the new text alone; the margin tells what changed and where something is gone', () => {
    const page = draw(
      declaration({ a: ['Le 24 octobre.', '10月24日。'], b: ['Un.', '一。'], z: ['Reste.', '残る。'] }),
      declaration({ a: ['Le 25 octobre.', '10月25日。'], z: ['Reste.', '残る。'] }),
      { layout: 'clean' },
    )
    expect(page.querySelectorAll('ins, del, table')).toHaveLength(0)
    expect(all(page, '[data-kind]')).toEqual(['Le 25 octobre.', '10月25日。', 'Reste.', '残る。'])
    expect(all(page, 'article[data-changed] li')).toEqual(['Modifié', 'Supprimé'])
  })

  test('[C4] prints one language when one is asked for', () => {
    const page = draw(OLD, NEW, { layout: 'clean', languages: 'ja' })
    expect(all(page, '[data-kind]')).toEqual(['10月25日。'])
  })
})
