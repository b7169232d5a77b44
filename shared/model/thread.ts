/**
 * A thread of comments hangs on a unit, or on a passage of it in one language, and is seen from both. Its audience
 * is chosen when it is begun and never changes: `fra` and `jap` are internal to a side, `joint` is shared.
 */
import type { Audience, Side } from './bilingual-text.ts'
import type { BlockId, CommentId, DraftId, MandateId, TextId, ThreadId, UnitId, VersionId } from './ids.ts'
import type { Language } from './language.ts'
import type { Role } from './mandate.ts'

/** A draft or a version: `draft:<id>`, `version:<id>`. */
export type Place = `draft:${string}` | `version:${string}`

export function draftPlace(draft: DraftId): Place {
  return `draft:${draft}`
}

export function versionPlace(version: VersionId): Place {
  return `version:${version}`
}

/** What a place names; undefined for anything else. */
export function readPlace(
  place: string,
): { readonly draft: DraftId } | { readonly version: VersionId } | undefined {
  const [kind, id, more] = place.split(':')
  if (!id || more !== undefined) return undefined
  if (kind === 'draft') return { draft: id as DraftId }
  return kind === 'version' ? { version: id as VersionId } : undefined
}

/** Where in one place a thread hangs. */
export type Anchor = {
  readonly unit: UnitId
  /** The blocks of the unit, both languages: when units are merged, they tell where it went. */
  readonly blocks: readonly BlockId[]
  /** Null when it hangs on the unit as a whole. */
  readonly passage: Passage | null
}

/** Words of one language, from the character at `start` to before that at `end`; offsets as in `plainText`. */
export type Passage = {
  readonly language: Language
  readonly start: BlockPosition
  readonly end: BlockPosition
  /** The passage as it reads, its blocks joined by line feeds. */
  readonly words: string
  /** What stands right before and after it in its block, up to NEIGHBOURS characters. */
  readonly before: string
  readonly after: string
  /** Y.RelativePosition of both ends as JSON, where it hangs in a draft: bound to the words, not to a count. */
  readonly relative: RelativeEnds | null
}
export type BlockPosition = { readonly block: BlockId; readonly offset: number }
export type RelativeEnds = { readonly start: RelativePositionJson; readonly end: RelativePositionJson }
export type RelativePositionJson = Record<string, unknown>

/** Characters (UTF-16 code units) kept before and after a passage. */
export const NEIGHBOURS = 32
/** Of a passage that is quoted; a longer one is cut for searching. */
export const MOST_WORDS = 2_000

export type Thread = {
  readonly id: ThreadId
  readonly text: TextId
  readonly audience: Audience
  /** Where it was begun: who may not read that does not see the thread. */
  readonly origin: Place
  /** The passage as it read when the thread was begun. */
  readonly quote: { readonly language: Language; readonly words: string } | null
  readonly by: MandateId
  readonly createdAt: string
  readonly resolved: { readonly at: string; readonly by: MandateId } | null
  readonly assignee: MandateId | null
}

export type Comment = {
  readonly id: CommentId
  readonly thread: ThreadId
  readonly by: MandateId
  readonly at: string
  /** As `comment-body.ts` reads it; empty once it was deleted. */
  readonly body: string
  readonly editedAt: string | null
  readonly deletedAt: string | null
}

/** Whom a comment calls: a person by mandate, those of a role on a side, a whole side. */
export type Mention =
  | { readonly kind: 'mandate'; readonly mandate: MandateId }
  | { readonly kind: 'role'; readonly side: Side; readonly role: Role }
  | { readonly kind: 'side'; readonly side: Side }

/** Internal to a side, or shared between both. */
export function isInternal({ audience }: Pick<Thread, 'audience'>): boolean {
  return audience !== 'joint'
}
