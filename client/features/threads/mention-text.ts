/**
 * Calling somebody in a comment. Kept and sent are tokens (`@{mandate:…}`); what one sees while writing is the
 * name. A name that was changed by hand calls nobody any more. Pure.
 */
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import { mentionToken, readComment } from '../../../shared/model/comment-body.ts'
import type { Role } from '../../../shared/model/mandate.ts'
import type { Mention } from '../../../shared/model/thread.ts'
import type { Circle, ThreadsView } from '../../../shared/protocol/thread-views.ts'
import { audienceOf } from './circle-audience.ts'

/** Somebody who can be called. */
export type Callable = {
  readonly mention: Mention
  /** As it is written after the @; no two have the same. */
  readonly name: string
  /** What else it is found by: other languages, role, side. */
  readonly also: string
  readonly side: Side | null
}

/** Names in the language of the interface. */
export type CallNames = {
  readonly person: (title: ThreadsView['people'][number]['title']) => string
  readonly role: (role: Role, side: Side) => string
  readonly side: (side: Side) => string
}

/** The roles of a side that read what is shared; who holds them on the other side is not told. */
const ROLES_THAT_READ: readonly Role[] = ['chair', 'drafter', 'reviewer', 'lead']

/**
 * Whom one can call in a circle: the people that one may know, then roles, then whole sides. Of the other side, whose
 * people speak by mandate, only its roles and the side.
 */
export function callablesIn(
  people: ThreadsView['people'],
  circle: Circle | null,
  names: CallNames,
): Callable[] {
  const within = people.filter(({ circles }) => circle === null || circles.includes(circle))
  const found: Callable[] = []
  const taken = new Set<string>()
  const add = (callable: Callable) => {
    let { name } = callable
    for (let nth = 2; taken.has(name); nth++) name = `${callable.name} (${nth})`
    taken.add(name)
    found.push({ ...callable, name })
  }
  for (const { mandate, title, side, role, mine } of within)
    if (!mine)
      add({
        mention: { kind: 'mandate', mandate },
        name: names.person(title),
        also: [title.fr, title.ja, title.en ?? '', role, side ?? ''].join(' '),
        side,
      })
  const roles = new Map<string, { readonly role: Role; readonly side: Side }>()
  const sides = sidesOf(circle, within)
  for (const { side, role } of within) if (side) roles.set(`${side} ${role}`, { role, side })
  for (const side of sides)
    if (!within.some(each => each.side === side))
      for (const role of ROLES_THAT_READ) roles.set(`${side} ${role}`, { role, side })
  for (const { role, side } of roles.values())
    add({
      mention: { kind: 'role', side, role },
      name: names.role(role, side),
      also: `${role} ${side}`,
      side,
    })
  for (const side of sides) add({ mention: { kind: 'side', side }, name: names.side(side), also: side, side })
  return found
}

/** Both in a shared circle; without a circle, in any of them. */
function sidesOf(circle: Circle | null, within: ThreadsView['people']): readonly Side[] {
  const shares = (each: Circle) => audienceOf(each) === 'joint'
  if (circle === null ? within.some(({ circles }) => circles.some(shares)) : shares(circle)) return SIDES
  return SIDES.filter(side => within.some(each => each.side === side))
}

/** What is sent: every `@name` that is somebody's becomes its token; the longest name first. */
export function toTokens(words: string, callables: readonly Callable[]): string {
  const byLength = [...callables].sort((a, b) => b.name.length - a.name.length)
  let body = ''
  for (let at = 0; at < words.length; ) {
    const rest = isAt(words[at]) ? words.slice(at + 1) : null
    const called = rest === null ? undefined : byLength.find(({ name }) => rest.startsWith(name))
    body += called ? mentionToken(called.mention) : words[at]
    at += called ? called.name.length + 1 : 1
  }
  return body
}

/** What is shown while writing: tokens become names. A token of nobody whom one may call stays as it is. */
export function fromTokens(body: string, callables: readonly Callable[]): string {
  let words = body
  for (const { mention, name } of callables) words = words.replaceAll(mentionToken(mention), `@${name}`)
  return words
}

/** The words of a body quoted, to be said elsewhere: names without @, so that nobody is called. */
export function quotedWords(body: string, nameOf: (mention: Mention) => string): string {
  return readComment(body)
    .map(({ lines }) =>
      lines
        .map(
          pieces =>
            `> ${pieces.map(piece => (piece.type === 'mention' ? nameOf(piece.mention) : piece.text)).join('')}`,
        )
        .join('\n'),
    )
    .join('\n>\n')
}

/** The name that is being written at the caret: where its @ stands, and what follows it so far. */
export type MentionQuery = { readonly at: number; readonly query: string }

/** Longer than any name that one would go on looking for. */
const LONGEST_QUERY = 40

/** Undefined when no name is being written. An @ inside a Latin word is an address, and calls nobody. */
export function mentionQuery(words: string, caret: number): MentionQuery | undefined {
  const from = Math.max(0, caret - LONGEST_QUERY)
  for (let at = caret - 1; at >= from; at--) {
    const sign = words[at]
    if (sign === '\n') return undefined
    if (!isAt(sign)) continue
    if (/[A-Za-z0-9._-]/u.test(words[at - 1] ?? '')) return undefined
    return { at, query: words.slice(at + 1, caret) }
  }
  return undefined
}

/** Those whom a query may mean, the best first; none once the name is complete and something follows it. */
export function matchingCallables(callables: readonly Callable[], query: string): Callable[] {
  if (callables.some(({ name }) => query.startsWith(name) && query.length > name.length)) return []
  const wanted = folded(query.trimStart())
  const rank = ({ name, also }: Callable) => {
    const [own, other] = [folded(name), folded(also)]
    if (own.startsWith(wanted)) return 0
    if (beginsAWord(own, wanted) || beginsAWord(other, wanted)) return 1
    return own.includes(wanted) || other.includes(wanted) ? 2 : -1
  }
  return callables
    .map((callable, index) => ({ callable, index, rank: rank(callable) }))
    .filter(each => each.rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ callable }) => callable)
}

/** The words with a name in the place of what was being written, and where the caret then stands. */
export function withMention(
  words: string,
  { at, query }: MentionQuery,
  { name }: Callable,
): { readonly words: string; readonly caret: number } {
  const after = words.slice(at + 1 + query.length)
  const gap = /^[\s、。，．,.;:!?)）」』]/u.test(after) ? '' : ' '
  const before = `${words.slice(0, at)}@${name}${gap}`
  return { words: before + after, caret: before.length }
}

function isAt(sign: string | undefined): boolean {
  return sign === '@' || sign === '＠'
}

function beginsAWord(words: string, wanted: string): boolean {
  return words.split(/[\s–—・／/()（）-]+/u).some(word => word.startsWith(wanted))
}

/** Without width, case and accents. */
function folded(words: string): string {
  return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
