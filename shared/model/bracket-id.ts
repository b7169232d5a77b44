/**
 * [A5] The ids of bracket marks: `<group>.<letters><digits>`. The group is one question, the same in both languages;
 * the letters name one of its alternatives, the digits a part of it where it stands at several places. In a reserved
 * amendment `o` is what the draft said and `t` what the other side asks for; opened by hand, `a` is the passage itself
 * and `b`, `c` … are other words for it. A mark whose id has no such ending is a question of one alternative.
 */
import type { Side } from './bilingual-text.ts'

export type BracketId = {
  readonly group: string
  /** '' where the id names none. */
  readonly letter: string
  readonly part: string
}

export function readBracketId(id: string): BracketId {
  const [, group, letter, part] = /^(.+)\.([a-z]+)(\d*)$/s.exec(id) ?? []
  return group && letter ? { group, letter, part: part ?? '' } : { group: id, letter: '', part: '' }
}

export function bracketMarkId(group: string, letter: string): string {
  return `${group}.${letter}`
}

/** What a draft said when an amendment was reserved, and what the other side asked for. */
export const OURS = 'o'
export const THEIRS = 't'

/** The letter of the alternative `index` (from 0) of a bracket opened by hand; `o` and `t` mean something else. */
export function alternativeLetter(index: number): string {
  return LETTERS[index % LETTERS.length]!.repeat(1 + Math.floor(index / LETTERS.length))
}

const LETTERS = [...'abcdefghijklmnpqrsuvwxyz']

export function otherSideThan(side: Side | ''): Side | '' {
  if (side === '') return ''
  return side === 'fra' ? 'jap' : 'fra'
}
