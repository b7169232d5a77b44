/**
 * Who may do what. Pure functions over the mandates that hold now and the facts at hand; routes, sockets
 * and the abilities object all ask here. What one may not know of is answered as not found: where a
 * `mayRead…` says no, the route refuses with `not-found`, and with `not-allowed` only what one may read.
 */

import { type Audience, SIDES, type Side } from '../../shared/model/bilingual-text.ts'
import type { Draft, Edition, Stage, Text, Version } from '../../shared/model/edition.ts'
import type { Mandate, Role } from '../../shared/model/mandate.ts'
import type { Abilities } from '../../shared/protocol/views.ts'
import { has, isMember, isMemberOf, isOrganiser, otherSide } from './membership.ts'

type Mandates = readonly Mandate[]

/** Those who see a side's private text of the declaration. A lead sees its workshop's, an organiser none. */
const READING: readonly Role[] = ['chair', 'drafter', 'reviewer']
const DRAFTING: readonly Role[] = ['chair', 'drafter']

// — the edition —

export function mayReadEdition(mandates: Mandates): boolean {
  return mandates.length > 0
}

/** People, plan and facts. */
export function mayRunEdition(mandates: Mandates): boolean {
  return isOrganiser(mandates)
}

/** The organiser sees everyone; the others see the organisers and their own delegation. */
export function maySeePerson(mandates: Mandates, theirs: Mandates): boolean {
  return mayRunEdition(mandates) || isOrganiser(theirs) || SIDES.some(shareSide(mandates, theirs))
}

/** [M3] When somebody was last here is known to their own side, and to an organiser who stands outside the sides. */
export function maySeePresence(mandates: Mandates, theirs: Mandates): boolean {
  const outside = isOrganiser(mandates) && mandates.every(mandate => mandate.side === null)
  return outside || SIDES.some(shareSide(mandates, theirs))
}

// — texts —

export type TextFacts = Pick<Text, 'kind' | 'workshop' | 'adoptedAt'>

/** That the text exists, its title and its place. The content is that of its versions and drafts. */
export function mayReadText(mandates: Mandates, text: TextFacts): boolean {
  return text.kind === 'declaration' ? mandates.length > 0 : isMember(mandates) || isOrganiser(mandates)
}

/**
 * Bringing in a text from outside: the organiser, or who drafts for the side that holds the pen, until
 * a first version was transmitted. Whether somebody has begun a draft must play no part: that is private.
 */
export function mayImport(
  mandates: Mandates,
  edition: Pick<Edition, 'penholder'>,
  transmittedVersions: number,
): boolean {
  return transmittedVersions === 0 && (isOrganiser(mandates) || has(mandates, DRAFTING, edition.penholder))
}

// — drafts —

export type DraftFacts = Pick<Draft, 'audience' | 'closedAt'>
export type TurnFacts = Pick<Stage, 'turn' | 'state' | 'adopts'>

export function mayReadDraft(mandates: Mandates, text: TextFacts, draft: Pick<Draft, 'audience'>): boolean {
  return sidesOf(draft.audience).some(
    side => has(mandates, READING, side) || leadsWorkshop(mandates, text, side),
  )
}

/**
 * `stage` is the draft's own stage; null for a text that is in no plan, which its leads write at any time. [S1] Nobody
 * writes an adopted text.
 */
export function mayWriteDraft(
  mandates: Mandates,
  text: TextFacts,
  draft: DraftFacts,
  stage: TurnFacts | null,
): boolean {
  if (draft.closedAt !== null || text.adoptedAt !== null) return false
  if (text.kind !== 'declaration')
    return sidesOf(draft.audience).some(side => leadsWorkshop(mandates, text, side))
  return (
    stage !== null &&
    stage.state === 'current' &&
    stage.turn === draft.audience &&
    sidesOf(draft.audience).some(side => has(mandates, DRAFTING, side))
  )
}

/** [M2] Deciding the amendments of an answer in one's own draft: whoever may write it. */
export function mayDecide(
  mandates: Mandates,
  text: TextFacts,
  draft: DraftFacts,
  stage: TurnFacts | null,
): boolean {
  return text.kind === 'declaration' && mayWriteDraft(mandates, text, draft, stage)
}

