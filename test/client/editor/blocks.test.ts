// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { type Desk, openDesk, secondDoc } from './desk.ts'

let open: Desk[] = []
function desk(source: string): Desk {
  const opened = openDesk(source)
  open.push(opened)
  return opened
}
afterEach(() => {
  for (const each of open) each.close()
  open = []
})

describe('Enter', () => {
  it('[U2] splits a block; both parts stay in the unit, each with an id of its own', () => {
    const d = desk(`a | Premier second | 第一第二`)
    d.caret('fr', 'second')
    d.press('fr', 'Enter')
    expect(d.lines()).toEqual(['Premier  + second | 第一第二'])
    const [first, second] = d.text().fr
    expect(first!.id).toBe('a-fr')
    expect(second!.id).not.toBe(first!.id)
    expect(second!.unit).toBe('a')
  })

  it('[U1] at the end of a block begins a new unit, missing in the other language', () => {
    const d = desk(`a | Un | 一`)
    d.caret('fr', 'Un', true)
    d.press('fr', 'Enter')
    d.type('fr', 'Deux')
    expect(d.lines()).toEqual(['Un | 一', 'Deux | -'])
  })

  it('[U1] at the end of a block goes to the paragraph that waits there in the other language', () => {
    const d = desk(`
      a | Un | 一
      § b | Deux | -
      c | Trois | 三`)
    d.caret('ja', '一', true)
    d.press('ja', 'Enter')
    d.type('ja', '二')
    expect(d.lines()).toEqual(['Un | 一', 'Deux | 二', 'Trois | 三'])
    expect(d.text().ja[1]).toMatchObject({ unit: 'b', kind: 'commitment' })
  })

  it('[U2] at the start of a block the words keep their id', () => {
    const d = desk(`a | Un | 一`)
    d.caret('fr', 'Un')
    d.press('fr', 'Enter')
    expect(d.text().fr.map(block => block.content.length)).toEqual([0, 1])
    expect(d.text().fr[1]!.id).toBe('a-fr')
  })

  it('[U3] after an empty item the list ends', () => {
    const d = desk(`- a | Un | 一`)
    d.caret('fr', 'Un', true)
    d.press('fr', 'Enter')
    expect(d.text().fr[1]!.kind).toBe('bullet')
    d.press('fr', 'Enter')
    expect(d.text().fr.map(block => block.kind)).toEqual(['bullet', 'paragraph'])
  })

  it('[U5] that confirms a conversion does nothing', () => {
    const d = desk(`a | Un | 変換`)
    d.caret('ja', '変換', true)
    const view = d.pair.views.ja
    const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true })
    expect(view.someProp('handleKeyDown', handle => handle(view, event)) ?? false).toBe(false)
    expect(d.lines()).toEqual(['Un | 変換'])
  })
})

describe('Backspace', () => {
  it('[U2] at the start joins with the block above, and no word is lost', () => {
    const d = desk(`
      a | Un | 一
      b | Deux | 二`)
    d.caret('fr', 'Deux')
    d.press('fr', 'Backspace')
    expect(d.lines()).toEqual(['UnDeux | 一', '- | 二'])
  })

  it('[U2] a join that leaves the other language alone is offered there too', () => {
    const d = desk(`
      a | Un | 一
      b | Deux | 二`)
    d.caret('fr', 'Deux')
    d.press('fr', 'Backspace')
    expect(d.notices.at(-1)).toEqual({ kind: 'merge-offer', kept: 'a', lost: 'b', left: 'ja' })
  })

  it('[U2] undoes a split', () => {
    const d = desk(`§ a | Un deux | 一`)
    d.caret('fr', 'deux')
    d.press('fr', 'Enter')
    d.press('fr', 'Backspace')
    expect(d.lines()).toEqual(['Un deux | 一'])
    expect(d.text().fr[0]).toMatchObject({ id: 'a-fr', kind: 'commitment' })
  })

  it('[U3] at the start of a heading makes it a paragraph, in both languages', () => {
    const d = desk(`## a | Un | 一`)
    d.caret('fr', 'Un')
    d.press('fr', 'Backspace')
    expect([d.text().fr[0]!.kind, d.text().ja[0]!.kind]).toEqual(['paragraph', 'paragraph'])
  })

  it('[U2] an empty block gives way to the words below it, with their id', () => {
    const d = desk(`
      a |  | -
      b | Deux | 二`)
    d.caret('fr', 'Deux')
    d.press('fr', 'Backspace')
    expect(d.text().fr.map(block => block.id)).toEqual(['b-fr'])
  })
})

