// @vitest-environment jsdom
/** [A4] Locked units in the editors of one person. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLockStore, type LockStore } from '../../../client/editor/locks/lock-store.ts'
import { rescueUnseenWords } from '../../../client/editor/rescue/unseen-words.ts'
import { moveUnit } from '../../../client/editor/units/move-unit.ts'
import {
  deleteUnit,
  insertUnitBelow,
  mergeWithAbove,
  splitUnit,
  writeMissing,
} from '../../../client/editor/units/unit-commands.ts'
import { unitsOf } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { seeded } from '../../support/seeded.ts'
import { type Desk, docOf, openDesk, secondDoc } from './desk.ts'

let open: Desk[] = []
beforeAll(() => {
  // jsdom has no layout, and some commands bring the caret into view.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
})
function desk(source: Parameters<typeof openDesk>[0], ...locked: string[]): Desk & { locks: LockStore } {
  const locks = createLockStore()
  locks.set(locked)
  const opened = openDesk(source, [], undefined, undefined, locks)
  open.push(opened)
  return { ...opened, locks }
}
afterEach(() => {
  for (const each of open) each.close()
  open = []
})

const FOUR = `
  a | Un | 一
  b | Deux | 二
  c | Trois + Trois bis | 三
  d | Quatre | 四`
const LINES = ['Un | 一', 'Deux | 二', 'Trois + Trois bis | 三', 'Quatre | 四']
const said = async (d: Desk) => {
  await Promise.resolve()
  return d.notices.map(notice => notice?.kind).filter(Boolean)
}

describe('[A4] a locked unit in the editor', () => {
  it('takes the caret and nothing one types, which is said; the others take it', async () => {
    const d = desk(FOUR, 'b', 'c')
    d.caret('fr', 'Deux')
    d.type('fr', 'xyz')
    d.caret('ja', '三', true)
    d.type('ja', 'だ')
    expect(d.lines()).toEqual(LINES)
    expect(await said(d)).toEqual(['locked', 'locked', 'locked', 'locked'])
    d.caret('fr', 'Un', true)
    d.type('fr', 'e')
    expect(d.lines()[0]).toBe('Une | 一')
  })

  it('is left alone by keys and commands that would split, join, empty, format, fill or take it away', () => {
    const at =
      (words: string, act: (d: Desk) => void, end = false) =>
      (d: Desk) => {
        d.caret('fr', words, end)
        act(d)
      }
    const acts: Record<string, (d: Desk) => void> = {
      'Enter in it': at('ux', d => d.press('fr', 'Enter')),
      'Enter between its blocks': at('Trois', d => d.press('fr', 'Enter'), true),
      'Backspace at its start': at('Deux', d => d.press('fr', 'Backspace')),
      'Backspace after it': at('Quatre', d => d.press('fr', 'Backspace')),
      'Delete before it': at('Un', d => d.press('fr', 'Delete'), true),
      bold: d => {
        d.caret('fr', 'Deux')
        const { state } = d.pair.views.fr
        const bold = state.schema.marks.bold!.create()
        d.pair.views.fr.dispatch(state.tr.addMark(state.selection.from, state.selection.from + 2, bold))
      },
      'another kind': at('Deux', d => d.type('fr', '# ')),
      split: at('ux', d => splitUnit(d.pair, 'fr')),
      'deletion of the unit': at('Deux', d => deleteUnit(d.pair, 'fr')),
      'joining with the one above': at('Deux', d => mergeWithAbove(d.pair, 'fr')),
      'joining from below': at('Quatre', d => mergeWithAbove(d.pair, 'fr')),
      everything: d => {
        const { state } = d.pair.views.fr
        d.pair.views.fr.dispatch(state.tr.delete(0, state.doc.content.size))
      },
    }
    for (const [name, act] of Object.entries(acts)) {
      const d = desk(FOUR, 'b', 'c')
      act(d)
      expect(d.lines(), name).toEqual(LINES)
      expect(
        d.text().fr.map(({ unit }) => unit),
        name,
      ).toEqual(['a', 'b', 'c', 'c', 'd'])
    }
  })

  it('gets no words in the language that it lacks, and a new unit may stand beside it', () => {
    const d = desk(
      `
      a | Un | 一
      b | Deux | -`,
      'b',
    )
    writeMissing(d.pair, 'ja', d.pair.rows.get().layout.rows[1]!)
    expect(d.lines()).toEqual(['Un | 一', 'Deux | -'])
    d.caret('fr', 'Deux', true)
    insertUnitBelow(d.pair, 'fr')
    expect(d.lines()).toEqual(['Un | 一', 'Deux | -', ' | '])
  })

  it('is passed by its neighbours and never taken out itself; two of them do not change places', () => {
    const d = desk(FOUR, 'b', 'c')
    const element = d.doc.getXmlFragment('fr').get(1)
    d.caret('fr', 'Deux')
    moveUnit(d.pair, 'fr', -1)
    expect(d.lines()).toEqual(['Deux | 二', 'Un | 一', ...LINES.slice(2)])
    expect(d.doc.getXmlFragment('fr').get(0)).toBe(element)
    moveUnit(d.pair, 'fr', 1)
    expect(d.lines()).toEqual(LINES)
    moveUnit(d.pair, 'fr', 1)
    expect(d.lines()).toEqual(LINES)
  })

  it('follows what the server lets through, and what is reopened can be written in at once', async () => {
    const d = desk(FOUR, 'b')
    const other = secondDoc(d.doc)
    ;((other.doc.getXmlFragment('fr').get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'De nouveau ')
    await other.meet()
    expect(d.lines()[1]).toBe('De nouveau Deux | 二')
    d.locks.set([])
    d.caret('fr', 'Deux')
    d.type('fr', 'x')
    expect(d.lines()[1]).toBe('De nouveau xDeux | 二')
  })

  it('[U4] is not changed by undo: that step is dropped, and the one before it can be undone', async () => {
    const d = desk(FOUR)
    d.caret('fr', 'Un', true)
    d.type('fr', 'e')
    d.pair.undo.closeStep('fr')
    d.caret('fr', 'Deux')
    d.type('fr', 'x')
    d.locks.set(['b'])
    d.pair.undo.undo('fr')
    expect([d.lines()[1], await said(d)]).toEqual(['xDeux | 二', ['locked']])
    d.pair.undo.undo('fr')
    expect(d.lines()[0]).toBe('Un | 一')
    d.pair.undo.redo('fr')
    expect(d.lines().slice(0, 2)).toEqual(['Une | 一', 'xDeux | 二'])
  })

  it('shows that it is locked on its blocks, as soon as it is', async () => {
    const d = desk(FOUR)
    d.locks.set(['c'])
    await Promise.resolve()
    const blocks = [...d.pair.views.fr.dom.children].map(block => block.hasAttribute('data-locked'))
    expect(blocks).toEqual([false, false, true, true, false])
  })

  it('gets no unseen words put back into it', async () => {
    const doc = docOf(FOUR)
    const rescue = rescueUnseenWords(
      doc,
      () => 'new',
      undefined,
      0,
      unit => unit === 'b',
    )
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const texts = (of: Y.Doc, index: number) =>
      (of.getXmlFragment('fr').get(index) as Y.XmlElement).get(0) as Y.XmlText
    texts(doc, 0).insert(2, ' mot inédit')
    other.getXmlFragment('fr').delete(0, 1)
    const update = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
    rescue.hear(update)
    Y.applyUpdate(doc, update)
    await Promise.resolve()
    rescue.destroy()
    expect(texts(doc, 1).toString()).toBe('Deux')
    expect(doc.getXmlFragment('fr').toArray().join('')).toContain('mot inédit')
  })

  it('stays as it is under any sequence of commands (seeded)', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seeded(seed)
      const d = desk(FOUR, 'b', 'c')
      const agreed = JSON.stringify(unitsOf(d.text()).filter(({ id }) => id === 'b' || id === 'c'))
      for (let step = 0; step < 40; step++) {
        const language = random.pick(LANGUAGES)
        const view = d.pair.views[language]
        const blocks = view.state.doc.childCount
        const words = view.state.doc.child(random.below(blocks)).textContent
        d.caret(language, random.below(2) ? words : words.slice(1) || words, random.below(2) === 0)
        random.pick<() => void>([
          () => d.type(language, 'x'),
          () => d.press(language, 'Enter'),
          () => d.press(language, 'Backspace'),
          () => d.press(language, 'Delete'),
          () => moveUnit(d.pair, language, random.below(2) ? 1 : -1),
          () => splitUnit(d.pair, language),
          () => mergeWithAbove(d.pair, language),
          () => deleteUnit(d.pair, language),
          () => insertUnitBelow(d.pair, language),
          () => d.pair.undo.undo(language),
          () => d.pair.undo.redo(language),
        ])()
        const now = unitsOf(d.text()).filter(({ id }) => id === 'b' || id === 'c')
        const order = now.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(JSON.stringify(order), `seed ${seed}, step ${step}`).toBe(agreed)
      }
      d.close()
      open = []
    }
  })
})