/** The mandate that an edit in this draft is recorded with, when it may be written; else the one that reads it. */
export function actingMandate(
  mandates: Mandates,
  text: TextFacts,
  draft: Pick<Draft, 'audience'>,
): Mandate | undefined {
  const sides = sidesOf(draft.audience)
  const held = mandates.filter(mandate => mandate.side !== null && sides.includes(mandate.side))
  const preferred: readonly Role[] =
    text.kind === 'declaration' ? ['drafter', 'chair', 'reviewer'] : ['lead', 'drafter', 'chair', 'reviewer']
  return preferred.flatMap(role => held.filter(mandate => mandate.role === role))[0]
}

/** The audience of the declaration's draft in this stage: whose turn it is. Null where the stage has none. */
export function draftAudience(stage: Pick<Stage, 'turn'>): Audience | null {
  return stage.turn === 'leads' ? null : stage.turn
}

/** Beginning the declaration's draft of the current stage. */
export function mayBeginDraft(mandates: Mandates, text: TextFacts, stage: TurnFacts): boolean {
  const audience = draftAudience(stage)
  return audience !== null && mayWriteDraft(mandates, text, { audience, closedAt: null }, stage)
}

/** Who has something to do in a stage: those who draft, transmit or review for its side, or its leads. */
export function worksIn(mandates: Mandates, { turn }: Pick<Stage, 'turn'>): boolean {
  if (turn === 'leads') return has(mandates, ['lead'])
  return sidesOf(turn).some(side => has(mandates, READING, side))
}

/** [R2] [R6] A chair of the side whose turn it is; in a joint stage a chair of either. [S1] What is to be adopted is sealed. */
export function mayTransmit(
  mandates: Mandates,
  text: TextFacts,
  draft: DraftFacts,
  stage: TurnFacts | null,
): boolean {
  return (
    text.kind === 'declaration' &&
    stage?.adopts === false &&
    mayWriteDraft(mandates, text, draft, stage) &&
    sidesOf(draft.audience).some(side => has(mandates, ['chair'], side))
  )
}

/** [S1] The side whose seal a chair may put on the joint draft of the stage that adopts: one person gives one side's. */
export function sealsFor(
  mandates: Mandates,
  text: TextFacts,
  draft: DraftFacts,
  stage: TurnFacts | null,
): Side | null {
  if (text.kind !== 'declaration' || stage?.adopts !== true || draft.audience !== 'joint') return null
  if (!mayWriteDraft(mandates, text, draft, stage)) return null
  return SIDES.find(side => has(mandates, ['chair'], side)) ?? null
}

// — texts of workshops —

/** Workshops, who takes part in them, and how far their texts have come. */
export function mayReadWorkshops(mandates: Mandates): boolean {
  return isMember(mandates) || isOrganiser(mandates)
}

/** [W2] Beginning the draft of a workshop's text, shared between its leads. */
export function mayBeginWorkshopDraft(mandates: Mandates, text: TextFacts): boolean {
  return (
    text.kind !== 'declaration' && mayWriteDraft(mandates, text, { audience: 'joint', closedAt: null }, null)
  )
}

/** [W2] A lead of the workshop, of either side. */
export function maySubmit(mandates: Mandates, text: TextFacts, draft: DraftFacts): boolean {
  return text.kind !== 'declaration' && mayWriteDraft(mandates, text, draft, null)
}

/** [W1] Asking for what is to be said in the other language: a lead of the workshop, whether a draft is open or not. */
export function mayAskForTranslation(mandates: Mandates, text: TextFacts): boolean {
  return SIDES.some(side => leadsWorkshop(mandates, text, side))
}

/** [W1] What waits to be said in the other language: whoever may read the draft that its leads share. */
export function mayReadTranslations(mandates: Mandates, text: TextFacts): boolean {
  return text.kind !== 'declaration' && mayReadDraft(mandates, text, { audience: 'joint' })
}

/** [W2] The secretariat returns or accepts what was submitted. */
export function mayReviewSubmission(mandates: Mandates, text: TextFacts): boolean {
  return text.kind !== 'declaration' && isOrganiser(mandates)
}