describe('kinds', () => {
  it.each([
    ['# ', 'title', 1],
    ['## ', 'heading', 1],
    ['### ', 'heading', 2],
    ['- ', 'bullet', 1],
    ['1. ', 'number', 1],
    ['> ', 'recital', 1],
    ['§ ', 'commitment', 1],
  ])('[U3] %s at the start of a block makes a %s', (signs, kind, level) => {
    const d = desk(`a | mots | 語`)
    d.caret('fr', 'mots')
    d.type('fr', signs)
    expect(d.text().fr[0]).toMatchObject({ kind, level, content: [{ type: 'text', text: 'mots' }] })
  })

  it('[U3] full-width signs of a Japanese keyboard do the same', () => {
    const d = desk(`a | mots | 語`)
    d.caret('ja', '語')
    d.type('ja', '＃＃\u3000')
    expect(d.text().ja[0]).toMatchObject({ kind: 'heading', level: 1 })
  })

  it('[U4] one undo gives back the signs as they were typed', () => {
    const d = desk(`a | mots | 語`)
    d.caret('fr', 'mots')
    d.type('fr', '- ')
    d.pair.undo.undo('fr')
    expect(d.text().fr[0]).toMatchObject({ kind: 'paragraph', content: [{ type: 'text', text: '- mots' }] })
  })

  it('[U3] where both languages agreed on the kind they go on agreeing, and are undone together', () => {
    const d = desk(`a | mots | 語`)
    d.caret('fr', 'mots')
    d.press('fr', '6', { alt: true, shift: true })
    expect([d.text().fr[0]!.kind, d.text().ja[0]!.kind]).toEqual(['commitment', 'commitment'])
    d.pair.undo.undo('fr')
    expect([d.text().fr[0]!.kind, d.text().ja[0]!.kind]).toEqual(['paragraph', 'paragraph'])
  })

  it('[U2] a heading made by two people at once is one paragraph', async () => {
    const first = desk(`a | mots | 語`)
    const { doc, meet } = secondDoc(first.doc)
    const second = openDesk(doc)
    open.push(second)
    for (const d of [first, second]) {
      d.caret('fr', 'mots')
      d.press('fr', '1', { alt: true, shift: true })
    }
    await meet()
    expect(first.text()).toEqual(second.text())
    expect(first.text().fr).toHaveLength(1)
    expect(first.text().fr[0]).toMatchObject({ id: 'a-fr', kind: 'heading' })
  })
})

describe('ids', () => {
  it('[U2] a block without an id gets one with the next edit of one’s own', () => {
    const d = desk(`a | Un | 一`)
    const view = d.pair.views.fr
    view.dispatch(view.state.tr.insert(0, view.state.schema.nodes.block!.create({ id: 'a-fr', unit: '' })))
    const ids = d.text().fr.map(block => block.id)
    expect(new Set(ids).size).toBe(2)
    expect(d.text().fr.every(block => block.unit)).toBe(true)
  })

  it('[U2] what others do is not repaired here', async () => {
    const d = desk(`a | Un | 一`)
    const { doc, meet } = secondDoc(d.doc)
    const fragment = doc.getXmlFragment('fr')
    fragment.insert(1, [fragment.get(0)!.clone()])
    let sent = 0
    d.doc.on('update', (_update, origin) => {
      if (origin !== 'remote') sent++
    })
    await meet()
    expect(d.pair.views.fr.state.doc.childCount).toBe(2)
    expect(sent).toBe(0)
  })

  it('[U2] emptying a language leaves one paragraph to write in', () => {
    const d = desk(`a | Un | 一`)
    const view = d.pair.views.fr
    view.dispatch(view.state.tr.delete(0, view.state.doc.content.size))
    expect(d.text().fr).toHaveLength(1)
    expect(d.text().ja).toHaveLength(1)
  })
})
