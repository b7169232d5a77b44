/** The keys of an editor. ProseMirror passes no key on while an input method is at work; we check once more. */

import { baseKeymap, toggleMark } from '@tiptap/pm/commands'
import { keydownHandler } from '@tiptap/pm/keymap'
import { type Command, Plugin } from '@tiptap/pm/state'
import { Extension } from '@tiptap/react'
import type { Language } from '../../../shared/model/language.ts'
import { belongsToInputMethod } from '../composition/composition-gate.ts'
import type { EditorPair } from '../editor-pair.ts'
import { deleteUnit, insertUnitBelow, mergeWithAbove, splitUnit } from '../units/unit-commands.ts'
import { joinBackward, joinForward } from './join-blocks.ts'
import { KIND_CHOICES } from './kind-choices.ts'
import { changeLevel, toggleKind } from './set-kind.ts'
import { splitAtCaret } from './split-block.ts'

export const BlockKeys = Extension.create<{ language: Language; pair: EditorPair }>({
  name: 'blockKeys',
  priority: 1500,
  addProseMirrorPlugins() {
    const { language, pair } = this.options
    const keys = keydownHandler(keymapOf(pair, language))
    return [
      new Plugin({
        props: {
          handleKeyDown: (view, event) => {
            if (belongsToInputMethod(event) || view.composing) return false
            return keys(view, event)
          },
          handleDOMEvents: {
            // Undo from the browser's menu, a touch keyboard or a gesture.
            beforeinput: (_view, event) => {
              const type = (event as InputEvent).inputType
              if (type !== 'historyUndo' && type !== 'historyRedo') return false
              event.preventDefault()
              if (type === 'historyUndo') pair.undo.undo(language)
              else pair.undo.redo(language)
              return true
            },
          },
        },
      }),
    ]
  },
})

function keymapOf(pair: EditorPair, language: Language): Record<string, Command> {
  const ours: (readonly [key: string, act: () => boolean])[] = [
    ['Enter', () => splitAtCaret(pair, language)],
    ['Backspace', () => joinBackward(pair, language)],
    ['Delete', () => joinForward(pair, language)],
    ['Mod-Enter', () => insertUnitBelow(pair, language)],
    ['Mod-Shift-Enter', () => splitUnit(pair, language)],
    ['Mod-Shift-Backspace', () => mergeWithAbove(pair, language)],
    ['Alt-Shift-Delete', () => deleteUnit(pair, language)],
    ['Alt-ArrowUp', () => pair.move(language, -1) || true],
    ['Alt-ArrowDown', () => pair.move(language, 1) || true],
    ['Alt-Enter', () => done(() => pair.cross(language))],
    ['Tab', () => isItem(pair, language) && changeLevel(pair, language, 1)],
    ['Shift-Tab', () => isItem(pair, language) && changeLevel(pair, language, -1)],
    ['Mod-z', () => pair.undo.undo(language) || true],
    ['Mod-y', () => pair.undo.redo(language) || true],
    ['Mod-Shift-z', () => pair.undo.redo(language) || true],
    ['Mod-/', () => done(() => pair.help())],
    ['Alt-F10', () => done(() => pair.tools())],
    ['Alt-Shift-a', () => pair.amendments()],
    ['Alt-Shift-b', () => pair.bracket({ act: 'caret' }, language)],
    ['Mod-Alt-m', () => pair.thread('begin', language)],
    ['Alt-Shift-n', () => pair.thread('next', language)],
    ['Alt-Shift-p', () => pair.thread('previous', language)],
    ['Alt-Shift-c', () => pair.thread('card', language)],
    ...KIND_CHOICES.map(
      ({ key, kind, level }) =>
        [`Alt-Shift-${key}`, () => toggleKind(pair, language, { kind, level })] as const,
    ),
  ]
  return {
    ...baseKeymap,
    'Mod-b': toggle('bold'),
    'Mod-u': toggle('underline'),
    // Japanese has no italics; the key is taken all the same, so that the browser does nothing of its own.
    'Mod-i': language === 'fr' ? toggle('italic') : () => true,
    'Shift-Enter': (state, dispatch) => {
      dispatch?.(state.tr.replaceSelectionWith(state.schema.nodes.break!.create()).scrollIntoView())
      return true
    },
    ...Object.fromEntries(ours.map(([key, act]) => [key, ownFirst(key, act)])),
  }
}

/** Ours, and where it has nothing to do, what the key does in every ProseMirror. */
function ownFirst(key: string, act: () => boolean): Command {
  return (state, dispatch, view) =>
    dispatch !== undefined && (act() || (baseKeymap[key]?.(state, dispatch, view) ?? false))
}

function done(act: () => void): true {
  act()
  return true
}

function toggle(mark: string): Command {
  return (state, dispatch, view) => toggleMark(state.schema.marks[mark]!)(state, dispatch, view)
}

/** Tab changes the level of items; everywhere else it leaves the editor, as it must. */
function isItem(pair: EditorPair, language: Language): boolean {
  const kind = pair.views[language].state.selection.$head.parent.attrs.kind
  return kind === 'bullet' || kind === 'number'
}