// — versions —

export type VersionFacts = Pick<Version, 'origin' | 'side'> & {
  readonly openedToLargeCommittee: boolean
}

/** A transmitted or imported version: both sides and the organiser; observers once it was opened to them. */
export function mayReadVersion(mandates: Mandates, version: VersionFacts): boolean {
  return (
    isMember(mandates) ||
    isOrganiser(mandates) ||
    (version.openedToLargeCommittee && has(mandates, ['observer']))
  )
}

/** Receipt of what the other side transmitted, once. */
export function mayAcknowledge(
  mandates: Mandates,
  version: Pick<Version, 'origin' | 'side'>,
  receipt: unknown,
): boolean {
  return (
    version.origin === 'transmission' &&
    version.side !== null &&
    receipt === null &&
    has(mandates, DRAFTING, otherSide(version.side))
  )
}

export function mayOpenToLargeCommittee(mandates: Mandates, version: VersionFacts): boolean {
  return !version.openedToLargeCommittee && (isOrganiser(mandates) || has(mandates, ['chair']))
}

/** Comparing two things that one may read. */
function mayCompare(mandates: Mandates): boolean {
  return mandates.length > 0
}

/** A tick on a change is a person's own: whoever may read the text and compare. */
export function mayTickSeen(mandates: Mandates, text: TextFacts): boolean {
  return mayReadText(mandates, text) && mayCompare(mandates)
}

/** [T4] Reviewers comment without being able to edit. */
export function mayComment(mandates: Mandates): boolean {
  return isMember(mandates)
}

// — all of it for one text —

export type AbilityFacts = {
  readonly edition: Pick<Edition, 'penholder'>
  readonly text: TextFacts
  /** The stage that is current, if there is one. */
  readonly stage: TurnFacts | null
  /** The draft that the reader may read, if there is one: never another's. */
  readonly draft: (DraftFacts & { readonly stage: string | null }) | null
  /** The draft's own stage. */
  readonly draftStage: TurnFacts | null
  /** The versions that the reader may read. */
  readonly versions: readonly (VersionFacts & { readonly receipt: unknown })[]
}

/** [M1] What the client shows is exactly this. */
export function abilitiesOf(mandates: Mandates, facts: AbilityFacts): Abilities {
  const { text, draft, draftStage, stage, versions } = facts
  const transmitted = versions.filter(version => version.origin === 'transmission').length
  return {
    readDrafts: draft !== null && mayReadDraft(mandates, text, draft),
    writeDraft: draft
      ? mayWriteDraft(mandates, text, draft, draftStage)
      : mayBeginWorkshopDraft(mandates, text) || (stage !== null && mayBeginDraft(mandates, text, stage)),
    transmit: draft !== null && mayTransmit(mandates, text, draft, draftStage),
    seal: draft !== null && sealsFor(mandates, text, draft, draftStage) !== null,
    submit: draft !== null && maySubmit(mandates, text, draft),
    review: versions.length > 0 && mayReviewSubmission(mandates, text),
    acknowledge: versions.some(version => mayAcknowledge(mandates, version, version.receipt)),
    compare: mayCompare(mandates) && versions.length + (draft ? 1 : 0) > 1,
    comment: mayComment(mandates),
    importText:
      text.kind === 'declaration' &&
      text.adoptedAt === null &&
      mayImport(mandates, facts.edition, transmitted),
    openToLargeCommittee: versions.some(version => mayOpenToLargeCommittee(mandates, version)),
  }
}

// — what the above is made of —

function shareSide(mandates: Mandates, theirs: Mandates): (side: Side) => boolean {
  return side => isMemberOf(mandates, side) && theirs.some(mandate => mandate.side === side)
}

function sidesOf(audience: Audience): readonly Side[] {
  return audience === 'joint' ? SIDES : [audience]
}

/** A lead of that side in the workshop whose text it is. */
export function leadsWorkshop(mandates: Mandates, text: TextFacts, side: Side): boolean {
  return (
    text.workshop !== null &&
    mandates.some(
      mandate => mandate.role === 'lead' && mandate.side === side && mandate.workshop === text.workshop,
    )
  )
}
