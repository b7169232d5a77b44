// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bringHere, moveUnit } from '../../../client/editor/units/move-unit.ts'
import {
  deleteUnit,
  insertUnitBelow,
  linkCarets,
  mergeWithAbove,
  splitUnit,
  unlink,
  writeMissing,
} from '../../../client/editor/units/unit-commands.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { seeded } from '../../support/seeded.ts'
import { type Desk, openDesk, secondDoc } from './desk.ts'

let open: Desk[] = []
function desk(source: Parameters<typeof openDesk>[0]): Desk {
  const opened = openDesk(source)
  open.push(opened)
  return opened
}
afterEach(() => {
  for (const each of open) each.close()
  open = []
})

const THREE = `
  a | Un | 一
  b | Deux | 二
  c | Trois | 三`

describe('units', () => {
  it('[U2] moving a unit moves both languages, and one undo takes it back in both', () => {
    const d = desk(THREE)
    d.caret('fr', 'Trois')
    d.press('fr', 'ArrowUp', { alt: true })
    expect(d.lines()).toEqual(['Un | 一', 'Trois | 三', 'Deux | 二'])
    d.pair.undo.undo('fr')
    expect(d.lines()).toEqual(['Un | 一', 'Deux | 二', 'Trois | 三'])
    d.pair.undo.redo('ja')
    expect(d.lines()).toEqual(['Un | 一', 'Trois | 三', 'Deux | 二'])
  })

  it('[U2] moving past a unit that one language lacks leaves that language as it is', () => {
    const d = desk(`
      a | Un | 一
      b | Deux | -
      c | Trois | 三`)
    d.caret('fr', 'Trois')
    moveUnit(d.pair, 'fr', -1)
    expect(d.lines()).toEqual(['Un | 一', 'Trois | 三', 'Deux | -'])
  })

  it('[U2] a unit of several blocks moves whole, with its ids', () => {
    const d = desk(`
      a | Un | 一
      b | Deux + Deux bis | 二`)
    const ids = d.text().fr.map(block => block.id)
    d.caret('ja', '二')
    moveUnit(d.pair, 'ja', -1)
    expect(d.lines()).toEqual(['Deux + Deux bis | 二', 'Un | 一'])
    expect(d.text().fr.map(block => block.id)).toEqual([ids[1], ids[2], ids[0]])
  })

  it('[U2] the first unit does not move up', () => {
    const d = desk(THREE)
    d.caret('fr', 'Un')
    expect(moveUnit(d.pair, 'fr', -1)).toBe(false)
  })

  it('[U2] words a colleague types while a unit moves past theirs stay in their paragraph', async () => {
    const d = desk(THREE)
    const { doc, meet } = secondDoc(d.doc)
    const other = desk(doc)
    d.caret('fr', 'Trois')
    moveUnit(d.pair, 'fr', -1, unit => unit === 'b')
    other.caret('fr', 'Deux', true)
    other.type('fr', ' fois')
    await meet()
    expect(d.lines()).toEqual(['Un | 一', 'Trois | 三', 'Deux fois | 二'])
    expect(other.lines()).toEqual(d.lines())
  })

  it('[U1] what is missing is written in its row, with the kind of its counterpart', () => {
    const d = desk(`
      a | Un | 一
      § b | Deux | -
      c | Trois | 三`)
    writeMissing(d.pair, 'ja', d.pair.rows.get().layout.rows[1]!)
    d.type('ja', '二')
    expect(d.lines()).toEqual(['Un | 一', 'Deux | 二', 'Trois | 三'])
    expect(d.text().ja[1]).toMatchObject({ unit: 'b', kind: 'commitment' })
  })

  it('[U1] a new unit below has an empty paragraph in each language', () => {
    const d = desk(THREE)
    d.caret('fr', 'Un')
    insertUnitBelow(d.pair, 'fr')
    expect(d.lines()).toEqual(['Un | 一', ' | ', 'Deux | 二', 'Trois | 三'])
    expect(d.text().fr[1]!.unit).toBe(d.text().ja[1]!.unit)
  })

  it('[U2] a unit is split in both languages, each at its own caret', () => {
    const d = desk(`a | Un deux | 一二`)
    d.caret('ja', '二')
    d.caret('fr', 'deux')
    splitUnit(d.pair, 'fr')
    expect(d.lines()).toEqual(['Un  | 一', 'deux | 二'])
  })

  it('[U2] split where the other language has no caret, the rest is missing there and nothing is lost', () => {
    const d = desk(`
      a | Un deux | 一二
      b | Trois | 三`)
    d.caret('ja', '三')
    d.caret('fr', 'deux')
    splitUnit(d.pair, 'fr')
    expect(d.lines()).toEqual(['Un  | 一二', 'deux | -', 'Trois | 三'])
  })

  it('[U1] units are merged, unlinked and linked', () => {
    const d = desk(THREE)
    d.caret('fr', 'Deux')
    mergeWithAbove(d.pair, 'fr')
    expect(d.lines()).toEqual(['Un + Deux | 一 + 二', 'Trois | 三'])
    d.caret('fr', 'Deux')
    unlink(d.pair, 'fr')
    expect(d.lines()).toEqual(['Un | 一 + 二', 'Deux | -', 'Trois | 三'])
    d.caret('ja', '二')
    unlink(d.pair, 'ja')
    expect(d.lines()).toEqual(['Un | 一', 'Deux | -', '- | 二', 'Trois | 三'])
    linkCarets(d.pair)
    expect(d.lines()).toEqual(['Un | 一', 'Deux | 二', 'Trois | 三'])
  })

  it('[U1] orders that differ are shown, and mended by bringing the unit where the other language has it', () => {
    const d = desk(THREE)
    const view = d.pair.views.ja
    view.dispatch(view.state.tr.delete(0, view.state.doc.child(0).nodeSize))
    view.dispatch(
      view.state.tr.insert(
        view.state.doc.content.size,
        view.state.schema.nodes.block!.create({ id: 'a-ja', unit: 'a' }, view.state.schema.text('一')),
      ),
    )
    expect(d.lines()).toEqual(['Un | ~', 'Deux | 二', 'Trois | 三', '~ | 一'])
    bringHere(d.pair, 'ja', d.pair.rows.get().layout.rows[0]!)
    expect(d.lines()).toEqual(['Un | 一', 'Deux | 二', 'Trois | 三'])
  })

  it('[U2] a unit is deleted in both languages, and comes back with one undo', () => {
    const d = desk(THREE)
    d.caret('fr', 'Deux')
    deleteUnit(d.pair, 'fr')
    expect(d.lines()).toEqual(['Un | 一', 'Trois | 三'])
    d.pair.undo.undo('fr')
    expect(d.lines()).toEqual(['Un | 一', 'Deux | 二', 'Trois | 三'])
  })
})

