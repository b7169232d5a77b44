/** [U5] Japanese input while others write: the thirteen moments at which other editors lose or double text. */
import { type Colleague, expect, test } from './editor-page.ts'

// Three paragraphs of each language; one composes にほんご → 日本語 at the end of the second Japanese one.
const QUERY = '?text=three'

/** The same, in a text whose second paragraph has an amendment over it, with words that would come right at the caret,
 * or whose words stand in brackets, so that one writes at a sign. */
const TEXTS = [
  { query: QUERY, beside: '', comes: 0 },
  { query: `${QUERY}&amended=1`, beside: ', beside words that an amendment would bring', comes: 1 },
  { query: '?text=bracketed', beside: ', at the sign of a bracket', comes: 0 },
]

type Scenario = {
  readonly name: string
  readonly while: (colleague: Colleague) => void
  readonly expected: readonly string[]
  /** Where two insertions meet at one place, their order is Yjs's to choose. */
  readonly or?: readonly string[]
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'nothing else happens',
    while: () => {},
    expected: ['一番', '二番日本語', '三番'],
  },
  {
    name: 'someone types before it in the same paragraph',
    while: c => c.insert('ja', 1, 0, '前'),
    expected: ['一番', '前二番日本語', '三番'],
  },
  {
    name: 'someone types in another paragraph',
    while: c => c.insert('ja', 0, 0, '別'),
    expected: ['別一番', '二番日本語', '三番'],
  },
  {
    name: 'someone types right where it is',
    while: c => c.insert('ja', 1, 2, '横'),
    expected: ['一番', '二番横日本語', '三番'],
    or: ['一番', '二番日本語横', '三番'],
  },
  {
    name: 'someone erases words before it',
    while: c => c.erase('ja', 1, 0, 1),
    expected: ['一番', '番日本語', '三番'],
  },
  {
    name: 'the paragraph becomes a heading',
    while: c => c.kind('ja', 1, 'heading'),
    expected: ['一番', '二番日本語', '三番'],
  },
  {
    name: 'the paragraph is split before it',
    while: c => c.split('ja', 1, 1),
    expected: ['一番', '二日本語', '番', '三番'],
  },
  {
    name: 'the next paragraph is joined to it',
    while: c => c.join('ja', 1),
    expected: ['一番', '二番日本語三番'],
    or: ['一番', '二番三番日本語'],
  },
  {
    name: 'the paragraph above is deleted',
    while: c => c.remove('ja', 0),
    expected: ['二番日本語', '三番'],
  },
  {
    name: 'a paragraph is added above',
    while: c => c.add('ja', 0, '新'),
    expected: ['新', '一番', '二番日本語', '三番'],
  },
  {
    name: 'a burst of thirty keys arrives in the paragraph',
    while: c => {
      for (let index = 0; index < 30; index++) c.insert('ja', 1, index, 'あ')
    },
    expected: ['一番', `${'あ'.repeat(30)}二番日本語`, '三番'],
  },
  {
    name: 'the French changes, paragraphs come and go',
    while: c => {
      c.add('fr', 1, 'Nouveau')
      c.remove('fr', 0)
      c.kind('fr', 0, 'title')
    },
    expected: ['一番', '二番日本語', '三番'],
  },
  {
    name: 'carets of others move in the paragraph',
    while: c => {
      for (const offset of [0, 1, 2]) c.presence('ja', 1, offset)
    },
    expected: ['一番', '二番日本語', '三番'],
  },
]

for (const { query, beside, comes } of TEXTS)
  for (const scenario of SCENARIOS)
    test(`[U5] composing is not disturbed when ${scenario.name}${beside}`, async ({ editor }) => {
      await editor.open(query)
      await expect(editor.page.locator('[data-side="ja"][contenteditable] ins')).toHaveCount(comes)
      await editor.caretAfter('ja', '二番')
      const ended = editor.page.evaluate(
        () =>
          new Promise<number>(resolve => {
            let cut = 0
            document.addEventListener('compositionend', () => resolve(++cut), { once: true })
          }),
      )
      for (const shown of ['に', 'にほ', 'にほん', 'にほんご']) await editor.compose(shown)
      await editor.colleague(scenario.while)
      // The candidate window stays: the page has not seen the composition end, and the text is still there once.
      await editor.compose('日本語')
      expect((await editor.shown('ja')).join('').match(/日本語/g)).toHaveLength(1)
      await editor.confirm('日本語')
      await ended
      const outcomes = [scenario.expected, scenario.or ?? scenario.expected].map(each => each.join('|'))
      await expect.poll(async () => outcomes.includes((await editor.words('ja')).join('|'))).toBe(true)
      expect(await editor.shown('ja')).toEqual(await editor.words('ja'))
    })

test('[U5] the paragraph in which one composes is deleted by someone else: the words are not doubled, the rest stays', async ({
  editor,
}) => {
  await editor.open(QUERY)
  await editor.caretAfter('ja', '二番')
  await editor.compose('にほんご')
  await editor.colleague(c => c.remove('ja', 1))
  await editor.confirm('日本語')
  await expect.poll(async () => (await editor.words('ja')).join()).toMatch(/^一番,(日本語,)?三番$/)
  await editor.page.keyboard.type('x')
  await expect.poll(async () => (await editor.words('ja')).join()).toContain('x')
})

test('[U5] Enter and Escape in a conversion split no block and trigger nothing', async ({ editor }) => {
  await editor.open(QUERY)
  await editor.caretAfter('ja', '二番')
  await editor.compose('にほんご')
  for (const key of ['Enter', 'Escape', 'Tab', 'Backspace', 'ArrowUp']) {
    await editor.page.evaluate(name => {
      const view = window.harness.pair!.views.ja
      view.dom.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: name,
          keyCode: 229,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        }),
      )
    }, key)
  }
  await editor.confirm('日本語')
  await expect.poll(() => editor.words('ja')).toEqual(['一番', '二番日本語', '三番'])
})

test('[U5] two conversions, one right after the other, with edits between them', async ({ editor }) => {
  await editor.open(QUERY)
  await editor.caretAfter('ja', '二番')
  await editor.compose('にほん')
  await editor.colleague(c => c.insert('ja', 1, 0, '甲'))
  await editor.confirm('日本')
  await editor.compose('ご')
  await editor.colleague(c => c.insert('ja', 1, 0, '乙'))
  await editor.confirm('語')
  await expect.poll(() => editor.words('ja')).toEqual(['一番', '乙甲二番日本語', '三番'])
  await expect.poll(() => editor.shown('ja')).toEqual(['一番', '乙甲二番日本語', '三番'])
})
