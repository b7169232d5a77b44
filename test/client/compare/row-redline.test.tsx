// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, test } from 'vitest'
import { RowRedline } from '../../../client/features/compare/row-redline.tsx'
import { speak } from '../../../client/i18n/i18n.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { FactId } from '../../../shared/model/ids.ts'
import { declaration } from './texts.ts'

beforeEach(() => speak('fr'))

function draw(element: React.ReactElement): HTMLElement {
  document.body.innerHTML = renderToStaticMarkup(element)
  for (const said of document.body.querySelectorAll('.unseen')) said.remove()
  return document.body
}

describe('one unit by itself', () => {
  test('[C3] stands in both languages, each with its marks, or in one', () => {
    const [row] = compareTexts(
      declaration({ a: ['Le 24 octobre.', '10月24日。'] }),
      declaration({ a: ['Le 25 octobre.', '10月25日。'] }),
    ).rows
    const both = draw(<RowRedline row={row!} facts={{}} />)
    expect([...both.querySelectorAll('del')].map(each => each.textContent)).toEqual(['24', '24'])
    expect(
      [...both.querySelectorAll('[data-language]')].map(each => each.getAttribute('data-language')),
    ).toEqual(['fr', 'ja'])
    const one = draw(<RowRedline row={row!} facts={{}} languages={['ja']} />)
    expect(one.textContent).toContain('10月2425日。')
    expect(one.querySelector('[data-language=fr]')).toBeNull()
  })

  test('[F1] words of the old text keep the values that its facts had', () => {
    const guests = { type: 'fact', fact: 'guests' as FactId } as const
    const withFact = (text: BilingualText): BilingualText => ({
      ...text,
      fr: text.fr.map((block): Block => ({ ...block, content: [...block.content, guests] })),
    })
    const a = withFact(declaration({ a: ['Participants : ', '参加者。'] }))
    const b = declaration({ a: ['Participants : peu', '参加者。'] })
    const [row] = compareTexts(a, b).rows
    const value = (fr: string) => ({ guests: { fr, ja: fr } })
    const page = draw(<RowRedline row={row!} facts={value('160')} oldFacts={value('150')} />)
    expect(page.querySelector('del')?.textContent).toContain('150')
  })
})
