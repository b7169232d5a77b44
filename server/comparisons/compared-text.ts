/** What a reference in a comparison's address stands for, for one who may read it. */
import { type FactValues, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { DraftId, TextId, VersionId } from '../../shared/model/ids.ts'
import type { ComparedView, ComparisonRef } from '../../shared/protocol/views.ts'
import type { Deps } from '../app.ts'
import type { Reader } from '../http/reader.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { mayReadDraft } from '../policies/policies.ts'
import { findDraft } from '../store/drafts.ts'
import { findStoredVersion } from '../store/versions.ts'
import { readDraft } from '../texts/read-draft.ts'
import { findReadableText, stageOf, versionsFor } from '../texts/text-situation.ts'
import { departureOf } from '../transmission/preview.ts'
import type { HashedText } from './comparison-cache.ts'

export type ComparedText = HashedText & {
  readonly of: TextId
  readonly facts: FactValues
  readonly view: ComparedView
}

/** `not-found` alike for what does not exist and for what the reader may not know of. */
export async function findCompared(
  deps: Pick<Deps, 'db' | 'sync'>,
  reader: Reader,
  ref: ComparisonRef,
): Promise<ComparedText | Refusal> {
  const [, kind, id] = /^(version|draft):([\w-]{1,64})$/.exec(ref) ?? []
  if (kind === 'version') return comparedVersion(deps, reader, ref, id as VersionId)
  if (kind === 'draft') return comparedDraft(deps, reader, ref, id as DraftId)
  return { refusal: 'not-found' }
}

async function comparedVersion(
  { db }: Pick<Deps, 'db'>,
  reader: Reader,
  ref: ComparisonRef,
  id: VersionId,
): Promise<ComparedText | Refusal> {
  const version = await findStoredVersion(db, id)
  const situation = version && (await findReadableText(db, reader, version.text))
  if (!situation || !versionsFor(situation, reader.mandates).some(each => each.id === id))
    return { refusal: 'not-found' }
  const { sha256, label, madeAt } = version
  const { text, facts } = parseCanonicalForm(version.canonical)
  return { of: version.text, text, facts, sha256, view: { ref, label, at: madeAt, sha256 } }
}

async function comparedDraft(
  { db, sync }: Pick<Deps, 'db' | 'sync'>,
  reader: Reader,
  ref: ComparisonRef,
  id: DraftId,
): Promise<ComparedText | Refusal> {
  const draft = await findDraft(db, id)
  const situation = draft && (await findReadableText(db, reader, draft.text))
  if (!situation || !mayReadDraft(reader.mandates, situation.text, draft)) return { refusal: 'not-found' }
  const read = await readDraft(sync, id)
  if (isRefusal(read)) return read
  const { text, facts, sha256 } = await departureOf(read, situation.facts)
  const label = stageOf(situation, draft)?.versionLabel ?? ''
  return { of: draft.text, text, facts, sha256, view: { ref, label, at: null, sha256 } }
}
