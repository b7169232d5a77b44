// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createMarkStore, type MarkStore } from '../../../client/editor/amendments/mark-store.ts'
import { planMarks } from '../../../client/editor/amendments/plan-marks.ts'
import { planAmendments } from '../../../shared/compare/amendments.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../../shared/schema/y-write.ts'
import { type Desk, docOf, openDesk, secondDoc, textOf } from './desk.ts'

const BASE = `
  a | Dix jeunes agents partent. | 10名の若手職員を派遣する。
  b | Nous adoptons ce texte. | この文書を採択する。
  c | Un bilan suit. | 報告する。
`
const ANSWER = `
  a | Vingt jeunes agents partent. | 20名の若手職員を派遣する。
  n | Un paragraphe nouveau vient ici. | 新しい段落がここに入る。
  b | Nous adoptons ce texte commun. | この文書を採択する。
`

/** Marks of all amendments of an answer, as if all were undecided and stood at the base. */
function marksOf(base: BilingualText, answer: BilingualText) {
  const comparison = compareTexts(base, answer)
  const plan = planAmendments(comparison)
  const rows = new Map(comparison.rows.map(row => [row.key, row]))
  return planMarks(
    plan.amendments.map(amendment => ({ amendment, rows: amendment.rows.map(key => rows.get(key)!) })),
    base,
    {
      plan,
      accepted: new Set(),
      facts: {},
      words: {
        goes: 'à supprimer : ',
        comes: 'à ajouter : ',
        caption: ({ new: now, kinds }) => (now ? kinds.filter(kind => kind !== 'modified').join() : 'gone'),
      },
    },
  )
}

let desk: Desk
let marks: MarkStore
let doc: Y.Doc

beforeEach(() => {
  doc = docOf(BASE)
  marks = createMarkStore()
  desk = openDesk(doc, [], marks)
})
afterEach(() => {
  desk.close()
  vi.useRealTimers()
})

const show = (answer = ANSWER) => marks.set(marksOf(readBilingualText(doc), textOf(answer)))
/** A block as one sees it: struck words in [- -], words that would come in [+ +]. */
function seen(language: Language, id: string): string {
  const block = desk.pair.views[language].dom.querySelector(`[data-block="${id}"]`)!
  const copy = block.cloneNode(true) as HTMLElement
  for (const del of copy.querySelectorAll('del')) del.replaceWith(`[-${del.textContent}-]`)
  for (const ins of copy.querySelectorAll('ins')) ins.replaceWith(`[+${ins.textContent}+]`)
  return copy.textContent ?? ''
}
const microtasks = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

