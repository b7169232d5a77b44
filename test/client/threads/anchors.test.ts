// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mergeUnits } from '../../../client/editor/blocks/join-blocks.ts'
import { toggleKind } from '../../../client/editor/blocks/set-kind.ts'
import {
  deleteUnit,
  insertUnitBelow,
  linkCarets,
  mergeWithAbove,
  splitUnit,
  unlink,
} from '../../../client/editor/units/unit-commands.ts'
import type { Language } from '../../../shared/model/language.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
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

/** Selects words; with `insert`, types over them. */
function select(person: Person, language: Language, words: string): void {
  const view = person.pair.views[language]
  const { from, to } = placeOf(person, language, words)
  person.pair.activate(language)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
}
function erase(person: Person, language: Language, words: string): void {
  select(person, language, words)
  const view = person.pair.views[language]
  view.dispatch(view.state.tr.deleteSelection())
}
/** Cut and paste as the clipboard has it: a slice. */
function cut(person: Person, language: Language, words: string) {
  select(person, language, words)
  const view = person.pair.views[language]
  const slice = view.state.selection.content()
  view.dispatch(view.state.tr.deleteSelection().setMeta('uiEvent', 'cut'))
  return slice
}

type Case = readonly [operation: string, act: (person: Person) => void, expected: string]

const CASES: readonly Case[] = [
  [
    'typing before it',
    p => {
      p.caret('fr', 'envoyons')
      p.type('fr', 'toujours ')
    },
    HERE,
  ],
  [
    'typing right before it',
    p => {
      p.caret('fr', WORDS)
      p.type('fr', 'environ ')
    },
    HERE,
  ],
  [
    'typing inside it',
    p => {
      p.caret('fr', 'agents')
      p.type('fr', 'très ')
    },
    '« dix jeunes très agents » in a',
  ],
  [
    'typing right after it',
    p => {
      p.caret('fr', WORDS, true)
      p.type('fr', ' et élus')
    },
    HERE,
  ],
  [
    'typing after it',
    p => {
      p.caret('fr', 'année', true)
      p.type('fr', ' scolaire')
    },
    HERE,
  ],
  [
    'typing in another paragraph',
    p => {
      p.caret('fr', 'La décl')
      p.type('fr', 'Voici ')
    },
    HERE,
  ],
  ['deleting its first word', p => erase(p, 'fr', 'dix '), '« jeunes agents » in a'],
  ['deleting its last word', p => erase(p, 'fr', ' agents'), '« dix jeunes » in a'],
  ['deleting a word within', p => erase(p, 'fr', 'jeunes '), '« dix agents » in a'],
  ['deleting across its start', p => erase(p, 'fr', 'envoyons dix '), '« jeunes agents » in a'],
  ['deleting all of it', p => erase(p, 'fr', WORDS), 'gone, in a'],
  ['deleting more than it', p => erase(p, 'fr', `envoyons ${WORDS} chaque`), 'gone, in a'],
  [
    'deleting all and writing it again',
    p => {
      erase(p, 'fr', WORDS)
      p.type('fr', WORDS)
    },
    HERE,
  ],
  [
    'splitting before it',
    p => {
      p.caret('fr', WORDS)
      p.press('fr', 'Enter')
    },
    HERE,
  ],
  [
    'splitting inside it',
    p => {
      p.caret('fr', 'jeunes')
      p.press('fr', 'Enter')
    },
    HERE,
  ],
  [
    'splitting after it',
    p => {
      p.caret('fr', ' chaque')
      p.press('fr', 'Enter')
    },
    HERE,
  ],
  [
    'a new paragraph above',
    p => {
      p.caret('fr', 'Nous env')
      p.press('fr', 'Enter')
    },
    HERE,
  ],
  [
    'a new unit above',
    p => {
      p.caret('fr', 'La décl')
      insertUnitBelow(p.pair, 'fr')
    },
    HERE,
  ],
  [
    'joining its paragraph to the one above',
    p => {
      p.caret('fr', 'Nous env')
      p.press('fr', 'Backspace')
    },
    '« dix jeunes agents » in t',
  ],
  [
    'joining the next paragraph to it',
    p => {
      p.caret('fr', 'Nous adop')
      p.press('fr', 'Backspace')
    },
    HERE,
  ],
  [
    'moving its unit down',
    p => {
      p.caret('fr', WORDS)
      p.press('fr', 'ArrowDown', { alt: true })
    },
    HERE,
  ],
  [
    'moving its unit up',
    p => {
      p.caret('fr', WORDS)
      p.press('fr', 'ArrowUp', { alt: true })
    },
    HERE,
  ],
  [
    'moving another unit past it',
    p => {
      p.caret('fr', 'Nous adop')
      p.press('fr', 'ArrowUp', { alt: true })
    },
    HERE,
  ],
  [
    'making its paragraph a commitment',
    p => {
      p.caret('fr', WORDS)
      toggleKind(p.pair, 'fr', { kind: 'commitment', level: 1 })
    },
    HERE,
  ],
  [
    'making it bold',
    p => {
      select(p, 'fr', 'jeunes')
      p.press('fr', 'b', { ctrl: true })
    },
    HERE,
  ],
  [
    'taking its paragraph out of its unit',
    p => {
      p.caret('fr', WORDS)
      unlink(p.pair, 'fr')
    },
    `« ${WORDS} » in NEW`,
  ],
  [
    'linking its paragraph with another unit',
    p => {
      p.caret('ja', 'この文書')
      p.caret('fr', WORDS)
      linkCarets(p.pair)
    },
    HERE,
  ],
  [
    'linking another paragraph with its unit',
    p => {
      p.caret('ja', '毎年')
      p.caret('fr', 'Nous adop')
      linkCarets(p.pair)
    },
    `« ${WORDS} » in b`,
  ],
  [
    'merging its unit with the one above',
    p => {
      p.caret('fr', WORDS)
      mergeWithAbove(p.pair, 'fr')
    },
    `« ${WORDS} » in t`,
  ],
  ['merging the next unit with it', p => mergeUnits(p.pair, 'a', 'b'), HERE],
  [
    'splitting its unit before it',
    p => {
      p.caret('fr', WORDS)
      splitUnit(p.pair, 'fr')
    },
    `« ${WORDS} » in NEW`,
  ],
  [
    'splitting its unit after it',
    p => {
      p.caret('fr', ' chaque')
      splitUnit(p.pair, 'fr')
    },
    HERE,
  ],
  [
    'splitting its unit inside it',
    p => {
      p.caret('fr', 'agents')
      splitUnit(p.pair, 'fr')
    },
    HERE,
  ],
  [
    'deleting its unit',
    p => {
      p.caret('fr', WORDS)
      deleteUnit(p.pair, 'fr')
    },
    'detached',
  ],
  [
    'deleting the French paragraph',
    p => erase(p, 'fr', 'Nous envoyons dix jeunes agents chaque année.'),
    'gone, in a',
  ],
  [
    'deleting another unit',
    p => {
      p.caret('fr', 'Nous adop')
      deleteUnit(p.pair, 'fr')
    },
    HERE,
  ],
  [
    'cutting it and pasting it elsewhere',
    p => {
      const slice = cut(p, 'fr', WORDS)
      p.caret('fr', 'dans deux')
      const view = p.pair.views.fr
      view.dispatch(view.state.tr.replaceSelection(slice).setMeta('paste', true))
    },
    `« ${WORDS} » in c`,
  ],
  [
    'cutting a sentence around it and pasting it elsewhere',
    p => {
      const slice = cut(p, 'fr', `envoyons ${WORDS} chaque`)
      p.caret('fr', 'dans deux')
      const view = p.pair.views.fr
      view.dispatch(view.state.tr.replaceSelection(slice).setMeta('paste', true))
    },
    `« ${WORDS} » in c`,
  ],
]

