/** What a reference in a comparison's address stands for, for one who may read it. */
import { type FactValues, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Text } from '../../shared/model/edition.ts'
import type { ComparedView, ComparisonRef } from '../../shared/protocol/views.ts'
import { readLastAgreed } from '../agreement/last-agreed.ts'
import type { Deps } from '../app.ts'
import type { Readership } from '../http/reader.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { mayReadAgreement } from '../policies/agreement-policies.ts'
import { findStoredVersion } from '../store/versions.ts'
import { findReadableDraft, findReadableText, findReadableVersion } from '../texts/find-readable.ts'
import { wordsAt } from '../texts/past-states.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { stageOf } from '../texts/text-situation.ts'
import { departureOf } from '../transmission/preview.ts'
import type { HashedText } from './comparison-cache.ts'

export type ComparedText = HashedText & {
  readonly of: Text
  readonly facts: FactValues
  readonly view: ComparedView
}

/** `not-found` alike for what does not exist and for what the reader may not know of. */
export async function findCompared(
  deps: Pick<TextDeps, 'db' | 'sync' | 'clock' | 'pastTexts' | 'pastStates'>,
  reader: Readership,
  ref: ComparisonRef,
): Promise<ComparedText | Refusal> {
  const [, kind, id, at] =
    /^(version|draft|state|agreed):([\w-]{1,64})(?:@([\dTZ:.-]{1,40}))?$/.exec(ref) ?? []
  if (kind === 'version' && id && !at) return comparedVersion(deps, reader, ref, id)
  if (kind === 'draft' && id && !at) return comparedDraft(deps, reader, ref, id)
  if (kind === 'state' && id && at) return comparedState(deps, reader, ref, id, at)
  if (kind === 'agreed' && id && !at) return comparedAgreed(deps, reader, ref, id)
  return { refusal: 'not-found' }
}

async function comparedVersion(
  { db }: Pick<Deps, 'db'>,
  reader: Readership,
  ref: ComparisonRef,
  id: string,
): Promise<ComparedText | Refusal> {
  const found = await findReadableVersion(db, reader, id)
  const version = found && (await findStoredVersion(db, found.version.id))
  if (!version) return { refusal: 'not-found' }
  const { sha256, label, madeAt } = version
  const { text, facts } = parseCanonicalForm(version.canonical)
  // What comes in from outside is the declaration of an edition that is over.
  const adopted = version.origin === 'import' || version.origin === 'adoption'
  return { of: found.situation.text, text, facts, sha256, view: { ref, label, at: madeAt, sha256, adopted } }
}

async function comparedDraft(
  { db, sync }: Pick<Deps, 'db' | 'sync'>,
  reader: Readership,
  ref: ComparisonRef,
  id: string,
): Promise<ComparedText | Refusal> {
  const found = await findReadableDraft(db, reader, id)
  if (!found) return { refusal: 'not-found' }
  const { draft, situation } = found
  const read = await readDraft(sync, draft.id)
  if (isRefusal(read)) return read
  const { text, facts, sha256 } = await departureOf(read, situation.facts)
  const label = stageOf(situation, draft)?.versionLabel ?? ''
  return { of: situation.text, text, facts, sha256, view: { ref, label, at: null, sha256, adopted: false } }
}

/** The draft as it was. An instant that names no state of it is not found, like a draft that one may not know of. */
async function comparedState(
  deps: Pick<TextDeps, 'db' | 'clock' | 'pastTexts' | 'pastStates'>,
  reader: Readership,
  ref: ComparisonRef,
  id: string,
  at: string,
): Promise<ComparedText | Refusal> {
  const found = await findReadableDraft(deps.db, reader, id)
  if (!found) return { refusal: 'not-found' }
  const { draft, situation } = found
  const words = await wordsAt(deps, draft, at)
  if (isRefusal(words)) return words
  const { text, facts, sha256 } = await departureOf(words.text, situation.facts)
  const label = stageOf(situation, draft)?.versionLabel ?? ''
  return { of: situation.text, text, facts, sha256, view: { ref, label, at, sha256, adopted: false } }
}

/** What the sides last agreed on of a text, by its id; not found while they have agreed on nothing. */
async function comparedAgreed(
  deps: Pick<TextDeps, 'db' | 'sync'>,
  reader: Readership,
  ref: ComparisonRef,
  id: string,
): Promise<ComparedText | Refusal> {
  if (!mayReadAgreement(reader.mandates)) return { refusal: 'not-found' }
  const situation = await findReadableText(deps.db, reader, id)
  const agreed = situation && (await readLastAgreed(deps, situation))
  if (!situation || !agreed) return { refusal: 'not-found' }
  const { text, facts, sha256 } = await departureOf(agreed.text, situation.facts)
  return {
    of: situation.text,
    text,
    facts,
    sha256,
    view: { ref, label: '', at: agreed.at, sha256, adopted: false },
  }
}