describe('undecided amendments over the text', () => {
  test('[A1] words that would go are struck and words that would come stand beside them, in both languages', () => {
    show()
    expect(seen('fr', 'a-fr')).toBe('[-Dix-][+Vingt+] jeunes agents partent.')
    expect(seen('ja', 'a-ja')).toBe('[-10-][+20+]名の若手職員を派遣する。')
    expect(seen('fr', 'b-fr')).toBe('Nous adoptons ce texte[+ commun+].')
    expect(seen('ja', 'b-ja')).toBe('この文書を採択する。')
  })

  test('[A1] a paragraph that would go is struck whole and says so', () => {
    show()
    expect(seen('fr', 'c-fr')).toBe('[-Un bilan suit.-]')
    const block = desk.pair.views.fr.dom.querySelector('[data-block="c-fr"]')!
    expect(block.getAttribute('data-amendment-caption')).toBe('gone')
    expect(block.hasAttribute('data-amendment-struck')).toBe(true)
  })

  test('[A1] nothing of it is content: not in the document, its history, or the clipboard', () => {
    const before = Y.encodeStateVector(doc)
    const text = desk.text()
    show()
    expect(Y.encodeStateVector(doc)).toEqual(before)
    expect(desk.text()).toEqual(text)
    expect(desk.pair.undo.managers.fr.undoStack).toHaveLength(0)
    const view = desk.pair.views.fr
    const { dom } = view.serializeForClipboard(view.state.doc.slice(0, view.state.doc.content.size))
    expect(dom.textContent).toBe('Dix jeunes agents partent.Nous adoptons ce texte.Un bilan suit.')
  })

  test('[A1] [U4] one goes on writing in one step of undo while marks come and go', () => {
    desk.caret('fr', 'texte', true)
    desk.type('fr', ' u')
    show()
    desk.type('fr', 'n')
    marks.set({ ...marks.get(), blocks: { fr: new Map(), ja: new Map() } })
    desk.type('fr', 'i')
    desk.pair.undo.undo('fr')
    expect(desk.lines()[1]).toBe('Nous adoptons ce texte. | この文書を採択する。')
  })

  test('[A1] what a colleague writes elsewhere leaves the marks; in the same paragraph it takes them away', async () => {
    show()
    const colleague = secondDoc(doc)
    const edit = async (id: string, from: string, to: string) => {
      const text = readBilingualText(colleague.doc)
      applyBilingualText(colleague.doc, {
        ...text,
        fr: text.fr.map(block =>
          block.id === id
            ? {
                ...block,
                content: block.content.map(i =>
                  i.type === 'text' ? { ...i, text: i.text.replace(from, to) } : i,
                ),
              }
            : block,
        ),
      })
      await colleague.meet()
    }
    await edit('c-fr', 'suit', 'suivra')
    expect(seen('fr', 'a-fr')).toBe('[-Dix-][+Vingt+] jeunes agents partent.')
    expect(seen('fr', 'c-fr')).toBe('Un bilan suivra.')
    await edit('a-fr', 'partent', 'partiront')
    expect(seen('fr', 'a-fr')).toBe('Dix jeunes agents partiront.')
    expect(seen('ja', 'a-ja')).toBe('[-10-][+20+]名の若手職員を派遣する。')
  })

  test('[A1] the marks of a paragraph go along while one writes in it', () => {
    show()
    desk.caret('fr', 'agents')
    desk.type('fr', 'bons ')
    expect(seen('fr', 'a-fr')).toBe('[-Dix-][+Vingt+] jeunes bons agents partent.')
  })

  test('[A1] where the words are no longer those that were compared, nothing is shown', () => {
    const planned = marksOf(readBilingualText(doc), textOf(ANSWER))
    desk.caret('fr', 'Dix')
    desk.type('fr', 'Les ')
    marks.set(planned)
    expect(seen('fr', 'a-fr')).toBe('Les Dix jeunes agents partent.')
  })

  test('[U1] a new paragraph has a row of its own across both languages, and the rows below move down', async () => {
    show()
    const { layout } = desk.pair.rows.get()
    expect(layout.rows.map(({ unit, line, number }) => [unit, line, number])).toEqual([
      ['a', 1, 1],
      ['b', 3, 2],
      ['c', 4, 3],
    ])
    expect(layout.ghosts.map(({ ghost, line, span }) => [ghost.amendment, line, span])).toEqual([['n', 2, 1]])
    await microtasks()
    const style = desk.pair.views.ja.dom
      .querySelector<HTMLElement>('[data-block="b-ja"]')!
      .getAttribute('style')
    expect(style).toContain('grid-row: 3 / span 1')
  })

  test('[U1] once the paragraph has come its row is that of the text, before the marks are planned again', async () => {
    show()
    const colleague = secondDoc(doc)
    const text = readBilingualText(colleague.doc)
    const answer = textOf(ANSWER)
    applyBilingualText(colleague.doc, {
      fr: text.fr.toSpliced(1, 0, answer.fr[1]!),
      ja: text.ja.toSpliced(1, 0, answer.ja[1]!),
    })
    await colleague.meet()
    const { layout } = desk.pair.rows.get()
    expect(layout.ghosts).toEqual([])
    expect(layout.rows.map(({ unit, line }) => [unit, line])).toEqual([
      ['a', 1],
      ['n', 2],
      ['b', 3],
      ['c', 4],
    ])
  })

  test('[A1] a paragraph begun before another, whose id went to the new one, is shown before it', () => {
    const base = readBilingualText(doc)
    const begun = (blocks: BilingualText['fr'], words: string) => [
      blocks[0]!,
      { ...blocks[1]!, content: [{ type: 'text', text: words }] as const },
      { ...blocks[1]!, id: `${blocks[1]!.id} second` as BlockId, unit: 'b2' as UnitId },
      blocks[2]!,
    ]
    marks.set(
      marksOf(base, {
        fr: begun(base.fr, 'Un préambule commence.'),
        ja: begun(base.ja, '前文が始まる。'),
      }),
    )
    const { layout } = desk.pair.rows.get()
    expect(layout.ghosts.map(({ line }) => line)).toEqual([2])
    expect(layout.ghosts[0]!.ghost.blocks.fr[0]!.pieces).toEqual([
      { text: 'Un préambule commence.', marks: [] },
    ])
    expect(layout.rows.map(({ line }) => line)).toEqual([1, 3, 4])
  })

  test('[A1] a move shows where it would go, and stays where it is', () => {
    show(`
      b | Nous adoptons ce texte. | この文書を採択する。
      c | Un bilan suit. | 報告する。
      a | Dix jeunes agents partent. | 10名の若手職員を派遣する。
    `)
    const [ghost, ...more] = desk.pair.rows.get().layout.ghosts
    expect(more).toEqual([])
    expect(ghost?.ghost.moved).toBe(true)
    expect(desk.lines()).toHaveLength(3)
  })

  test('[U5] while something is being composed the marks and the rows stand still; afterwards they come', async () => {
    vi.useFakeTimers()
    const { dom } = desk.pair.views.ja
    dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    show()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(seen('fr', 'a-fr')).toBe('Dix jeunes agents partent.')
    expect(seen('ja', 'a-ja')).toBe('10名の若手職員を派遣する。')
    expect(desk.pair.rows.get().layout.ghosts).toEqual([])
    dom.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
    await vi.advanceTimersByTimeAsync(100)
    expect(seen('ja', 'a-ja')).toBe('[-10-][+20+]名の若手職員を派遣する。')
    expect(desk.pair.rows.get().layout.ghosts).toHaveLength(1)
  })
})
