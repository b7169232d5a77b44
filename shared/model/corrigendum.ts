/**
 * [S1] Corrigenda: corrections of an adopted text, numbered from 1, each with the consent of both sides. The adopted
 * text itself never changes: each corrigendum is a record of its own, bound by hashes to the adopted version and to the
 * corrigendum before it, so that none can be altered, left out or put elsewhere unnoticed.
 */
import { type BilingualText, type Block, SIDES, type Side } from './bilingual-text.ts'
import { canonicalHash, canonicalJson, normalBlock } from './canonical-form.ts'
import type { CorrigendumId, MandateId, TextId, UnitId, VersionId } from './ids.ts'
import type { Language } from './language.ts'
import { LANGUAGES } from './language.ts'
import type { UnitWords } from './proposal.ts'

export const CORRIGENDUM_FORMAT = 'concordance-corrigendum/1'

/** What a unit said, and what it is to say. */
export type CorrigendumChange = {
  readonly unit: UnitId
  readonly before: UnitWords
  readonly after: UnitWords
}

/** In both languages, both always there. */
export type CorrigendumReason = { readonly [L in Language]: string }

/** All that the SHA-256 of a corrigendum is taken over. */
export type CorrigendumForm = {
  readonly number: number
  /** SHA-256 of the adopted version. */
  readonly adopted: string
  /** SHA-256 of the corrigendum before it; null for the first. */
  readonly previous: string | null
  /** In reading order of the adopted text. */
  readonly changes: readonly CorrigendumChange[]
  readonly reason: CorrigendumReason
  /** When the second side consented, ISO 8601 UTC. */
  readonly at: string
}

export type Corrigendum = CorrigendumForm & {
  readonly id: CorrigendumId
  readonly version: VersionId
  readonly sha256: string
  /** The characters that `sha256` is taken over. */
  readonly canonical: string
}

/**
 * The exact characters that a corrigendum's SHA-256 is taken over.
 *
 * Recipe, for another program: {"adopted":…,"at":…,"changes":[…],"format":"concordance-corrigendum/1","number":…,
 * "previous":…,"reason":{"fr":…,"ja":…}}; each change has exactly the keys after, before and unit, the first two with
 * the blocks of the unit in `fr` and `ja`, written like the blocks of concordance-text/1; keys, strings and JSON as there.
 */
export function corrigendumForm(corrigendum: CorrigendumForm): string {
  const { number, adopted, previous, changes, reason, at } = corrigendum
  const blocks = (words: UnitWords) => ({ fr: words.fr.map(normalBlock), ja: words.ja.map(normalBlock) })
  return canonicalJson({
    format: CORRIGENDUM_FORMAT,
    number,
    adopted,
    previous,
    changes: changes.map(({ unit, before, after }) => ({
      unit,
      before: blocks(before),
      after: blocks(after),
    })),
    reason: { fr: reason.fr, ja: reason.ja },
    at,
  })
}

/** Lower-case hexadecimal. */
export async function corrigendumHash(corrigendum: CorrigendumForm): Promise<string> {
  return canonicalHash(corrigendumForm(corrigendum))
}

/** What was stored as a corrigendum is none. Its words are in no message. */
export class UnreadableCorrigendum extends Error {
  constructor() {
    super(`not a ${CORRIGENDUM_FORMAT}`)
    this.name = 'UnreadableCorrigendum'
  }
}

/** Reads back what `corrigendumForm` wrote. Throws UnreadableCorrigendum. */
export function parseCorrigendumForm(json: string): CorrigendumForm {
  const data = parsed(json)
  if (data?.format !== CORRIGENDUM_FORMAT) throw new UnreadableCorrigendum()
  const { number, adopted, previous, changes, reason, at } = data
  return { number, adopted, previous, changes, reason, at }
}

function parsed(json: string) {
  try {
    return JSON.parse(json)
  } catch {
    // The parser's own message quotes the text.
    throw new UnreadableCorrigendum()
  }
}

/** The unit says what the corrigendum found there, to the letter. */
export function isAsBefore(
  text: BilingualText,
  { unit, before }: Pick<CorrigendumChange, 'unit' | 'before'>,
) {
  return LANGUAGES.every(language => {
    const now = text[language].filter(block => block.unit === unit)
    return canonicalJson(now.map(normalBlock)) === canonicalJson(before[language].map(normalBlock))
  })
}

