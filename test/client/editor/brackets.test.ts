// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { choiceAt, chosenWords } from '../../../client/editor/brackets/passage-choice.ts'
import {
  type ChosenWords,
  type NewBracket,
  openBracket,
  refuseBracket,
  settleBracket,
} from '../../../client/editor/brackets/write-bracket.ts'
import type { BilingualText, Inline } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { resolveBracket } from '../../../shared/model/resolve-bracket.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import { bracketed } from '../../support/bracketed.ts'
import { type Desk, openDesk } from './desk.ts'

let open: Desk[] = []
function desk(text: BilingualText): Desk {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newDocumentState(text))
  const opened = openDesk(doc)
  open.push(opened)
  return opened
}
afterEach(() => {
  for (const each of open) each.close()
  open = []
})

/** `[fra dix]` is a bracket of France; the outer one first. */
function written(desk: Desk, language: Language): string[] {
  const sides = (inline: Inline) =>
    inline.type === 'text'
      ? (inline.marks ?? []).flatMap(mark => (mark.type === 'bracket' ? [mark.by] : []))
      : []
  return desk
    .text()
    [language].map(({ content }) =>
      content
        .map(inline =>
          sides(inline).reduceRight(
            (words, side) => `[${side} ${words}]`,
            inline.type === 'text' ? inline.text : '$',
          ),
        )
        .join(''),
    )
}

/** What the editor draws at the edges of brackets, with the words between. */
function drawn(desk: Desk, language: Language): string {
  const copy = desk.pair.views[language].dom.cloneNode(true) as HTMLElement
  for (const sign of copy.querySelectorAll<HTMLElement>('.bracket-sign')) {
    const { edge, sign: drawnSign = '', asked } = sign.dataset
    if (edge === 'opens') sign.prepend(drawnSign + (asked ? `${asked} ` : ''))
    else sign.append(drawnSign)
  }
  return copy.textContent ?? ''
}

function words(desk: Desk, language: Language, said: string): ChosenWords[] {
  const block = desk.text()[language].find(({ content }) => plain(content).includes(said))!
  const from = plain(block.content).indexOf(said)
  return [{ block: block.id, from, to: from + said.length, said: plain(block.content) }]
}
const plain = (content: readonly Inline[]) =>
  content.map(inline => (inline.type === 'text' ? inline.text : '\uFFFC')).join('')

const TEXT = bracketed(['a', 'Au moins dix agents.', '少なくとも10名。'], ['b', 'Le $ aussi.', '$も。'])
const bracketOf = (on: Desk, more: Partial<NewBracket> = {}): NewBracket => ({
  ...{ group: 'q', by: 'fra', passages: { fr: words(on, 'fr', 'dix'), ja: words(on, 'ja', '10') } },
  ...{ others: [{ by: 'jap', fr: 'cinquante', ja: '50' }] },
  ...more,
})