/** A unit that was made by the operation has an id nobody knows beforehand. */
function plain(place: string): string {
  return place.replace(/ in (new|[A-Za-z0-9]{10,}).*$/u, ' in NEW')
}

describe('[T1] the anchor of a passage', () => {
  test.each(CASES)(
    '%s: the writer, the one who watches and whoever comes later agree',
    async (_name, act, expected) => {
      const thread = room.begin('fr', WORDS)
      act(room.ann)
      await room.meet()
      expect(plain(room.all(thread))).toBe(expected)
    },
  )

  test.each(CASES)('%s, and undone: it is where it was', async (_name, act) => {
    const thread = room.begin('fr', WORDS)
    const before = readBilingualText(room.ann.doc)
    act(room.ann)
    await room.meet()
    while (room.ann.pair.undo.undo('fr') || room.ann.pair.undo.undo('ja')) {
      // Until nothing is left to undo.
    }
    await room.meet()
    expect(readBilingualText(room.ann.doc)).toEqual(before)
    expect(room.all(thread)).toBe(HERE)
  })

  test.each(CASES)('%s, undone and done again: as the first time', async (_name, act, expected) => {
    const thread = room.begin('fr', WORDS)
    act(room.ann)
    await room.meet()
    while (room.ann.pair.undo.undo('fr') || room.ann.pair.undo.undo('ja')) {
      // Until nothing is left to undo.
    }
    await room.meet()
    while (room.ann.pair.undo.redo('fr') || room.ann.pair.undo.redo('ja')) {
      // Until nothing is left to do again.
    }
    await room.meet()
    expect(plain(room.all(thread))).toBe(expected)
  })
})
