/**
 * [A3] Agreement: the consents of both sides to the exact pair of texts of a unit. A consent is bound to a hash of
 * the pair that it saw, so that any edit of either language reopens the unit, and undoing the edit does not.
 */
import type { BilingualText, Block, Side } from './bilingual-text.ts'
import { SIDES } from './bilingual-text.ts'
import { canonicalHash, canonicalJson, normalContent } from './canonical-form.ts'
import type { MandateId, UnitId } from './ids.ts'
import { LANGUAGES, type Language } from './language.ts'

export const PAIR_FORMAT = 'concordance-pair/1'

/**
 * The exact characters that a pair's SHA-256 is taken over: kinds, levels and words of the unit's blocks in both
 * languages, in order. Without the ids of blocks, which say nothing, and without the values of facts: a fact is agreed
 * by itself, and changes once for the whole text.
 */
export function pairForm(unit: { readonly [L in Language]: readonly Block[] }): string {
  const said = (block: Block) => ({
    kind: block.kind,
    level: block.level,
    content: normalContent(block.content),
  })
  return canonicalJson({ format: PAIR_FORMAT, fr: unit.fr.map(said), ja: unit.ja.map(said) })
}

/** Lower-case hexadecimal SHA-256 of each unit's pair, in any order. */
export async function pairHashes(text: BilingualText): Promise<ReadonlyMap<UnitId, string>> {
  const units = new Map<UnitId, Record<Language, Block[]>>()
  for (const language of LANGUAGES)
    for (const block of text[language]) {
      const unit = units.get(block.unit) ?? { fr: [], ja: [] }
      units.set(block.unit, unit)
      unit[language].push(block)
    }
  return new Map(
    await Promise.all(
      [...units].map(async ([id, unit]) => [id, await canonicalHash(pairForm(unit))] as const),
    ),
  )
}

export const CONSENT_KINDS = ['agreed', 'ad-referendum'] as const
/** `ad-referendum`: agreed by the negotiator, awaiting confirmation. */
export type ConsentKind = (typeof CONSENT_KINDS)[number]

export type Consent = {
  readonly unit: UnitId
  readonly side: Side
  readonly pair: string
  readonly kind: ConsentKind
  readonly by: MandateId
  readonly at: string
}

export const AGREEMENT_STATES = ['open', 'proposed', 'ad-referendum', 'agreed', 'sealed'] as const
/** Nobody has consented; one side has; both have, one of them ad referendum; both have; adopted. */
export type AgreementState = (typeof AGREEMENT_STATES)[number]

/** `consents` are those that hold for this very pair. */
export function agreementState(consents: readonly Pick<Consent, 'side' | 'kind'>[]): AgreementState {
  const given = SIDES.map(side => consents.find(consent => consent.side === side))
  if (given.every(consent => consent === undefined)) return 'open'
  if (given.some(consent => consent === undefined)) return 'proposed'
  return given.some(consent => consent!.kind === 'ad-referendum') ? 'ad-referendum' : 'agreed'
}