describe('undo', () => {
  it('[U4] takes back one’s own words only, after others wrote in the same paragraph', async () => {
    const d = desk(`a | Un | 一`)
    const { doc, meet } = secondDoc(d.doc)
    const other = desk(doc)
    d.caret('fr', 'Un', true)
    d.type('fr', ' mien')
    await meet()
    other.caret('fr', 'mien', true)
    other.type('fr', ' autre')
    await meet()
    d.pair.undo.undo('fr')
    await meet()
    expect(other.lines()).toEqual(['Un autre | 一'])
  })

  it('[U4] in one editor leaves the other alone', () => {
    const d = desk(`a | Un | 一`)
    d.caret('fr', 'Un', true)
    d.type('fr', '!')
    d.caret('ja', '一', true)
    d.type('ja', '。')
    d.pair.undo.undo('fr')
    expect(d.lines()).toEqual(['Un | 一。'])
  })

  it('[U4] of a split keeps the words that someone else wrote in the second part', async () => {
    const d = desk(`a | Un deux | 一`)
    const { doc, meet } = secondDoc(d.doc)
    const other = desk(doc)
    d.caret('fr', 'deux')
    d.press('fr', 'Enter')
    await meet()
    other.caret('fr', 'deux', true)
    other.type('fr', ' de plus')
    await meet()
    d.pair.undo.undo('fr')
    await meet()
    expect(
      d
        .text()
        .fr.flatMap(block => block.content.map(inline => inline.type === 'text' && inline.text))
        .join('|'),
    ).toBe('Un deux| de plus')
  })
})

