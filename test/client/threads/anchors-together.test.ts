// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { deleteUnit, mergeWithAbove, splitUnit } from '../../../client/editor/units/unit-commands.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../../shared/schema/y-write.ts'
import { openThreadRoom, type Person, placeOf, type ThreadRoom } from './thread-room.ts'

const TEXT = `
  # t | La déclaration de Cannes | カンヌ宣言
  a | Nous envoyons dix jeunes agents chaque année. | 毎年10名の若手職員を派遣する。
  b | Nous adoptons ce texte. | この文書を採択する。
  c | Un bilan suit dans deux ans. | 二年後に報告する。
`
const WORDS = 'dix jeunes agents'
const HERE = `« ${WORDS} » in a`

let room: ThreadRoom
beforeEach(() => {
  vi.useFakeTimers()
  room = openThreadRoom(TEXT)
})
afterEach(() => {
  room.close()
  vi.useRealTimers()
})

function erase(person: Person, words: string): void {
  const view = person.pair.views.fr
  const { from, to } = placeOf(person, 'fr', words)
  person.pair.activate('fr')
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)).deleteSelection())
}

/** The server writes into the text, as when an amendment is accepted or a state is restored. */
function rewrite(change: (text: BilingualText) => BilingualText): void {
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(room.ann.doc))
  applyBilingualText(server, change(readBilingualText(server)))
  const update = Y.encodeStateAsUpdate(server)
  for (const { doc } of [room.ann, room.bo]) Y.applyUpdate(doc, update, 'remote')
}
function withWords(text: BilingualText, unit: string, words: string): BilingualText {
  return {
    ...text,
    fr: text.fr.map(block =>
      block.unit === unit ? { ...block, content: [{ type: 'text', text: words }] } : block,
    ),
  }
}

describe('[T1] two people write at once', () => {
  test('both inside the passage', async () => {
    const thread = room.begin('fr', WORDS)
    room.ann.caret('fr', 'jeunes')
    room.ann.type('fr', 'très ')
    room.bo.caret('fr', 'agents')
    room.bo.type('fr', 'bons ')
    await room.meet()
    expect(room.all(thread)).toBe('« dix très jeunes bons agents » in a')
  })

  test('one splits the passage while the other writes in it', async () => {
    const thread = room.begin('fr', WORDS)
    room.ann.caret('fr', 'jeunes')
    room.ann.press('fr', 'Enter')
    room.bo.caret('fr', 'dix')
    room.bo.type('fr', 'environ ')
    room.bo.caret('fr', 'x jeunes')
    room.bo.type('fr', 'i')
    await room.meet()
    expect(room.all(thread)).toBe('« diix jeunes agents » in a')
  })

  test('one deletes the passage while the other writes in it: what the other wrote is left of it', async () => {
    const thread = room.begin('fr', WORDS)
    erase(room.ann, WORDS)
    room.bo.caret('fr', 'jeunes')
    room.bo.type('fr', 'vingt ')
    await room.meet()
    expect(room.all(thread)).toBe('« vingt » in a')
  })

  test('one moves the unit while the other writes before the passage', async () => {
    const thread = room.begin('fr', WORDS)
    room.ann.caret('fr', WORDS)
    room.ann.press('fr', 'ArrowDown', { alt: true })
    room.bo.caret('fr', 'Un bilan')
    room.bo.type('fr', 'Enfin, ')
    await room.meet()
    expect(room.all(thread)).toBe(HERE)
  })

  test('both move it somewhere else', async () => {
    const thread = room.begin('fr', WORDS)
    room.ann.caret('fr', WORDS)
    room.ann.press('fr', 'ArrowDown', { alt: true })
    room.bo.caret('fr', WORDS)
    room.bo.press('fr', 'ArrowUp', { alt: true })
    await room.meet()
    expect(room.all(thread)).toBe(HERE)
  })

  test('one merges its unit, the other splits it', async () => {
    const thread = room.begin('fr', WORDS)
    room.ann.caret('fr', WORDS)
    mergeWithAbove(room.ann.pair, 'fr')
    room.bo.caret('fr', ' chaque')
    splitUnit(room.bo.pair, 'fr')
    await room.meet()
    expect(room.all(thread)).toBe(`« ${WORDS} » in t`)
  })
})

