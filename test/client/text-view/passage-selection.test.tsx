// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { BilingualTextView } from '../../../client/text-view/bilingual-text-view.tsx'
import { selectedPassage } from '../../../client/text-view/passage-selection.ts'
import { createPassageStore, cutAtPassages, PassagesProvider } from '../../../client/text-view/passages.tsx'
import { anchorOfPassage } from '../../../shared/model/anchor-in-text.ts'
import type { BilingualText, Block, Inline } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, FactId, UnitId } from '../../../shared/model/ids.ts'

const block = (
  id: string,
  unit: string,
  content: readonly Inline[],
  kind: Block['kind'] = 'paragraph',
): Block => ({
  id: id as BlockId,
  unit: unit as UnitId,
  kind,
  level: 1,
  content,
})
const words = (text: string): Inline => ({ type: 'text', text })

function draw(text: BilingualText, store = createPassageStore()): HTMLElement {
  document.body.innerHTML = renderToStaticMarkup(
    <PassagesProvider value={store}>
      <BilingualTextView text={text} facts={{ f: { fr: '35', ja: '35' } } as never} />
    </PassagesProvider>,
  )
  return document.body
}

/** Selects from the nth character of the text node that says `from` to that of the one that says `to`. */
function select(root: HTMLElement, from: readonly [string, number], to: readonly [string, number]): Range {
  const find = (said: string) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.nodeValue!.includes(said)) return node
    throw new Error(`nothing says ${said}`)
  }
  const range = document.createRange()
  range.setStart(find(from[0]), from[1])
  range.setEnd(find(to[0]), to[1])
  return range
}

function quoted(text: BilingualText, root: HTMLElement, range: Range): string | undefined {
  const found = selectedPassage(range, root, text)
  return found && anchorOfPassage(text, found.language, found.start, found.end)?.passage?.words
}

describe('[T1] a selection in a text for reading', () => {
  test('is told in offsets of its block', () => {
    const text = { fr: [block('a', 'u', [words('Le texte commenté.')])], ja: [] }
    const root = draw(text)
    expect(selectedPassage(select(root, ['Le texte', 3], ['Le texte', 8]), root, text)).toEqual({
      language: 'fr',
      start: { block: 'a', offset: 3 },
      end: { block: 'a', offset: 8 },
    })
  })

  test('counts neither ruby readings, nor note signs in words, nor generated numbers', () => {
    const text = {
      fr: [],
      ja: [
        block(
          'a',
          'u',
          [
            words('前の'),
            { type: 'text', text: '礎', marks: [{ type: 'ruby', rt: 'いしずえ' }] },
            { type: 'note', text: '注の文' },
            words('を築く'),
          ],
          'commitment',
        ),
      ],
    }
    const root = draw(text)
    const found = selectedPassage(select(root, ['前の', 1], ['を築く', 2]), root, text)
    expect([found?.start.offset, found?.end.offset]).toEqual([1, 6])
    expect(quoted(text, root, select(root, ['礎', 0], ['いしずえ', 2]))).toBe('礎')
    expect(quoted(text, root, select(root, ['注の文', 0], ['注の文', 2]))).toBeUndefined()
  })

  test('takes a fact as a whole, wherever in it one begins or ends', () => {
    const text = {
      fr: [block('a', 'u', [words('Nous, '), { type: 'fact', fact: 'f' as FactId }, words(' villes')])],
      ja: [],
    }
    const root = draw(text)
    expect(quoted(text, root, select(root, ['Nous', 2], ['35', 1]))).toBe('us, \uFFFC')
    expect(quoted(text, root, select(root, ['35', 1], [' villes', 4]))).toBe('\uFFFC vil')
  })

  test('never cuts a surrogate pair, a combined letter or a joined emoji', () => {
    const text = { fr: [block('a', 'u', [words('x𠮷e\u0301👩‍👩‍👧y')])], ja: [] }
    const root = draw(text)
    // From within the pair, to within the family.
    expect(quoted(text, root, select(root, ['x', 2], ['x', 8]))).toBe('𠮷e\u0301👩‍👩‍👧')
    expect(quoted(text, root, select(root, ['x', 3], ['x', 4]))).toBe('e\u0301')
  })

  test('leaves out the spaces at its ends', () => {
    const text = { fr: [block('a', 'u', [words('un deux trois')])], ja: [] }
    const root = draw(text)
    expect(quoted(text, root, select(root, ['un', 2], ['un', 8]))).toBe('deux')
    expect(quoted(text, root, select(root, ['un', 2], ['un', 3]))).toBeUndefined()
  })

  test('over several rows stays in the language in which it begins', () => {
    const text = {
      fr: [block('a', 'u', [words('Un.')]), block('b', 'v', [words('Deux.')])],
      ja: [block('c', 'u', [words('一。')]), block('d', 'v', [words('二。')])],
    }
    const root = draw(text)
    expect(quoted(text, root, select(root, ['Un.', 0], ['Deux.', 4]))).toBe('Un.\nDeux')
  })

  test('is the same where a passage is marked already', () => {
    const text = { fr: [block('a', 'u', [words('Le texte commenté.')])], ja: [] }
    const store = createPassageStore()
    store.set(
      'new',
      new Map([['a' as BlockId, [{ key: 't', from: 3, to: 8, isShared: true, isChosen: false }]]]),
    )
    const root = draw(text, store)
    expect(root.querySelector('mark')?.textContent).toBe('texte')
    expect(quoted(text, root, select(root, ['texte', 2], [' commenté', 5]))).toBe('xte comm')
  })
})

describe('[T1] passages in words', () => {
  const range = (from: number, to: number, key = 'a') => ({ key, from, to, isShared: false, isChosen: false })

  test('words are cut at the edges of passages, which may overlap', () => {
    const pieces = cutAtPassages(0, 10, [range(2, 6), range(4, 8, 'b')])
    expect(pieces.map(({ from, to, ranges }) => [from, to, ranges.map(({ key }) => key).join('')])).toEqual([
      [0, 2, ''],
      [2, 4, 'a'],
      [4, 6, 'ab'],
      [6, 8, 'b'],
      [8, 10, ''],
    ])
  })

  test('a passage that ends among words under one reading is shown over all of them', () => {
    const store = createPassageStore()
    store.set('new', new Map([['a' as BlockId, [range(0, 2)]]]))
    const text = {
      fr: [],
      ja: [
        block('a', 'u', [
          words('前'),
          { type: 'text', text: '会議', marks: [{ type: 'ruby', rt: 'かいぎ' }] },
        ]),
      ],
    }
    const root = draw(text, store)
    expect(root.querySelectorAll('rt')).toHaveLength(1)
    expect(root.querySelector('mark rt')).not.toBeNull()
  })

  test('a block whose passages stay the same keeps them as they are', () => {
    const store = createPassageStore()
    const set = () => store.set('new', new Map([['a' as BlockId, [range(0, 2)]]]))
    set()
    const before = store.get('new', 'a' as BlockId)
    set()
    expect(store.get('new', 'a' as BlockId)).toBe(before)
  })
})
