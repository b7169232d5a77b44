/** The kinds of change, and which of them are substance. */

export const CHANGE_KINDS = [
  'inserted',
  'deleted',
  'modified',
  'moved',
  'split',
  'merged',
  'linked',
  'kind',
  'formatting',
  'typographic',
] as const
/**
 * `modified`: other words, figures, inline objects, values of facts or brackets. `linked`: kept, but beside other
 * blocks of the other language than before. `kind`: another block kind or level.
 * `formatting`: other marks on the same words. `typographic`: only width, white space, hyphens,
 * apostrophes, quotation marks in another style, commas and full stops differ.
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** The kinds that change what the text says or its order; formatting, typography, splits, merges and links do not. */
export const SUBSTANTIAL_KINDS: readonly ChangeKind[] = ['inserted', 'deleted', 'modified', 'moved', 'kind']

/** Substantial kinds that answer one another across the languages: the French modified, the Japanese put in anew. */
export const COUNTERPARTS: readonly (readonly ChangeKind[])[] = [
  ['inserted', 'deleted', 'modified'],
  ['moved'],
  ['kind'],
]

const NONE: readonly ChangeKind[] = []

/** Those of all the parts together, in the order of `CHANGE_KINDS`. */
export function kindsOf(parts: readonly { readonly kinds: readonly ChangeKind[] }[]): readonly ChangeKind[] {
  let only: readonly ChangeKind[] = NONE
  for (const { kinds } of parts) {
    if (!kinds.length) continue
    if (only.length) return CHANGE_KINDS.filter(kind => parts.some(part => part.kinds.includes(kind)))
    only = kinds
  }
  return only
}

export function isSubstantial(kinds: readonly ChangeKind[]): boolean {
  return kinds.some(kind => SUBSTANTIAL_KINDS.includes(kind))
}
