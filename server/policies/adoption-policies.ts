/** [S1] Who reads how far a text is from its adoption, and who corrects it afterwards. As in policies.ts, pure functions. */
import { SIDES, type Side } from '../../shared/model/bilingual-text.ts'
import { answeringSide, type CorrigendumProposal } from '../../shared/model/corrigendum.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { mayHear } from './act-audience.ts'
import { has } from './membership.ts'
import type { TextFacts } from './policies.ts'

type Mandates = readonly Mandate[]

/** Seals given and taken back, as acts of both sides: their members and the organiser. */
export function mayReadSeals(mandates: Mandates): boolean {
  return mayHear(mandates, 'joint')
}

/** The chair's mandate that asks for a corrigendum of an adopted text; undefined where the reader may not. */
export function correctingMandate(
  mandates: Mandates,
  text: TextFacts,
): (Mandate & { readonly side: Side }) | undefined {
  if (text.kind !== 'declaration' || text.adoptedAt === null) return undefined
  for (const side of SIDES) {
    const held = mandates.find(mandate => has([mandate], ['chair'], side))
    if (held) return { ...held, side }
  }
  return undefined
}

/** Corrigenda that were asked for and what became of them: those who hear what both sides do. */
export function mayReadCorrigendumProposals(mandates: Mandates): boolean {
  return mayHear(mandates, 'joint')
}

/** The side for which a chair says what it makes of a corrigendum that the other side asks for; null for one's own side's. */
export function answersFor(
  mandates: Mandates,
  text: TextFacts,
  proposal: Pick<CorrigendumProposal, 'side'>,
): Side | null {
  const by = correctingMandate(mandates, text)
  return by?.side === answeringSide(proposal) ? by.side : null
}

/** A chair of the side that asked for it. */
export function mayWithdrawCorrigendum(
  mandates: Mandates,
  text: TextFacts,
  { side }: Pick<CorrigendumProposal, 'side'>,
): boolean {
  return correctingMandate(mandates, text)?.side === side
}
