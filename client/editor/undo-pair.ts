/**
 * Undo of one's own edits, one history per editor. A command that changes both languages makes one step in
 * each history; undoing it in one undoes it in the other as long as it is the last step there too.
 */
import { defaultDeleteFilter, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import { fragmentOf } from '../../shared/schema/y-text.ts'
import { fillAttributes } from './blocks/fill-attributes.ts'
import { unitsOfStep } from './locks/units-of-step.ts'

export type UndoPair = {
  readonly managers: { readonly [L in Language]: Y.UndoManager }
  /** Makes everything `act` changes one step of its own, in each language it changes. */
  together<T>(act: () => T): T
  /** Ends the current step: what follows is undone separately. */
  closeStep(language: Language): void
  undo(language: Language): boolean
  redo(language: Language): boolean
  destroy(): void
}

/** Undoing the making of a block keeps it when someone else has written in it. */
const KEPT_WHEN_FILLED = new Set(['block'])

/** [A4] Undo writes into the document itself: nothing refuses what it does. */
export type Locks = { isLocked(unit: string): boolean; onRefused(): void }
const NO_LOCKS: Locks = { isLocked: () => false, onRefused: () => {} }

export function createUndoPair(doc: Y.Doc, newId: () => string, locks: Locks = NO_LOCKS): UndoPair {
  let step: object | undefined
  const managerOf = (language: Language) => {
    const manager = new Y.UndoManager(fragmentOf(doc, language), {
      trackedOrigins: new Set([ySyncPluginKey]),
      deleteFilter: item => !isBlockAttribute(item) && defaultDeleteFilter(item, KEPT_WHEN_FILLED),
      captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
    })
    manager.on('stack-item-added', ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
      if (step) stackItem.meta.set(STEP, step)
    })
    return manager
  }
  const managers = { fr: managerOf('fr'), ja: managerOf('ja') }
  const other = (language: Language) => managers[language === 'fr' ? 'ja' : 'fr']

  /** Whether the last step, or its counterpart in the other language, changed a unit that is locked by now. */
  const isBarred = (language: Language, stack: 'undoStack' | 'redoStack'): boolean => {
    const shared = managers[language][stack].at(-1)?.meta.get(STEP)
    return LANGUAGES.some(each => {
      const step = managers[each][stack].at(-1)
      if (!step || (each !== language && (!shared || step.meta.get(STEP) !== shared))) return false
      return [...unitsOfStep(doc, fragmentOf(doc, each), step)].some(locks.isLocked)
    })
  }

  const reverse = (language: Language, stack: 'undoStack' | 'redoStack'): boolean => {
    const one = managers[language]
    const last = one[stack].at(-1)
    if (!last) return false
    if (isBarred(language, stack)) {
      // It will not come to be: the steps before it are not kept waiting behind it.
      one[stack].pop()
      const counterpart = other(language)[stack]
      const step = last.meta.get(STEP)
      if (step && counterpart.at(-1)?.meta.get(STEP) === step) counterpart.pop()
      locks.onRefused()
      return true
    }
    const act = (manager: Y.UndoManager) => (stack === 'undoStack' ? manager.undo() : manager.redo())
    const shared = last.meta.get(STEP)
    step = shared
    try {
      act(one)
      const counterpart = other(language)
      if (shared && counterpart[stack].at(-1)?.meta.get(STEP) === shared) act(counterpart)
    } finally {
      step = undefined
      for (const each of LANGUAGES) fillAttributes(fragmentOf(doc, each), newId)
    }
    return true
  }

  return {
    managers,
    together(act) {
      if (step) return act()
      managers.fr.stopCapturing()
      managers.ja.stopCapturing()
      step = {}
      try {
        return act()
      } finally {
        step = undefined
        managers.fr.stopCapturing()
        managers.ja.stopCapturing()
      }
    },
    closeStep: language => managers[language].stopCapturing(),
    undo: language => reverse(language, 'undoStack'),
    redo: language => reverse(language, 'redoStack'),
    destroy() {
      managers.fr.destroy()
      managers.ja.destroy()
    },
  }
}

/**
 * Kind, level, id and unit go with their block or stay with it: a block that is kept because someone else
 * wrote in it would otherwise lose its own. (A changed attribute is undone by setting the old value.)
 */
function isBlockAttribute(item: Y.Item): boolean {
  const { parent, parentSub } = item
  return parentSub !== null && parent instanceof Y.XmlElement && parent.nodeName === 'block'
}

/** Key of a step's identity in the meta of a history entry. */
const STEP = Symbol('step')
