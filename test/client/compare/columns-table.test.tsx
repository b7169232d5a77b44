// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, test } from 'vitest'
import { chainRows } from '../../../client/features/compare/columns/chain.ts'
import { chainItems } from '../../../client/features/compare/columns/chain-items.ts'
import { type ChainRemarks, ColumnsTable } from '../../../client/features/compare/columns/columns-table.tsx'
import type { ShownLanguages } from '../../../client/features/compare/comparison-address.ts'
import { speak } from '../../../client/i18n/i18n.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { Text } from '../../../shared/model/edition.ts'
import type { ComparedView, ComparisonView } from '../../../shared/protocol/views.ts'
import { all, silent } from './drawn.tsx'
import { declaration } from './texts.ts'

beforeEach(() => speak('fr'))

type Shown = { readonly languages?: ShownLanguages; readonly remarks?: ChainRemarks }

function drawColumns(texts: readonly BilingualText[], { languages = 'fr', remarks }: Shown = {}) {
  const stateOf = (index: number): ComparedView => ({
    ref: `version:${index}`,
    label: ['V1', 'V1-FRA', 'V2'][index]!,
    at: null,
    sha256: '',
    adopted: false,
  })
  const steps = texts.slice(1).map(
    (text, index): ComparisonView => ({
      from: stateOf(index),
      to: stateOf(index + 1),
      comparison: compareTexts(texts[index]!, text),
      facts: {},
      oldFacts: {},
      text: {} as Text,
      fingerprints: {},
      seen: [],
    }),
  )
  document.body.innerHTML = renderToStaticMarkup(
    <ColumnsTable
      steps={steps}
      items={chainItems(chainRows(steps.map(step => step.comparison)), new Set())}
      languages={languages}
      onOpen={() => {}}
      current={null}
      {...(remarks ? { remarks } : {})}
    />,
  )
  for (const name of document.body.querySelectorAll('td > [aria-hidden=true]')) name.remove()
  return document.body
}
const lines = (page: Element) =>
  [...page.querySelectorAll('tbody[data-row] > tr')].map(line => all(line, 'td[data-state]'))

const V1 = declaration({ a: ['Le 24 octobre.', '10月24日。'], b: ['Un.', '一。'] })
const ANSWER = declaration({
  a: ['Le 25 octobre.', '10月25日。'],
  n: ['Tout autre chose.', '全く別のこと。'],
})
const V2 = declaration({ a: ['Le 25 octobre.', '10月25日。'], n: ['Tout autre chose.', '全く別の提案。'] })

describe('successive versions in columns', () => {
  test('[C4] each says what changed against the one before it, by the convention of its language', () => {
    expect(lines(drawColumns([V1, ANSWER, V2]))).toEqual([
      ['Le 24 octobre.', 'Le 2425 octobre.', '(sans modification)'],
      ['Un.', '(supprimé)', '–'],
      ['–', 'Tout autre chose.', '(sans modification)'],
    ])
    expect(lines(drawColumns([V1, ANSWER, V2], { languages: 'ja' }))).toEqual([
      ['10月24日。', '10月2425日。', '同左'],
      ['一。', '（削る）', '–'],
      ['–', '全く別のこと。', '全く別のこと提案。'],
    ])
  })

  test('[C3] both languages stand one above the other in one row', () => {
    const page = drawColumns([V1, ANSWER, V2], { languages: 'both' })
    const [row] = page.querySelectorAll('tbody[data-row]')
    expect([...row!.querySelectorAll('tr')].map(line => line.getAttribute('data-language'))).toEqual([
      'fr',
      'ja',
    ])
    expect(row!.querySelectorAll('th[rowspan="2"]')).toHaveLength(1)
    expect(all(page, 'thead th')).toEqual(['V1', 'V1-FRA', 'V2', 'Observations'])
  })

  test('[C4] the remarks name what changed at each step and the alarm, and take what others say of the unit', () => {
    const page = drawColumns([V1, ANSWER, V2], {
      remarks: row => (row.units[1]!.includes('n' as never) ? [<em key="fate">Repris en partie</em>] : []),
    })
    const remarks = [...page.querySelectorAll('tbody[data-row]')].map(row =>
      all(row, 'li').map(words => words.replaceAll(/\s/g, ' ')),
    )
    expect(remarks).toEqual([
      ['V1-FRA : Modifié'],
      ['V1-FRA : Supprimé'],
      ['V1-FRA : Ajouté', 'V2 : Modifié▲ Modifié en japonais seulement', 'Repris en partie'],
    ])
  })

  test('[C4] identical versions say so', () => {
    expect(silent(drawColumns([V1, V1]))).toContain('Les deux textes sont identiques')
  })
})
