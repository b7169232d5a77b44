/** [W3] [W4] All that is known of summaries, proposals and provenance in an edition. Nobody's view yet. */
import { createHash } from 'node:crypto'
import { wordsForm } from '../../shared/integrate/unit-words.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { type FactValues, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Edition, Workshop } from '../../shared/model/edition.ts'
import type { ProposalId, VersionId } from '../../shared/model/ids.ts'
import type {
  Proposal,
  ProposalDecision,
  Provenance,
  SourceDismissal,
  UnitWords,
} from '../../shared/model/proposal.ts'
import { acceptedVersion } from '../../shared/model/workshop.ts'
import type { Database } from '../store/database.ts'
import { listWorkshops } from '../store/editions.ts'
import { decisionsOnProposals, proposalsOfText } from '../store/proposals.ts'
import { dismissalsOfText, provenancesOfText } from '../store/provenances.ts'
import { textsOfEdition } from '../store/texts.ts'
import { findStoredVersion, type VersionRecord } from '../store/versions.ts'
import { submissionMarksOf } from '../store/workshops.ts'
import { readTextSituation, type TextSituation } from '../texts/text-situation.ts'

export type StoredText = { readonly text: BilingualText; readonly facts: FactValues; readonly sha256: string }

export type Summary = {
  readonly workshop: Workshop
  readonly situation: TextSituation
  readonly accepted: VersionRecord | null
}

export type Integration = {
  readonly declaration: TextSituation
  readonly summaries: readonly Summary[]
  /** Of every stage. */
  readonly proposals: readonly Proposal[]
  readonly decisionsOf: (proposal: ProposalId) => readonly ProposalDecision[]
  /** Of every draft: pass them through `visibleProvenances`. */
  readonly provenances: readonly Provenance[]
  readonly dismissals: readonly SourceDismissal[]
  /** The words of a version; read once. */
  readonly textOf: (version: VersionId) => Promise<StoredText>
}

/** Undefined in an edition without a declaration. */
export async function readIntegration(db: Database, edition: Edition): Promise<Integration | undefined> {
  const texts = await textsOfEdition(db, edition.id)
  const text = texts.find(({ kind }) => kind === 'declaration')
  if (!text) return undefined
  const workshops = new Map((await listWorkshops(db, edition.id)).map(workshop => [workshop.id, workshop]))
  const summaries: Summary[] = []
  for (const each of texts) {
    const workshop = each.workshop && workshops.get(each.workshop)
    if (each.kind !== 'workshop-summary' || !workshop) continue
    const situation = await readTextSituation(db, edition, each)
    const accepted = acceptedVersion(situation.versions, await submissionMarksOf(db, each.id)) ?? null
    summaries.push({ workshop, situation, accepted })
  }
  const decisions = Map.groupBy(await decisionsOnProposals(db, text.id), ({ proposal }) => proposal)
  return {
    declaration: await readTextSituation(db, edition, text),
    summaries,
    proposals: await proposalsOfText(db, text.id),
    decisionsOf: proposal => decisions.get(proposal) ?? [],
    provenances: await provenancesOfText(db, text.id),
    dismissals: await dismissalsOfText(db, text.id),
    textOf: readOnce(db),
  }
}

/** The summary that a version is of. */
export function summaryOf({ summaries }: Pick<Integration, 'summaries'>, version: VersionId): Summary {
  const found = summaries.find(({ situation }) => situation.versions.some(({ id }) => id === version))
  if (!found) throw new Error(`the version ${version} is of no summary`)
  return found
}

export function versionName({ situation }: Summary, version: VersionId): { id: VersionId; label: string } {
  return { id: version, label: situation.versions.find(({ id }) => id === version)?.label ?? '' }
}

/** Of what is said, whatever its ids. */
export function hashOfWords(words: UnitWords): string {
  return createHash('sha256').update(wordsForm(words)).digest('hex')
}

function readOnce(db: Database): Integration['textOf'] {
  const known = new Map<VersionId, Promise<StoredText>>()
  const read = async (id: VersionId): Promise<StoredText> => {
    const stored = await findStoredVersion(db, id)
    if (!stored) throw new Error(`no version ${id}`)
    return { ...parseCanonicalForm(stored.canonical), sha256: stored.sha256 }
  }
  return id => {
    const asked = known.get(id) ?? read(id)
    known.set(id, asked)
    return asked
  }
}
