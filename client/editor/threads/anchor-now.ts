/** The anchor of a thread as it would be taken from the text now. */
import type * as Y from 'yjs'
import { anchorOfPassage, anchorOfUnit } from '../../../shared/model/anchor-in-text.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { canonicalJson } from '../../../shared/model/canonical-form.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { type ThreadLocation, unitNow } from '../../../shared/model/locate-thread.ts'
import type { Anchor, Thread } from '../../../shared/model/thread.ts'
import { fragmentOf } from '../../../shared/schema/y-text.ts'
import { hasPassage, type PassageAnchor } from './find-passage.ts'
import { type Docs, type Place, passageAt, textOfDocs } from './passage-places.ts'
import { relativeEnds } from './relative-ends.ts'

/** `place`: where its passage stands. What stands nowhere keeps the last anchor that was good. */
export function anchorHere(
  anchor: Anchor,
  earlier: readonly Anchor[],
  place: Place | undefined,
  doc: Y.Doc,
  docs: Docs,
): Anchor {
  if (anchor.passage) return (place && anchorAt(anchor.passage.language, place, doc, docs)) ?? anchor
  const text = textOfDocs(docs)
  const unit = earlierUnitAgain(earlier, text) ?? unitNow(anchor, text)
  return (unit && anchorOfUnit(text, unit)) ?? anchor
}

/** Of what stands at a place; undefined when no words do. */
export function anchorAt(language: Language, place: Place, doc: Y.Doc, docs: Docs): Anchor | undefined {
  const passage = passageAt(docs[language], place)
  if (!passage) return undefined
  const { start, end, ends } = passage
  const relative = relativeEnds(fragmentOf(doc, language), ends.start, ends.end)
  return anchorOfPassage(textOfDocs(docs), language, start, end, relative)
}

export function placeNow(
  anchor: Anchor,
  place: Place | undefined,
  docs: Docs,
  text: BilingualText,
): ThreadLocation {
  const passage = anchor.passage && place && passageAt(docs[anchor.passage.language], place)
  if (passage) {
    const { start, end, unit } = passage
    return { state: 'passage', unit, start, end }
  }
  const unit = unitNow(anchor, text)
  return unit ? { state: 'unit', unit, gone: anchor.passage !== null } : { state: 'detached' }
}

/** Equal for anchors that say the same and are bound to the same characters. */
export function anchorForm(anchor: Anchor): string {
  return canonicalJson(anchor)
}

/** How many of them are kept. */
const MOST_EARLIER = 12

/** Adds what the anchor was if it may be that again: words were deleted, or are in another block or unit. */
export function rememberEarlier(earlier: readonly Anchor[], was: Anchor, is: Anchor): readonly Anchor[] {
  const lost =
    was.passage && is.passage
      ? was.passage.start.block !== is.passage.start.block ||
        was.passage.end.block !== is.passage.end.block ||
        !flat(is.passage.words).includes(flat(was.passage.words))
      : was.unit !== is.unit
  return lost ? [...earlier, was].slice(-MOST_EARLIER) : earlier
}

/** The words as they were when the thread was begun, where its passage was last. */
export function quotedAnchor(anchor: Anchor, quote: Thread['quote']): PassageAnchor[] {
  if (!hasPassage(anchor) || quote?.language !== anchor.passage.language) return []
  if (!flat(quote.words).includes(flat(anchor.passage.words))) return []
  return [{ ...anchor, passage: { ...anchor.passage, words: quote.words, relative: null } }]
}

function earlierUnitAgain(earlier: readonly Anchor[], text: BilingualText): UnitId | undefined {
  const blocks = LANGUAGES.flatMap(language => text[language])
  return earlier.find(({ unit }) => blocks.some(block => block.unit === unit))?.unit
}

function flat(words: string): string {
  return words.replaceAll('\n', '')
}
