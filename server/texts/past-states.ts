/** [R8] The states of a draft that can be rebuilt, by the instants that name them, and their words. */
import { type BilingualText, EMPTY_TEXT } from '../../shared/model/bilingual-text.ts'
import { canonicalForm, canonicalHash, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { ComparisonRef } from '../../shared/protocol/views.ts'
import type { HashedText } from '../comparisons/comparison-cache.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import type { Database } from '../store/database.ts'
import { readLogEntries, readLogParts } from '../store/draft-log.ts'
import { findStoredVersion } from '../store/versions.ts'
import { wordsBeside } from './history-beside.ts'
import { endsOf, type KeptState, keptStates, sittingsOf } from './log-sittings.ts'
import type { TextDeps } from './text-deps.ts'

type PastDeps = Pick<TextDeps, 'db' | 'clock' | 'pastTexts' | 'pastStates'>

/** The draft's words at an instant that names one of its states; `not-found` for any other instant. */
export async function wordsAt(deps: PastDeps, draft: Draft, at: string): Promise<HashedText | Refusal> {
  // What was offered once stays: there is no need to look again where it stands in the log.
  const known = deps.pastTexts.get(keyOf(draft, at))
  if (known) return known
  const state = (await statesOf(deps, draft)).find(each => each.at === at)
  return state ? wordsOf(deps, draft, state) : { refusal: 'not-found' }
}

/** The last state that was there at the instant; undefined when the draft had none yet. */
export async function stateUntil(deps: PastDeps, draft: Draft, at: string): Promise<KeptState | undefined> {
  return (await statesOf(deps, draft)).findLast(state => state.at <= at)
}

/** The reference of a state, for the address of a comparison. */
export function stateRef({ id }: Pick<Draft, 'id'>, at: string): ComparisonRef {
  return `state:${id}@${at}`
}

/** What the draft is taken to say before it has a row. */
export async function baseText(db: Database, { base }: Pick<Draft, 'base'>): Promise<BilingualText> {
  const version = base && (await findStoredVersion(db, base))
  return version ? parseCanonicalForm(version.canonical).text : EMPTY_TEXT
}

async function statesOf({ db, clock, pastStates }: PastDeps, draft: Draft): Promise<KeptState[]> {
  const known = pastStates.get(draft.id) ?? []
  const since = sittingsOf(await readLogEntries(db, draft.id, known.at(-1)?.seq))
  const ends = [...known, ...endsOf(since, draft, clock())]
  if (ends.length > known.length) pastStates.set(draft.id, ends)
  return keptStates(ends)
}

async function wordsOf({ db, pastTexts }: PastDeps, draft: Draft, state: KeptState) {
  const parts = await readLogParts(db, draft.id, 0, state.seq)
  const text = await wordsBeside(parts.map(part => part.bytes))
  if (isRefusal(text)) return text
  const hashed: HashedText = { text, sha256: await canonicalHash(canonicalForm(text)) }
  pastTexts.set(keyOf(draft, state.at), hashed)
  return hashed
}

function keyOf(draft: Draft, at: string): string {
  return `${draft.id} ${at}`
}
