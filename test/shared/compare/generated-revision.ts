/**
 * Bilingual texts of any size made of the sentences of the Universal Declaration, and revisions of them
 * whose every edit is recorded.
 */
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Random } from '../../support/seeded.ts'
import { universalDeclaration } from '../align/universal-declaration.ts'

type Kind = 'inserted' | 'deleted' | 'modified' | 'moved' | 'split' | 'merged'

/** What was done in one language, by places in the lists of blocks. */
export type RecordedEdits = {
  /** "old>new" for each old block whose text, or part of it, stands in a new block. */
  readonly links: readonly string[]
  /** "kind:new place", or "kind:-old place" for deleted blocks. */
  readonly labels: readonly string[]
  /** Characters inserted and deleted inside blocks. */
  readonly characters: number
}
export type Revision = {
  readonly old: BilingualText
  readonly new: BilingualText
  readonly edits: { readonly [L in Language]: RecordedEdits }
}

export const SENTENCES = {
  fr: universalDeclaration('fra')
    .flatMap(({ text }) => text.match(/[^.;]{30,}[.;]?/g) ?? [])
    .map(text => text.trim()),
  ja: (['jpn', 'jpn_tokyo'] as const)
    .flatMap(universalDeclaration)
    .flatMap(({ text }) => text.match(/[^。]{14,}。?/g) ?? []),
} as const

/** A text of `count` units, one block a language each, of one to three sentences with some words of others. */
export function generatedText(random: Random, count: number): BilingualText {
  const blocks = (language: Language): Block[] =>
    Array.from({ length: count }, (_, place) => {
      const sentences = Array.from({ length: 1 + random.below(3) }, () => random.pick(SENTENCES[language]))
      const text = reworded(
        random,
        language,
        sentences.join(language === 'fr' ? ' ' : ''),
        2 + random.below(3),
      ).text
      return block(`u${place}`, `${language}${place}`, text)
    })
  return { fr: blocks('fr'), ja: blocks('ja') }
}

/** Revises `touched` (0 to 1) of the units, both languages alike. */
export function generatedRevision(random: Random, old: BilingualText, touched: number): Revision {
  type Piece = { unit: string; texts: { [L in Language]: Part } }
  type Part = { id: string; text: string; from: readonly number[]; kinds: readonly Kind[] }
  let characters = { fr: 0, ja: 0 }
  const pieces: Piece[] = []
  const moved: Piece[] = []
  const deleted: number[] = []
  const part = (language: Language, place: number): Part => {
    const { id, content } = old[language][place]!
    return { id, text: content[0]?.type === 'text' ? content[0].text : '', from: [place], kinds: [] }
  }
  const bothOf = (make: (language: Language) => Part) => ({ fr: make('fr'), ja: make('ja') })
  for (let place = 0; place < old.fr.length; place++) {
    const same: Piece = { unit: old.fr[place]!.unit, texts: bothOf(language => part(language, place)) }
    const act = random.next() < touched ? random.below(100) : 100
    if (act < 52) {
      const change = bothOf(language => {
        const was = part(language, place)
        const now = reworded(random, language, was.text, 1 + random.below(3))
        characters = { ...characters, [language]: characters[language] + now.characters }
        return { ...was, text: now.text, kinds: now.text === was.text ? [] : ['modified'] }
      })
      pieces.push({ ...same, texts: change })
    } else if (act < 64) {
      pieces.push(same, {
        unit: `new${place}`,
        texts: bothOf(language => ({
          id: `${language}-new${place}`,
          text: reworded(random, language, random.pick(SENTENCES[language]), 3).text,
          from: [],
          kinds: ['inserted'],
        })),
      })
    } else if (act < 76) deleted.push(place)
    else if (act < 86)
      moved.push({ ...same, texts: bothOf(language => ({ ...part(language, place), kinds: ['moved'] })) })
    else if (act < 93) {
      const halves = { fr: splitInTwo(same.texts.fr.text), ja: splitInTwo(same.texts.ja.text) }
      if (!halves.fr || !halves.ja) pieces.push(same)
      else
        for (const half of [0, 1] as const)
          pieces.push({
            unit: half ? `half${place}` : same.unit,
            texts: bothOf(language => ({
              ...part(language, place),
              id: half ? `${language}-half${place}` : part(language, place).id,
              text: halves[language]![half],
              kinds: ['split'],
            })),
          })
    } else if (act < 100 && pieces.at(-1) && pieces.at(-1)!.texts.fr.kinds.length === 0) {
      const first = pieces.pop()!
      pieces.push({
        unit: first.unit,
        texts: bothOf(language => ({
          ...first.texts[language],
          text: `${first.texts[language].text}${language === 'fr' ? ' ' : ''}${same.texts[language].text}`,
          from: [...first.texts[language].from, place],
          kinds: ['merged'],
        })),
      })
    } else pieces.push(same)
  }
  for (const piece of moved) pieces.splice(random.below(pieces.length + 1), 0, piece)
  const edits = (language: Language): RecordedEdits => ({
    links: pieces.flatMap(({ texts }, place) => texts[language].from.map(from => `${from}>${place}`)),
    labels: [
      ...pieces.flatMap(({ texts }, place) => texts[language].kinds.map(kind => `${kind}:${place}`)),
      ...deleted.map(place => `deleted:-${place}`),
    ],
    characters: characters[language],
  })
  const blocks = (language: Language) =>
    pieces.map(({ unit, texts }) => block(unit, texts[language].id, texts[language].text))
  return { old, new: { fr: blocks('fr'), ja: blocks('ja') }, edits: { fr: edits('fr'), ja: edits('ja') } }
}