describe('[T1] when the passage is gone', () => {
  test('the anchor that was good stays stored, and nobody tells another', async () => {
    const thread = room.begin('fr', WORDS)
    const good = room.stored.get(thread)
    erase(room.ann, WORDS)
    await room.meet()
    await room.pass(30_000)
    expect(room.all(thread)).toBe('gone, in a')
    expect(room.stored.get(thread)).toEqual(good)
  })

  test('it comes back, whole, when what was deleted letter by letter is undone', async () => {
    const thread = room.begin('fr', WORDS)
    room.ann.caret('fr', WORDS, true)
    for (let letter = 0; letter < WORDS.length; letter++) {
      const view = room.ann.pair.views.fr
      const { head } = view.state.selection
      view.dispatch(view.state.tr.delete(head - 1, head))
      if (letter % 5 === 0) await room.meet()
    }
    await room.meet()
    expect(room.all(thread)).toBe('gone, in a')
    while (room.ann.pair.undo.undo('fr')) {
      // Until nothing is left to undo.
    }
    await room.meet()
    expect(room.all(thread)).toBe(HERE)
  })

  test('it comes back when somebody else restores the state before', async () => {
    const thread = room.begin('fr', WORDS)
    const before = readBilingualText(room.ann.doc)
    erase(room.ann, WORDS)
    await room.meet()
    rewrite(() => before)
    await room.meet()
    expect(room.all(thread)).toBe(HERE)
  })

  test('a unit that was deleted and restored by the server has its threads again', async () => {
    const [passage, unit] = [room.begin('fr', WORDS), room.begin('unit', 'a')]
    const before = readBilingualText(room.ann.doc)
    room.ann.caret('fr', WORDS)
    deleteUnit(room.ann.pair, 'fr')
    await room.meet()
    expect([room.all(passage), room.all(unit)]).toEqual(['detached', 'detached'])
    rewrite(() => before)
    await room.meet()
    expect([room.all(passage), room.all(unit)]).toEqual([HERE, 'in a'])
  })

  test('few words that are deleted are not taken for the same words elsewhere in their paragraph', async () => {
    const thread = room.begin('fr', 'an')
    erase(room.ann, 'an')
    await room.meet()
    expect(room.all(thread)).toMatch(/^gone/u)
  })
})

describe('[T1] what the server writes', () => {
  test.each([
    ['words before the passage', 'Chaque année, nous envoyons dix jeunes agents.', WORDS],
    ['a word inside it', 'Nous envoyons dix très jeunes agents chaque année.', 'dix très jeunes agents'],
    ['another number in it', 'Nous envoyons vingt jeunes agents chaque année.', 'vingt jeunes agents'],
  ])('an accepted amendment changes %s', async (_what, words, expected) => {
    const thread = room.begin('fr', WORDS)
    rewrite(text => withWords(text, 'a', words))
    await room.meet()
    const shown = room.all(thread)
    expect(expected).toContain(/« (.*) »/u.exec(shown)?.[1] ?? shown)
    expect(shown).toContain('jeunes agents')
  })

  test('whoever sees the thread tells where it went, when nobody else did', async () => {
    const thread = room.begin('fr', WORDS)
    rewrite(text => withWords(text, 'a', 'Chaque année, nous envoyons dix jeunes agents.'))
    await room.meet()
    const offset = () => room.stored.get(thread)!.passage!.start.offset
    expect(offset()).toBe(14)
    await room.pass(15_000)
    expect(offset()).toBe(28)
  })

  test('an amendment that is withdrawn puts the passage back', async () => {
    const thread = room.begin('fr', WORDS)
    const before = readBilingualText(room.ann.doc)
    rewrite(text => withWords(text, 'a', 'Nous renonçons.'))
    await room.meet()
    expect(room.all(thread)).toBe('gone, in a')
    rewrite(() => before)
    await room.meet()
    expect(room.all(thread)).toBe(HERE)
  })

  test('an amendment that moves the paragraph takes its threads along', async () => {
    const thread = room.begin('fr', WORDS)
    rewrite(text => ({
      fr: [...text.fr.filter(({ unit }) => unit !== 'a'), ...text.fr.filter(({ unit }) => unit === 'a')],
      ja: [...text.ja.filter(({ unit }) => unit !== 'a'), ...text.ja.filter(({ unit }) => unit === 'a')],
    }))
    await room.meet()
    expect(room.all(thread)).toBe(HERE)
  })
})

