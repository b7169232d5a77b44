/**
 * [M3] What somebody may know of where the declaration's words come from. What was done in a draft belongs to those who
 * may read it, until it was transmitted: then everyone learns what still stands in the version, and not who did it.
 */
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { EMPTY_TEXT } from '../../shared/model/bilingual-text.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { Proposal, Provenance } from '../../shared/model/proposal.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { mayReadProposals } from '../policies/integration-policies.ts'
import { mayReadDraft } from '../policies/policies.ts'
import { draftHasContent } from '../store/drafts.ts'
import type { VersionRecord } from '../store/versions.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { draftFor, type TextSituation, versionOfDraft, versionsFor } from '../texts/text-situation.ts'
import type { Integration } from './integration-facts.ts'

export type Viewpoint = {
  readonly readsDraft: (draft: Pick<Draft, 'audience'>) => boolean
  readonly readsProposals: boolean
  /** The versions of the declaration that may be read, by number. */
  readonly versions: readonly VersionRecord[]
}

export function viewpointOf({ declaration }: Integration, mandates: readonly Mandate[]): Viewpoint {
  return {
    readsDraft: draft => mayReadDraft(mandates, declaration.text, draft),
    readsProposals: mayReadProposals(mandates, declaration.text),
    versions: versionsFor(declaration, mandates),
  }
}

/** What both sides may know alike, whoever asks: coverage is signed on this. */
export function sharedViewpoint({ declaration }: Integration): Viewpoint {
  return { readsDraft: () => false, readsProposals: false, versions: declaration.versions }
}

/** A state of the declaration that may be read. */
export type Place = {
  readonly draft: Draft | null
  readonly version: VersionRecord | null
  readonly text: BilingualText
}

/** The open draft of the current stage that these mandates may read, else the last version; empty without either. */
export async function currentPlace(
  deps: Pick<TextDeps, 'db' | 'sync'>,
  integration: Integration,
  mandates: readonly Mandate[],
): Promise<Place | Refusal> {
  const { declaration } = integration
  const draft = draftFor(declaration, mandates)
  const isCurrent = draft !== null && draft.stage === declaration.current?.id
  if (isCurrent && (await draftHasContent(deps.db, draft.id))) {
    const text = await readDraft(deps.sync, draft.id)
    return isRefusal(text) ? text : { draft, version: null, text }
  }
  return lastVersionPlace(integration, viewpointOf(integration, mandates))
}

export async function lastVersionPlace(
  { textOf }: Pick<Integration, 'textOf'>,
  { versions }: Viewpoint,
): Promise<Place> {
  const version = versions.at(-1) ?? null
  return { draft: null, version, text: version ? (await textOf(version.id)).text : EMPTY_TEXT }
}

/** Those that hold and may be known: not undone, not brought up to date by one that may be known too. */
export function visibleProvenances(integration: Integration, viewpoint: Viewpoint): Provenance[] {
  const known = integration.provenances.filter(
    ({ draft, endedAt }) => endedAt === null && isKnown(integration.declaration, viewpoint, draft),
  )
  const replaced = new Set(known.map(({ replaces }) => replaces))
  return known.filter(({ id }) => !replaced.has(id))
}

/** Whether what was done in a draft may be known: one reads the draft, or what it became. */
export function isKnown(declaration: TextSituation, viewpoint: Viewpoint, id: string): boolean {
  const draft = [...declaration.openDrafts, ...declaration.closedDrafts].find(each => each.id === id)
  if (!draft) return false
  if (viewpoint.readsDraft(draft)) return true
  const version = draft.closedAt === null ? undefined : versionOfDraft(declaration, draft)
  return version !== undefined && viewpoint.versions.some(({ id: known }) => known === version.id)
}

/** Whether the words and reasons of those who worked in a draft are for this reader. */
export function readsWorkIn(declaration: TextSituation, viewpoint: Viewpoint, id: string): boolean {
  const draft = [...declaration.openDrafts, ...declaration.closedDrafts].find(each => each.id === id)
  return draft !== undefined && viewpoint.readsDraft(draft)
}

/** Proposals are shared by nature; whoever reads no joint draft learns of them with the version that it became. */
export function visibleProposals({ proposals, declaration }: Integration, viewpoint: Viewpoint): Proposal[] {
  if (viewpoint.readsProposals) return [...proposals]
  const transmitted = new Set(
    declaration.closedDrafts
      .filter(draft => draft.audience === 'joint' && versionOfDraft(declaration, draft))
      .map(({ stage }) => stage as string),
  )
  return proposals.filter(({ stage }) => transmitted.has(stage))
}
