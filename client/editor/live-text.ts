/**
 * The text of a draft as it is now, for what is computed beside the editors: read at most every third of a second
 * while people write. A block that nobody touched stays the same object, so that what depends on it need not be
 * computed again.
 */
import type * as Y from 'yjs'
import type { BilingualText, Block } from '../../shared/model/bilingual-text.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import { fragmentOf } from '../../shared/schema/y-text.ts'
import { childAbove, readBlock } from './reading/readable-text.ts'

/** Follows the document while it has subscribers. A block that this program cannot read is left out. */
export type LiveText = {
  /** The same object until the text was read again, for `useSyncExternalStore`. */
  get(): BilingualText
  /** Reads the text now, for an act that must see the last key. */
  read(): BilingualText
  subscribe(listener: () => void): () => void
}

/** In milliseconds. */
const AT_MOST_EVERY = 300

type Events = readonly Y.YEvent<Y.AbstractType<unknown>>[]

export function createLiveText(doc: Y.Doc): LiveText {
  const listeners = new Set<() => void>()
  let known = new WeakMap<object, Block>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let text: BilingualText | undefined

  const readBlocks = (language: Language) =>
    fragmentOf(doc, language)
      .toArray()
      .flatMap(child => {
        const block = known.get(child) ?? readBlock(child)
        if (block) known.set(child, block)
        return block ? [block] : []
      })
  const readAll = () => {
    text = { fr: readBlocks('fr'), ja: readBlocks('ja') }
    return text
  }
  const forgetIn = (language: Language) => (events: Events) => {
    for (const { target } of events) {
      const child = childAbove(target, fragmentOf(doc, language))
      if (child) known.delete(child)
    }
  }
  const forget = { fr: forgetIn('fr'), ja: forgetIn('ja') }
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const refresh = () => {
    stop()
    readAll()
    for (const listener of [...listeners]) listener()
  }
  const later = () => {
    timer ??= setTimeout(refresh, AT_MOST_EVERY)
  }
  const follow = () => {
    known = new WeakMap()
    readAll()
    for (const language of LANGUAGES) fragmentOf(doc, language).observeDeep(forget[language])
    doc.on('update', later)
  }
  const leave = () => {
    stop()
    doc.off('update', later)
    for (const language of LANGUAGES) fragmentOf(doc, language).unobserveDeep(forget[language])
  }

  return {
    get: () => text ?? readAll(),
    read() {
      if (timer !== undefined) refresh()
      else if (listeners.size === 0) {
        known = new WeakMap()
        readAll()
      }
      return text ?? readAll()
    },
    subscribe(listener) {
      if (listeners.size === 0) follow()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) leave()
      }
    },
  }
}

/** The same blocks of the same units, in the same order, whatever they say. */
export function sameOrder(a: BilingualText, b: BilingualText): boolean {
  return LANGUAGES.every(
    language =>
      a[language].length === b[language].length &&
      a[language].every((block, index) => {
        const other = b[language][index]!
        return block === other || (block.id === other.id && block.unit === other.unit)
      }),
  )
}
