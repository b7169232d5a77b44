/** [W3] [W4] [M3] Who takes words of workshops into the declaration, decides them, and says what became of them. Pure, as policies.ts. */
import { SIDES, type Side } from '../../shared/model/bilingual-text.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { has, isMember, isOrganiser } from './membership.ts'
import { mayBeginDraft, mayReadDraft, type TextFacts, type TurnFacts } from './policies.ts'

type Mandates = readonly Mandate[]

/** The declaration and its joint stages: whoever reads joint drafts, and the secretariat. */
export function mayReadProposals(mandates: Mandates, text: TextFacts): boolean {
  return (
    text.kind === 'declaration' &&
    (mayReadDraft(mandates, text, { audience: 'joint' }) || isOrganiser(mandates))
  )
}

/** In a joint stage: whoever may write its draft, and the secretariat, which collects. */
export function mayPropose(mandates: Mandates, text: TextFacts, stage: TurnFacts | null): boolean {
  return (
    stage?.turn === 'joint' &&
    stage.state === 'current' &&
    text.kind === 'declaration' &&
    text.adoptedAt === null &&
    (mayBeginDraft(mandates, text, stage) || isOrganiser(mandates))
  )
}

/** In a stage of one side: whoever may write its draft. */
export function mayPlace(mandates: Mandates, text: TextFacts, stage: TurnFacts | null): boolean {
  return stage !== null && stage.turn !== 'joint' && mayBeginDraft(mandates, text, stage)
}

/** The mandate that decides for its side in a joint stage; undefined when none does. */
export function decidingMandate(
  mandates: Mandates,
  text: TextFacts,
  stage: TurnFacts | null,
): (Mandate & { readonly side: Side }) | undefined {
  if (stage?.turn !== 'joint' || !mayBeginDraft(mandates, text, stage)) return undefined
  for (const role of ['chair', 'drafter'] as const)
    for (const mandate of mandates)
      if (mandate.role === role && mandate.side !== null) return { ...mandate, side: mandate.side }
  return undefined
}

/** Where units come from: the members of both sides and the secretariat, who read the summaries. */
export function mayReadProvenance(mandates: Mandates): boolean {
  return isMember(mandates) || isOrganiser(mandates)
}

/** The mandate that says by hand what became of a unit: a lead of the workshop, or who drafts for a side. */
export function statingMandate(mandates: Mandates, summary: TextFacts): Mandate | undefined {
  if (summary.kind !== 'workshop-summary') return undefined
  return (
    signingMandate(mandates, summary) ??
    mandates.find(mandate => SIDES.some(side => has([mandate], ['chair', 'drafter'], side)))
  )
}

/** The lead who signs the coverage of this workshop for its side. */
export function signingMandate(
  mandates: Mandates,
  summary: TextFacts,
): (Mandate & { readonly side: Side }) | undefined {
  if (summary.kind !== 'workshop-summary' || summary.workshop === null) return undefined
  for (const mandate of mandates)
    if (mandate.role === 'lead' && mandate.side !== null && mandate.workshop === summary.workshop)
      return { ...mandate, side: mandate.side }
  return undefined
}
