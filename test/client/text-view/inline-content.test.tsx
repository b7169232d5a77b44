// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { BilingualTextView } from '../../../client/text-view/bilingual-text-view.tsx'
import { InlineContent } from '../../../client/text-view/inline-content.tsx'
import type { BilingualText, Inline } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, FactId, UnitId } from '../../../shared/model/ids.ts'
import { contentOf } from '../../support/bracketed.ts'

function rendered(content: readonly Inline[], range: { from?: number; to?: number } = {}): HTMLElement {
  document.body.innerHTML = renderToStaticMarkup(
    <InlineContent block={{ content }} language="ja" facts={{}} {...range} />,
  )
  return document.body
}

describe('inline content for reading', () => {
  test('[U3] ruby stands over its base', () => {
    const page = rendered([{ type: 'text', text: '礎', marks: [{ type: 'ruby', rt: 'いしずえ' }] }])
    expect(page.querySelector('ruby rt')?.textContent).toBe('いしずえ')
  })

  test('[A5] a bracket prints its signs once and names its side, however its words are cut', () => {
    const bracket = { type: 'bracket', id: 'b', by: 'jap' } as const
    const content: Inline[] = [
      { type: 'text', text: '前' },
      { type: 'text', text: '中', marks: [bracket] },
      { type: 'text', text: '太', marks: [{ type: 'bold' }, bracket] },
      { type: 'text', text: '後' },
    ]
    expect(rendered(content).textContent).toBe('前［日本側中太］後')
    expect(
      rendered(content, { from: 0, to: 2 }).textContent + (rendered(content, { from: 2 }).textContent ?? ''),
    ).toBe('前［日本側中太］後')
  })

  test('[A5] nested brackets open from without and close from within, and say to the ear whose they are', () => {
    const page = rendered(contentOf('前{b1.a fra|{b2.a jap|中}$末}後'))
    expect(page.textContent).toBe('前［仏側［日本側中］［…］末］後')
    expect(page.querySelector('[data-bracket-sign="b2.a"]')?.getAttribute('aria-label')).toMatch(
      /JAP|日本側|Japanese/,
    )
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', ' https://example.org'])(
    'a link to %s is shown as plain words',
    href => {
      const page = rendered([{ type: 'text', text: 'ici', marks: [{ type: 'link', href }] }])
      expect(page.querySelector('a')).toBeNull()
      expect(page.textContent).toBe('ici')
    },
  )

  test('[F1] a fact without a value prints in brackets', () => {
    expect(rendered([{ type: 'fact', fact: 'f1' as FactId }]).textContent).toBe('［…］')
  })

  test('[C1] a range shows exactly its characters, an object counting as one', () => {
    const content: Inline[] = [
      { type: 'text', text: 'あい' },
      { type: 'break' },
      { type: 'text', text: 'うえ' },
    ]
    expect(rendered(content, { from: 1, to: 4 }).innerHTML).toBe('い<br>う')
  })
})

describe('a bilingual text for reading', () => {
  test('[U1] a missing counterpart is shown as missing, on the row of its unit', () => {
    const text: BilingualText = {
      fr: [
        {
          id: 'f' as BlockId,
          unit: 'u' as UnitId,
          kind: 'paragraph',
          level: 1,
          content: [{ type: 'text', text: 'Seul.' }],
        },
      ],
      ja: [],
    }
    document.documentElement.lang = 'fr'
    document.body.innerHTML = renderToStaticMarkup(<BilingualTextView text={text} facts={{}} />)
    expect(document.querySelector('[data-unit=u] [data-language=ja]')?.textContent).toMatch(
      /japonais|日本語|Japanese/,
    )
  })
})
