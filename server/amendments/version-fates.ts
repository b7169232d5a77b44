/** [C6] What became of the amendments of an answer in the version that followed, for one who may read all three. */
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { VersionId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { AmendmentFates, FatesView } from '../../shared/protocol/views.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { findStoredVersion, type VersionRecord } from '../store/versions.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { type TextSituation, versionsFor } from '../texts/text-situation.ts'
import { amendmentFates } from './amendment-fates.ts'
import { answerTo } from './open-answer.ts'

/** The version that was answered, and the answer, before `version` followed. */
export type Answered = { readonly base: VersionRecord; readonly answer: VersionRecord }

/** Undefined when the version follows no answer, or one that these mandates may not read: as if there were none. */
export function answeredBefore(
  situation: TextSituation,
  mandates: readonly Mandate[],
  version: VersionRecord,
): Answered | undefined {
  const { origin, side, base: baseId, number } = version
  if (origin !== 'transmission' || side === null) return undefined
  const earlier = situation.versions.filter(other => other.number < number)
  const answer = answerTo(earlier, { base: baseId, audience: side })
  const base = earlier.find(other => other.id === baseId)
  const readable = new Set(versionsFor(situation, mandates).map(({ id }) => id))
  return base && answer && readable.has(base.id) && readable.has(answer.id) ? { base, answer } : undefined
}

export type VersionFates = Answered & {
  readonly fates: AmendmentFates
  readonly facts: FatesView['facts']
}

/** Null when there is nothing to show. The version must be one that these mandates may read. */
export async function versionFates(
  deps: Pick<TextDeps, 'db' | 'comparisons' | 'fates'>,
  situation: TextSituation,
  mandates: readonly Mandate[],
  version: VersionRecord,
): Promise<VersionFates | null | Refusal> {
  const answered = answeredBefore(situation, mandates, version)
  if (!answered) return null
  const read = async (id: VersionId) => {
    const { canonical, sha256 } = (await findStoredVersion(deps.db, id))!
    return { ...parseCanonicalForm(canonical), sha256 }
  }
  const base = await read(answered.base.id)
  const answer = await read(answered.answer.id)
  const following = await read(version.id)
  const decisions = situation.decisions.get(version.id)?.content.decisions ?? []
  const fates = await amendmentFates(deps, { base, answer, following }, decisions)
  if (isRefusal(fates)) return fates
  return { ...answered, fates, facts: { base: base.facts, answer: answer.facts, version: following.facts } }
}