/** The same text with other ids, as if it had been imported. */
export function withoutIds(text: BilingualText): BilingualText {
  const fresh = (old: Block): Block => ({
    ...old,
    id: `i-${old.id}` as BlockId,
    unit: `i-${old.unit}` as UnitId,
  })
  return { fr: text.fr.map(fresh), ja: text.ja.map(fresh) }
}

function block(unit: string, id: string, text: string): Block {
  return {
    id: id as BlockId,
    unit: unit as UnitId,
    kind: 'paragraph',
    level: 1,
    content: text ? [{ type: 'text', text }] : [],
  }
}

const segmenters = {
  fr: new Intl.Segmenter('fr', { granularity: 'word' }),
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
}
const isWord = /[\p{L}\p{N}]/u

/** Inserts, deletes or replaces one to four words, `edits` times, never twice at one place. */
export function reworded(random: Random, language: Language, text: string, edits: number) {
  const words = [...segmenters[language].segment(text)].map(({ segment }) => segment)
  const joint = language === 'fr' ? ' ' : ''
  let characters = 0
  const taken = new Set<number>()
  for (let edit = 0; edit < edits; edit++) {
    const starts = words.flatMap((word, place) => (isWord.test(word) ? [place] : []))
    const at = starts.length ? random.pick(starts) : 0
    const target = words.slice(at, at + 1 + random.below(language === 'fr' ? 5 : 4))
    while (target.length && !isWord.test(target.at(-1)!)) target.pop()
    const near = Array.from({ length: target.length + 6 }, (_, index) => at + index - 3)
    if (!target.length || near.some(place => taken.has(place)) || target.some(word => /[.,;、。]/.test(word)))
      continue
    for (const place of near) taken.add(place)
    const phrase = randomPhrase(random, language)
    const act = random.below(3)
    const gone = act === 0 ? '' : target.join('')
    const come = act === 1 ? '' : phrase
    const after = at + target.length
    if (act === 0) words[at] = `${phrase}${joint}${words[at]}`
    else words.splice(at, target.length, come, ...target.slice(1).map(() => ''))
    if (act === 1 && words[after] === joint) words[after] = ''
    characters += gone.length + come.length + (act < 2 ? joint.length : 0)
  }
  return { text: words.join(''), characters }
}

export function randomPhrase(random: Random, language: Language): string {
  const words = [...segmenters[language].segment(random.pick(SENTENCES[language]))].map(
    ({ segment }) => segment,
  )
  const at = random.below(Math.max(words.length - 5, 1))
  const phrase = words.slice(at, at + 1 + random.below(language === 'fr' ? 6 : 4)).join('')
  return phrase.replace(/[.,;、。]/g, '').trim() || (language === 'fr' ? 'partout' : '広く')
}

export function splitInTwo(text: string): readonly [string, string] | null {
  const cuts = [...text.matchAll(/[.;。](?=.)/g)]
    .map(({ index }) => index + 1)
    .filter(cut => cut > 15 && text.length - cut > 15)
  const cut = cuts[0]
  return cut === undefined ? null : [text.slice(0, cut).trim(), text.slice(cut).trim()]
}