describe('words typed in a block that someone else takes away', () => {
  async function meanwhile(theirs: (d: Desk) => void) {
    const d = desk(THREE)
    const { doc, meet } = secondDoc(d.doc)
    const other = desk(doc)
    theirs(d)
    other.caret('fr', 'Deux', true)
    other.type('fr', ' fois neuf')
    await meet()
    expect(other.lines()).toEqual(d.lines())
    return d.lines()
  }

  it('[U2] follow the block when it moves', async () => {
    const lines = await meanwhile(d => {
      d.caret('fr', 'Un')
      moveUnit(d.pair, 'fr', 1)
    })
    expect(lines).toEqual(['Deux fois neuf | 二', 'Un | 一', 'Trois | 三'])
  })

  it('[U2] follow its words when it is joined with the block above', async () => {
    const lines = await meanwhile(d => {
      d.caret('fr', 'Deux')
      d.press('fr', 'Backspace')
    })
    expect(lines).toEqual(['UnDeux fois neuf | 一', '- | 二', 'Trois | 三'])
  })

  it('[U2] come back as a paragraph of the same unit when the block is deleted', async () => {
    const lines = await meanwhile(d => {
      d.caret('fr', 'Deux')
      const view = d.pair.views.fr
      const { $head } = view.state.selection
      view.dispatch(view.state.tr.delete($head.before(1), $head.after(1)))
    })
    expect(lines).toEqual(['Un | 一', ' fois neuf | 二', 'Trois | 三'])
  })

  it('[U2] are not put back when whoever deleted the block had seen them', async () => {
    const d = desk(THREE)
    const { doc, meet } = secondDoc(d.doc)
    const other = desk(doc)
    other.caret('fr', 'Deux', true)
    other.type('fr', ' fois neuf')
    await meet()
    d.caret('fr', 'Deux')
    deleteUnit(d.pair, 'fr')
    await meet()
    expect(d.lines()).toEqual(['Un | 一', 'Trois | 三'])
    expect(other.lines()).toEqual(d.lines())
  })
})

