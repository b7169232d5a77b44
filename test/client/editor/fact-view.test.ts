// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { insertFact } from '../../../client/editor/inline/insert-fact.ts'
import type { Fact } from '../../../shared/model/edition.ts'
import type { EditionId, FactId } from '../../../shared/model/ids.ts'
import { type Desk, openDesk } from './desk.ts'

const towns = (n: number, status: Fact['status']): Fact => ({
  id: 'towns' as FactId,
  edition: 'e' as EditionId,
  key: 'towns',
  type: 'count',
  label: { fr: 'Collectivités', ja: '自治体数' },
  definition: { fr: '', ja: '' },
  source: '',
  owner: null,
  unit: { fr: { one: 'ville', other: 'villes' }, ja: '都市' },
  value: { n },
  status,
  withdrawnAt: null,
})

let desk: Desk
afterEach(() => {
  vi.useRealTimers()
  desk.close()
})
const shown = (language: 'fr' | 'ja') =>
  desk.pair.views[language].dom.querySelector('[data-fact]')?.textContent?.replace(/\u00A0/g, ' ')

test('[F1] a fact in the text follows the edition, in both languages', () => {
  desk = openDesk('a | Nous sommes ici. | 私たちは都市である。', [towns(34, 'open')])
  desk.caret('fr', 'ici')
  insertFact(desk.pair, 'fr', 'towns')
  desk.caret('ja', '都市')
  insertFact(desk.pair, 'ja', 'towns')
  expect([shown('fr'), shown('ja')]).toEqual(['[34 villes]', '［34都市］'])
  desk.facts.set([towns(1, 'confirmed')])
  expect([shown('fr'), shown('ja')]).toEqual(['1 ville', '1都市'])
})

test('[U5] another value waits until a conversion is over', () => {
  vi.useFakeTimers()
  desk = openDesk('a | Nous sommes ici. | 私たちは都市である。', [towns(34, 'open')])
  desk.caret('ja', '都市')
  insertFact(desk.pair, 'ja', 'towns')
  const { dom } = desk.pair.views.ja
  dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  desk.facts.set([towns(35, 'confirmed')])
  expect(shown('ja')).toBe('［34都市］')
  dom.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
  vi.advanceTimersByTime(200)
  expect(shown('ja')).toBe('35都市')
})
