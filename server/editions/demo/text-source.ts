/**
 * A short way to write bilingual texts by hand: units with a French and a Japanese side, and the changes
 * that make the next version of a text out of the last. Facts are named by key; see `withFactIds`.
 */
import type {
  BilingualText,
  Block,
  BlockKind,
  BlockLevel,
  Inline,
  Side,
} from '../../../shared/model/bilingual-text.ts'
import type { BlockId, FactId, UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'

/** One unit as written; a language's list has one entry per block, and none where the language is missing. */
export type UnitSource = {
  readonly id: string
  readonly kind: BlockKind
  readonly level: BlockLevel
} & { readonly [L in Language]: readonly Content[] }

export type Content = readonly Inline[]

/** A template literal with inline objects in its holes: text`Fait à ${fact('host')}`. */
export function text(strings: TemplateStringsArray, ...inlines: readonly Inline[]): Content {
  return strings.flatMap((string, i) => {
    const before: Inline[] = string === '' ? [] : [{ type: 'text', text: string }]
    return i < inlines.length ? [...before, inlines[i]!] : before
  })
}

export function fact(key: string): Inline {
  return { type: 'fact', fact: key as FactId }
}

export function bold(words: string): Inline {
  return { type: 'text', text: words, marks: [{ type: 'bold' }] }
}

export function italic(words: string): Inline {
  return { type: 'text', text: words, marks: [{ type: 'italic' }] }
}

export function ruby(words: string, rt: string): Inline {
  return { type: 'text', text: words, marks: [{ type: 'ruby', rt }] }
}

/** A note of whoever speaks or reads; it stands behind the words before it. */
export function note(words: string): Inline {
  return { type: 'note', text: words }
}

/** Text that is not agreed; `id` is the same in both languages. */
export function bracket(id: string, by: Side, words: string): Inline {
  return { type: 'text', text: words, marks: [{ type: 'bracket', id, by }] }
}

type Written = string | Content | { readonly several: readonly (string | Content)[] }

/** Several blocks of one language in a unit. */
export function several(...blocks: readonly (string | Content)[]): Written {
  return { several: blocks }
}

/** The language has no block in this unit. */
export const missing: Written = several()

export function unit(
  id: string,
  kind: BlockKind,
  fr: Written,
  ja: Written,
  level: BlockLevel = 1,
): UnitSource {
  return { id, kind, level, fr: contents(fr), ja: contents(ja) }
}

/** A step from one version to the next. Throws when it names a unit that is not there. */
export type Revision = (units: readonly UnitSource[]) => readonly UnitSource[]

export function revise(
  units: readonly UnitSource[],
  ...revisions: readonly Revision[]
): readonly UnitSource[] {
  return revisions.reduce((current, revision) => revision(current), units)
}

/** Changes what is named and keeps the rest: only one language, for instance, or only the kind. */
export function amend(
  id: string,
  change: { readonly fr?: Written; readonly ja?: Written; readonly kind?: BlockKind },
): Revision {
  return units => {
    const old = units[position(units, id)]!
    const amended: UnitSource = {
      ...old,
      kind: change.kind ?? old.kind,
      fr: change.fr === undefined ? old.fr : contents(change.fr),
      ja: change.ja === undefined ? old.ja : contents(change.ja),
    }
    return units.map(entry => (entry.id === id ? amended : entry))
  }
}

export function insertAfter(id: string, ...inserted: readonly UnitSource[]): Revision {
  return units => units.toSpliced(position(units, id) + 1, 0, ...inserted)
}

export function remove(id: string): Revision {
  return units => units.toSpliced(position(units, id), 1)
}

/** Puts the unit, both languages, behind the unit `after`. */
export function moveAfter(id: string, after: string): Revision {
  return units => {
    const moved = units[position(units, id)]!
    const rest = remove(id)(units)
    return rest.toSpliced(position(rest, after) + 1, 0, moved)
  }
}

/** Block ids are made of the unit, the language and the place in the unit, so that versions share them. */
export function bilingualText(units: readonly UnitSource[]): BilingualText {
  const blocks = (language: Language): Block[] =>
    units.flatMap(({ id, kind, level, ...sides }) =>
      sides[language].map((content, i) => ({
        id: `${id}-${language}-${i + 1}` as BlockId,
        unit: id as UnitId,
        kind,
        level,
        content,
      })),
    )
  return { fr: blocks('fr'), ja: blocks('ja') }
}

/** The text with every key of a fact replaced by the id the edition gave it. Throws on an unknown key. */
export function withFactIds(source: BilingualText, ids: ReadonlyMap<string, FactId>): BilingualText {
  const resolve = (inline: Inline): Inline => {
    if (inline.type !== 'fact') return inline
    const id = ids.get(inline.fact)
    if (id === undefined) throw new Error(`no fact with the key ${inline.fact}`)
    return { type: 'fact', fact: id }
  }
  const [fr, ja] = LANGUAGES.map(language =>
    source[language].map(block => ({ ...block, content: block.content.map(resolve) })),
  )
  return { fr: fr!, ja: ja! }
}

function contents(written: Written): readonly Content[] {
  const blocks = typeof written === 'object' && 'several' in written ? written.several : [written]
  return blocks.map(block => (typeof block === 'string' ? [{ type: 'text', text: block }] : block))
}

function position(units: readonly UnitSource[], id: string): number {
  const found = units.findIndex(entry => entry.id === id)
  if (found < 0) throw new Error(`no unit ${id}`)
  return found
}