describe('two people at once', () => {
  it('[U2] typing in one paragraph, neither word is reversed or lost', async () => {
    const d = desk(`a | Début fin | 一`)
    const { doc, meet } = secondDoc(d.doc)
    const other = desk(doc)
    d.caret('fr', 'fin', true)
    other.caret('fr', 'Début')
    for (let index = 0; index < 10; index++) {
      d.type('fr', 'abcdefghij'[index]!)
      other.type('fr', '0123456789'[index]!)
      await meet()
    }
    expect(d.lines()).toEqual(['0123456789Début finabcdefghij | 一'])
    expect(other.lines()).toEqual(d.lines())
  })

  it.each([
    ['in one update', true],
    ['in two', false],
  ])('[U2] the caret goes with the paragraph that someone else moves, told %s', async (_, together) => {
    const d = desk(THREE)
    const { doc, meet } = secondDoc(d.doc)
    const other = desk(doc)
    other.caret('fr', 'Trois', true)
    const updates: Uint8Array[] = []
    d.doc.on('update', update => updates.push(update))
    d.caret('fr', 'Trois')
    moveUnit(d.pair, 'fr', -1, unit => unit === 'b')
    if (!together) for (const update of updates) Y.applyUpdate(doc, update, 'remote')
    await meet()
    other.type('fr', '!')
    expect(other.lines()).toEqual(['Un | 一', 'Trois! | 三', 'Deux | 二'])
  })

  it('[U2] moving the same unit in two directions leaves it once', async () => {
    const d = desk(THREE)
    const { doc, meet } = secondDoc(d.doc)
    const other = desk(doc)
    for (const [who, by] of [
      [d, -1],
      [other, 1],
    ] as const) {
      who.caret('fr', 'Deux')
      moveUnit(who.pair, 'fr', by, unit => unit !== 'b')
    }
    await meet()
    d.caret('fr', 'Un', true)
    d.type('fr', '!')
    d.caret('ja', '一', true)
    d.type('ja', '!')
    await meet()
    const words = other.lines().join(' ')
    expect(words.match(/Deux/g)).toHaveLength(1)
    expect(words.match(/二/g)).toHaveLength(1)
  })

  it.each([
    ['no word is lost', false],
    ['undo breaks nothing', true],
  ])(
    '[U2] splitting, joining, moving, typing at random: both see the same, ids are unique, %s',
    async (_, undo) => {
      const seed = Number(process.env.EDITOR_SEED ?? 4404)
      const random = seeded(seed)
      for (let round = 0; round < Number(process.env.EDITOR_ROUNDS ?? 25); round++) {
        const d = desk(THREE)
        const { doc, meet } = secondDoc(d.doc)
        const other = desk(doc)
        const log: string[] = []
        const typed: string[] = []
        for (let step = 0; step < 30; step++) {
          const who = random.pick([d, other])
          const language = random.pick(LANGUAGES)
          log.push(
            `${who === d ? 'A' : 'B'} ${language} ${act(who, language, random.below(undo ? 8 : 7), random.next(), typed)}`,
          )
          if (random.below(4) === 0) await meet()
        }
        await meet()
        const where = `seed ${seed} round ${round}: ${log.join(', ')}`
        expect(d.text(), where).toEqual(other.text())
        const all = LANGUAGES.flatMap(each => d.text()[each].flatMap(block => block.content))
          .map(inline => (inline.type === 'text' ? inline.text : ''))
          .join('')
        if (!undo)
          for (const word of typed) for (const character of word) expect(all, where).toContain(character)
        // One edit of one's own repairs what concurrent moves may have doubled.
        for (const language of LANGUAGES) {
          d.pair.views[language].dispatch(d.pair.views[language].state.tr.insertText('.', 1))
          const ids = d.text()[language].map(block => block.id)
          expect(new Set(ids).size, where).toBe(ids.length)
          expect(
            d.text()[language].every(block => block.id && block.unit),
            where,
          ).toBe(true)
        }
        d.close()
        other.close()
        open = []
      }
    },
  )
})

function act(desk: Desk, language: 'fr' | 'ja', what: number, at: number, typed: string[]): string {
  const view = desk.pair.views[language]
  const size = view.state.doc.content.size
  const position = Math.floor(at * size)
  const selection = (view.state.selection.constructor as never as { near(at: unknown): never }).near(
    view.state.doc.resolve(position),
  )
  view.dispatch(view.state.tr.setSelection(selection))
  switch (what) {
    case 0:
      desk.press(language, 'Enter')
      return 'Enter'
    case 1:
      desk.press(language, 'Backspace')
      return 'Backspace'
    case 2:
      moveUnit(desk.pair, language, -1)
      return 'up'
    case 3:
      moveUnit(desk.pair, language, 1)
      return 'down'
    case 4:
      desk.press(language, '1', { alt: true, shift: true })
      return 'heading'
    case 7:
      desk.pair.undo.undo(language)
      return 'undo'
    default: {
      // Characters that occur nowhere else, so that each can be looked for.
      const word = String.fromCodePoint(0x3400 + typed.length * 2, 0x3401 + typed.length * 2)
      typed.push(word)
      desk.type(language, word)
      return `type ${word} at ${position}`
    }
  }
}
