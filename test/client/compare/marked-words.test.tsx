// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { NO_FILTERS } from '../../../client/features/compare/comparison-filters.ts'
import { speak } from '../../../client/i18n/i18n.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { FactId } from '../../../shared/model/ids.ts'
import { all, draw, silent } from './drawn.tsx'
import { declaration } from './texts.ts'

beforeEach(() => speak('fr'))

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
    draw(text, text, { facts })
    expect(all(document.body, 'del')).toEqual(['35 villes', '35都市'])
    expect(all(document.body, 'ins')).toEqual(['36 villes', '36都市'])
  })

  test('[C1] inserted words are in <ins>, deleted ones in <del>, and the rest is the text', () => {
    const page = draw(
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
    const page = draw(OLD, NEW)
    expect(page.querySelector('ins .unseen')?.textContent).toBe('追加、')
    expect(page.querySelector('ins .unseen')?.getAttribute('lang')).toBe('ja')
  })

  test('[C3] a unit changed in French only carries the alarm in words and the unchanged Japanese says so', () => {
    const page = draw(OLD, NEW)
    const row = page.querySelector('article')!
    expect(row.getAttribute('aria-label')).toContain('Modifié en français seulement')
    expect(silent(row)).toContain('▲ Modifié en français seulement')
    expect(silent(row.querySelector('[data-language=ja]'))).toContain('○ Inchangé')
  })

  test('[U6] every piece of text says its language', () => {
    const page = draw(OLD, NEW)
    expect([...page.querySelectorAll('p[data-kind]')].map(block => block.getAttribute('lang'))).toEqual([
      'fr',
      'ja',
    ])
  })

  test('[C2] hidden typographic changes leave the new text, unmarked', () => {
    const a = declaration({ a: ["L'accord, ici.", '合意。'], b: ['Un.', '一。'] })
    const b = declaration({ a: ['L’accord, ici.', '合意。'], b: ['Deux.', '二。'] })
    const page = draw(a, b, { filters: { ...NO_FILTERS, weight: 'substance' } })
    expect(silent(page)).not.toContain("L'accord")
    expect(page.querySelectorAll('article')).toHaveLength(1)
  })

  test('[U3] a generated number that is another now stands behind the former one, and is no change of its unit', () => {
    const commitment = (words: string, japanese: string) => [words, japanese, 'commitment'] as const
    const first = commitment('poursuivre les échanges ;', '交流を続けること。')
    const second = commitment('favoriser la coopération ;', '協力を促進すること。')
    const put = commitment('mesurer l’empreinte carbone ;', '温室効果ガスを把握すること。')
    const a = declaration({ a: first, b: second })
    const b = declaration({ a: first, n: put, b: second })
    const numbers = (page: Element) => all(page, '[data-row=b] [data-kind] > :first-child')
    expect(numbers(draw(a, b, { open: ['fold:b'] }))).toEqual(['2. 3.', '2． 3．'])
    expect(all(document.body, '[data-row=b] s')).toEqual(['2.', '2．'])
    expect(document.querySelectorAll('[data-row=b]:not([data-change])')).toHaveLength(1)
    expect(numbers(draw(a, b, { layout: 'table', open: ['fold:b'] }))).toEqual(['2.', '3.', '3．', '2．'])
  })

  test('hostile words stay words', () => {
    const page = draw(OLD, declaration({ a: ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>'] }))
    expect(page.querySelectorAll('img, script')).toHaveLength(0)
  })
})