describe('[A5] brackets in the editors', () => {
  test('are put into both languages with the other words, in one step of undo', () => {
    const d = desk(TEXT)
    openBracket(d.pair, bracketOf(d))
    expect(written(d, 'fr')[0]).toBe('Au moins [fra dix][jap cinquante] agents.')
    expect(written(d, 'ja')[0]).toBe('少なくとも[fra 10][jap 50]名。')
    d.pair.undo.undo('ja')
    expect(d.text()).toEqual(TEXT)
    d.pair.undo.redo('fr')
    expect(written(d, 'ja')[0]).toBe('少なくとも[fra 10][jap 50]名。')
  })

  test('are drawn by signs that are no part of the text, nested ones from without', () => {
    const d = desk(TEXT)
    openBracket(d.pair, bracketOf(d))
    const whole = {
      fr: words(d, 'fr', 'Au moins dixcinquante agents.'),
      ja: words(d, 'ja', '少なくとも1050名。'),
    }
    openBracket(d.pair, { group: 'a-out', by: 'jap', passages: whole, others: [] })
    expect(drawn(d, 'fr')).toContain('[JAP Au moins [FRA dix][JAP cinquante] agents.]')
    expect(drawn(d, 'ja')).toContain('［日本側 少なくとも［仏側 10］［日本側 50］名。］')
    expect(d.pair.views.fr.state.doc.textContent).toContain('Au moins dixcinquante agents.')
    d.pair.undo.undo('fr')
    expect(drawn(d, 'fr')).toContain('Au moins [FRA dix][JAP cinquante] agents.')
  })

  test('take what is typed between their signs, and nothing that is typed at their edges', () => {
    const d = desk(bracketed(['a', 'Au moins {q.a fra|dix} agents.', '甲']))
    d.caret('fr', 'ix')
    d.type('fr', 'X')
    d.caret('fr', 'dXix')
    d.type('fr', '<')
    d.caret('fr', 'dXix', true)
    d.type('fr', '>')
    expect(written(d, 'fr')).toEqual(['Au moins <[fra dXix]> agents.'])
    expect(drawn(d, 'fr')).toContain('Au moins <[FRA dXix]> agents.')
  })

  test('are settled in one step, as the server would say it, nested ones staying', () => {
    const nested = bracketed(
      [
        'a',
        'Un {q.a fra|deux {x.a jap|trois}}{q.b jap|neuf} fin.',
        '一{q.a fra|二{x.a jap|三}}{q.b jap|九}終。',
      ],
      ['b', '{q.b jap|Tout un paragraphe.}', '{q.b jap|一段落。}'],
    )
    for (const settlement of [
      { keep: 'a' },
      { keep: 'b' },
      { keep: null },
      { words: { fr: 'autre', ja: '別' } },
    ] as const) {
      const d = desk(nested)
      settleBracket(d.pair, 'q', settlement)
      expect(d.text(), JSON.stringify(settlement)).toEqual(resolveBracket(nested, 'q', settlement))
      d.pair.undo.undo('fr')
      expect(d.text(), JSON.stringify(settlement)).toEqual(nested)
    }
  })

  test('are refused where the words were changed meanwhile, or would be cut through', () => {
    const d = desk(TEXT)
    const first = bracketOf(d)
    openBracket(d.pair, first)
    expect(refuseBracket(d.pair, first)).toBe('changed')
    const across = { fr: words(d, 'fr', 'moins di'), ja: [] }
    expect(refuseBracket(d.pair, { passages: across })).toBe('cuts')
    expect(refuseBracket(d.pair, { passages: { fr: words(d, 'fr', 'dixcinquante'), ja: [] } })).toBeNull()
  })

  test('[A1] a paragraph of theirs that stood beside ours takes over its id when it is kept', () => {
    const d = desk(bracketed(['a', '{q.o jap|Ours}', null]))
    const beside = {
      ...d.text().fr[0]!,
      id: 'f-a.q',
      content: [{ type: 'text', text: 'Leurs', marks: [{ type: 'bracket', id: 'q.t', by: 'fra' }] }],
    }
    const both = desk({ fr: [...d.text().fr, beside as never], ja: [] })
    settleBracket(both.pair, 'q', { keep: 't' })
    expect(both.text().fr).toMatchObject([{ id: 'f-a', content: [{ type: 'text', text: 'Leurs' }] }])
  })
})

describe('[A5] choosing the words to put in brackets', () => {
  test('begins with the selected words, and with all words of the unit in the other language', () => {
    const d = desk(TEXT)
    d.caret('fr', 'dix')
    const view = d.pair.views.fr
    const { from } = view.state.selection
    const choice = choiceAt(d.pair, 'fr', { from, to: from + 'dix '.length })!
    expect([...choice.units]).toEqual(['a'])
    expect(chosenWords(choice.blocks.fr, choice.first.fr)).toMatchObject([{ block: 'f-a', from: 9, to: 12 }])
    expect(chosenWords(choice.blocks.ja, choice.first.ja)).toMatchObject([{ block: 'j-a', from: 0, to: 9 }])
  })

  test('takes no object alone, and everything where nothing is selected', () => {
    const d = desk(TEXT)
    d.caret('ja', 'も。')
    const choice = choiceAt(d.pair, 'ja')!
    for (const language of LANGUAGES) expect(choice.first[language]).not.toBeNull()
    expect(chosenWords(choice.blocks.ja, { from: 0, to: 1 })).toEqual([])
  })
})
