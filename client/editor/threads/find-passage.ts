/**
 * Where the words of a thread stand in the text as it is now. In this order: the characters that its ends are bound
 * to; all of its words, where part of them went to a neighbouring block; what it was before words of it were deleted,
 * if those are there again; its words where `locateThread` finds them.
 */
import type * as Y from 'yjs'
import { locateThread } from '../../../shared/model/locate-thread.ts'
import { type Anchor, MOST_WORDS, type Passage } from '../../../shared/model/thread.ts'
import { fragmentOf } from '../../../shared/schema/y-text.ts'
import {
  type Docs,
  type Flat,
  flatText,
  type Place,
  placeOfEnds,
  placeOfPassage,
  textOfDocs,
} from './passage-places.ts'
import { placesOfEnds, whatIsLeft } from './relative-ends.ts'

export type PassageAnchor = Anchor & { readonly passage: Passage }

export function hasPassage(anchor: Anchor): anchor is PassageAnchor {
  return anchor.passage !== null
}

/** `not-yet`: it is bound to words that have not arrived. */
export type Found = Place | 'gone' | 'not-yet'

/**
 * `earlier`: what the anchor was before words were deleted from it. `quoted`: what else it may read as. The document
 * and `docs` agree.
 */
export function findPassage(
  anchor: PassageAnchor,
  earlier: readonly PassageAnchor[],
  quoted: readonly PassageAnchor[],
  doc: Y.Doc,
  docs: Docs,
): Found {
  const bound = byEnds(anchor, doc, docs)
  if (bound === 'not-yet') return bound
  const left = typeof bound === 'object' ? bound : undefined
  const whole = wholeAgain(earlier, left, doc, docs)
  if (whole) return whole
  if (left) return withNeighbours(anchor.passage, left, docs)
  const exact = findByWords([...earlier, ...quoted, anchor], docs)
  if (exact !== 'gone') return exact
  return partLeft(anchor, doc, docs) ?? (bound === 'met' ? undefined : located(anchor, docs)) ?? 'gone'
}

/** Of a passage of several blocks, the words in the block of one end when the other went with its block. */
function partLeft({ passage }: PassageAnchor, doc: Y.Doc, docs: Docs): Place | undefined {
  const { start, end, relative, language } = passage
  if (!relative || start.block === end.block) return undefined
  const left = whatIsLeft(doc, fragmentOf(doc, language), relative)
  const place = left && placeOfEnds(docs[language], left.start, left.end)
  if (!place) return undefined
  const flat = flatText(docs[language])
  const words = flat.text.slice(flat.at(place.from), flat.at(place.to))
  return passage.words.replaceAll('\n', '').includes(words) ? place : undefined
}

/** Where all words of one of them stand, the longest first. Asks no document: it may not have what the editors have. */
export function findByWords(anchors: readonly PassageAnchor[], docs: Docs): Place | 'gone' {
  const longestFirst = [...anchors].sort((a, b) => b.passage.words.length - a.passage.words.length)
  for (const anchor of longestFirst) {
    const place = located(anchor, docs)
    if (place && readsAs(anchor.passage, place, docs)) return place
  }
  return 'gone'
}

function located(anchor: PassageAnchor, docs: Docs): Place | undefined {
  const found = locateThread(anchor, textOfDocs(docs))
  if (found.state !== 'passage') return undefined
  return placeOfPassage(docs[anchor.passage.language], found.start, found.end)
}

/** True when exactly its words stand there. */
export function readsAs({ words, language }: Passage, place: Place, docs: Docs): boolean {
  const flat = flatText(docs[language])
  return same(flat.text.slice(flat.at(place.from), flat.at(place.to)), words)
}

/** `met`: all between the ends was deleted. `lost`: what they were bound to is gone, or they never were. */
function byEnds({ passage }: PassageAnchor, doc: Y.Doc, docs: Docs): Place | 'met' | 'lost' | 'not-yet' {
  if (!passage.relative) return 'lost'
  const ends = placesOfEnds(doc, fragmentOf(doc, passage.language), passage.relative)
  if (typeof ends === 'string') return ends
  return placeOfEnds(docs[passage.language], ends.start, ends.end) ?? 'met'
}

/** Exactly the characters that it was on are there, none gone and none between them. */
export function isIntact(anchor: PassageAnchor, doc: Y.Doc, docs: Docs): boolean {
  const place = byEnds(anchor, doc, docs)
  return typeof place === 'object' && readsAs(anchor.passage, place, docs)
}

/**
 * The longest of what it was before, if all of that stands there again, character for character, and is not less than
 * what is left: then its deletion was undone.
 */
function wholeAgain(
  earlier: readonly PassageAnchor[],
  left: Place | undefined,
  doc: Y.Doc,
  docs: Docs,
): Place | undefined {
  const longestFirst = [...earlier].sort((a, b) => b.passage.words.length - a.passage.words.length)
  for (const before of longestFirst) {
    const place = byEnds(before, doc, docs)
    if (typeof place === 'string' || !readsAs(before.passage, place, docs)) continue
    if (!left || place.to - place.from >= left.to - left.from) return place
  }
  return undefined
}

/** Part of the words may stand in the next block, or the one before: a split takes them from under their end. */
function withNeighbours({ words, language }: Passage, bound: Place, docs: Docs): Place {
  const flat = flatText(docs[language])
  const [from, to] = [flat.at(bound.from), flat.at(bound.to)]
  const wanted = words.replaceAll('\n', '')
  if (to - from >= wanted.length) return bound
  if (flat.text.startsWith(wanted, from)) return flat.place(from, from + wanted.length)
  const begins = to - wanted.length
  if (begins >= 0 && flat.text.startsWith(wanted, begins)) return flat.place(begins, to)
  return withoutBlanks(flat, from, to, wanted)
}

/** Of "one two", without "two", "one" is left: which of the blanks around it went is a matter of chance. */
function withoutBlanks(flat: Flat, from: number, to: number, words: string): Place {
  const left = flat.text.slice(from, to)
  const [leading, trailing] = [/^\s*/u, /\s*$/u].map(blanks => blanks.exec(left)![0].length) as [
    number,
    number,
  ]
  const begins = from + (/^\s/u.test(words) ? 0 : leading)
  const ends = to - (/\s$/u.test(words) ? 0 : trailing)
  return begins < ends ? flat.place(begins, ends) : flat.place(from, to)
}

function same(here: string, words: string): boolean {
  const [now, wanted] = [here.normalize('NFC'), words.replaceAll('\n', '')]
  return words.length < MOST_WORDS ? now === wanted : now.startsWith(wanted)
}