/** A corrigendum whose words are not those that the text has there. */
export class CorrigendumDoesNotFit extends Error {
  constructor(number: number, unit: string) {
    super(`corrigendum ${number} does not fit the text at ${unit}`)
    this.name = 'CorrigendumDoesNotFit'
  }
}

/** The adopted text as corrected by `corrigenda`, in the order of their numbers. Throws CorrigendumDoesNotFit. */
export function correctedText(
  adopted: BilingualText,
  corrigenda: readonly Pick<CorrigendumForm, 'number' | 'changes'>[],
): BilingualText {
  let text = adopted
  for (const { number, changes } of corrigenda)
    for (const change of changes) {
      if (!isAsBefore(text, change)) throw new CorrigendumDoesNotFit(number, change.unit)
      text = {
        fr: replaced(text.fr, change.unit, change.after.fr),
        ja: replaced(text.ja, change.unit, change.after.ja),
      }
    }
  return text
}

function replaced(blocks: readonly Block[], unit: UnitId, after: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(block => block.unit === unit)
  if (first < 0) return blocks
  const others = blocks.filter(block => block.unit !== unit)
  return others.toSpliced(first, 0, ...after)
}

/** What is wrong with a row of corrigenda of one adopted text, in words for a log; empty when all of it holds. */
export async function corrigendaFaults(
  adopted: { readonly sha256: string; readonly text: BilingualText },
  corrigenda: readonly { readonly canonical: string; readonly sha256: string }[],
): Promise<string[]> {
  const faults: string[] = []
  const forms: CorrigendumForm[] = []
  let previous: string | null = null
  for (const [index, { canonical, sha256 }] of corrigenda.entries()) {
    const number = index + 1
    const form = parseCorrigendumForm(canonical)
    forms.push(form)
    if ((await canonicalHash(canonical)) !== sha256) faults.push(`corrigendum ${number}: the hash differs`)
    if (form.number !== number) faults.push(`corrigendum ${number}: numbered ${form.number}`)
    if (form.adopted !== adopted.sha256) faults.push(`corrigendum ${number}: of another text`)
    if (form.previous !== previous) faults.push(`corrigendum ${number}: does not follow the one before`)
    previous = sha256
  }
  try {
    correctedText(adopted.text, forms)
  } catch (error) {
    if (!(error instanceof CorrigendumDoesNotFit)) throw error
    faults.push(error.message)
  }
  return faults
}

// — before it has a number —

/** Asked for by a chair; it becomes a corrigendum once a chair of the other side consents. */
export type CorrigendumProposal = {
  readonly id: CorrigendumId
  readonly text: TextId
  readonly side: Side
  readonly changes: readonly CorrigendumChange[]
  readonly reason: CorrigendumReason
  readonly by: MandateId
  readonly at: string
  readonly withdrawnAt: string | null
  /** What the other side's chair said; null while it has not. */
  readonly answer: CorrigendumAnswer | null
}

export type CorrigendumAnswer = {
  readonly outcome: 'consented' | 'declined'
  /** Always there when declined. */
  readonly reason: CorrigendumReason | null
  readonly by: MandateId
  readonly at: string
}

/** `overtaken`: another corrigendum has changed one of its units since it was asked for. */
export const CORRIGENDUM_STATES = ['open', 'made', 'declined', 'withdrawn', 'overtaken'] as const
export type CorrigendumState = (typeof CORRIGENDUM_STATES)[number]

/** `corrected` is the text with all corrigenda made so far. */
export function corrigendumState(
  { withdrawnAt, answer, changes }: Pick<CorrigendumProposal, 'withdrawnAt' | 'answer' | 'changes'>,
  corrected: BilingualText,
): CorrigendumState {
  if (answer) return answer.outcome === 'consented' ? 'made' : 'declined'
  if (withdrawnAt !== null) return 'withdrawn'
  return changes.every(change => isAsBefore(corrected, change)) ? 'open' : 'overtaken'
}

/** The side whose consent is awaited. */
export function answeringSide({ side }: Pick<CorrigendumProposal, 'side'>): Side {
  return SIDES.find(other => other !== side)!
}