describe('[T1] anchors on their way', () => {
  test('are sent together, a second after the last key, and not for every key', async () => {
    room.begin('fr', WORDS)
    room.begin('fr', 'chaque année')
    room.ann.caret('fr', 'Nous env')
    for (const word of ['Enfin, ', 'tous ', 'ensemble, ']) {
      room.ann.type('fr', word)
      await room.pass(400)
    }
    expect(room.sent).toHaveLength(0)
    await room.pass(700)
    expect(room.sent.map(sent => sent.length)).toEqual([2])
  })

  test('typing elsewhere sends nothing', async () => {
    room.begin('fr', WORDS)
    room.ann.caret('fr', 'Un bilan')
    room.ann.type('fr', 'Enfin, ')
    await room.meet()
    await room.pass(30_000)
    expect(room.sent).toEqual([])
  })

  test('[D3] wait while there is no network, and go when it is there again', async () => {
    const thread = room.begin('fr', WORDS)
    room.ann.offline = true
    room.ann.caret('fr', 'jeunes')
    splitUnit(room.ann.pair, 'fr')
    await room.pass(5_000)
    expect(room.sent).toEqual([])
    room.ann.offline = false
    window.dispatchEvent(new Event('online'))
    await room.meet()
    expect(room.all(thread)).toBe(HERE)
  })

  test('go before the page is left', async () => {
    room.begin('fr', WORDS)
    room.ann.caret('fr', 'envoyons')
    room.ann.type('fr', 'y ')
    window.dispatchEvent(new Event('pagehide'))
    await vi.advanceTimersByTimeAsync(0)
    expect(room.sent).toHaveLength(1)
  })

  test('[U5] nothing is dispatched or sent while something is being composed', async () => {
    room.begin('fr', WORDS)
    const view = room.ann.pair.views.fr
    const state = view.state
    Object.defineProperty(view, 'composing', { value: true, configurable: true })
    room.ann.tracker.choose(room.begin('fr', 'chaque'))
    room.begin('unit', 'b' as UnitId)
    await room.pass(20_000)
    expect(view.state).toBe(state)
    expect(room.sent).toEqual([])
  })
})

describe('[M3] what threads leave behind', () => {
  test('nothing of them is in the document or in who is present', async () => {
    room.begin('fr', WORDS)
    const before = Y.encodeStateAsUpdate(room.ann.doc)
    room.ann.tracker.choose(room.begin('ja', '若手職員'))
    await room.meet()
    expect(Y.encodeStateAsUpdate(room.ann.doc)).toEqual(before)
    room.ann.caret('fr', 'Un bilan')
    room.ann.type('fr', 'x')
    await room.meet()
    const bytes = Buffer.from(Y.encodeStateAsUpdate(room.ann.doc)).toString('latin1')
    expect(bytes).not.toContain('thread-1')
  })

  test('[U4] undo stays word by word, whatever is marked meanwhile', async () => {
    room.begin('fr', WORDS)
    room.ann.caret('fr', 'Un bilan')
    room.ann.type('fr', 'Enfin, ')
    room.ann.tracker.choose(room.begin('fr', 'chaque'))
    room.ann.pair.undo.undo('fr')
    expect(readBilingualText(room.ann.doc).fr[3]!.content).toEqual([
      { type: 'text', text: 'Un bilan suit dans deux ans.' },
    ])
  })
})
