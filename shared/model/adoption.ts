/**
 * [S1] Adoption: what still stands in the way of it, the seals of both sides on one hash, and the adopted text that
 * they make. Nothing here knows of a database: what is known of the draft comes in as data.
 */
import type { AgreementState } from './agreement.ts'
import { type BilingualText, type Block, plainText, SIDES, type Side, unitOrder } from './bilingual-text.ts'
import { isBracketed } from './bracket.ts'
import type { DraftId, FactId, MandateId, SealId, TextId, UnitId, VersionId } from './ids.ts'
import { LANGUAGES } from './language.ts'

/** A chair's, for its side, on a text's SHA-256: on these very words, and on the values that the facts had. */
export type Seal = {
  readonly id: SealId
  readonly text: TextId
  readonly draft: DraftId
  readonly side: Side
  readonly sha256: string
  readonly by: MandateId
  readonly at: string
  readonly withdrawnAt: string | null
}

export type Adoption = {
  readonly version: VersionId
  readonly text: TextId
  readonly seals: { readonly [S in Side]: Seal }
  readonly at: string
}

/** Where a side stands: `void` once the text, or a fact in it, says something else than what was sealed. */
export type SealState = 'none' | 'given' | 'void'

export function sealState(seal: Pick<Seal, 'sha256'> | undefined, sha256: string): SealState {
  if (!seal) return 'none'
  return seal.sha256 === sha256 ? 'given' : 'void'
}

/** The seals of both sides, when both stand on this hash. */
export function sealsOnOneHash(
  seals: readonly Seal[],
  sha256: string,
): { readonly [S in Side]: Seal } | undefined {
  const [fra, jap] = SIDES.map(side =>
    seals.find(seal => seal.side === side && seal.sha256 === sha256 && seal.withdrawnAt === null),
  )
  return fra && jap ? { fra, jap } : undefined
}

/** In the order in which they are shown: first what concerns the text as a whole. */
export const OBSTACLE_KINDS = [
  'stage-not-current',
  'empty-text',
  'other-finding',
  'undecided-amendment',
  'undecided-proposal',
  'open-change',
  'bracket',
  'typed-bracket',
  'open-fact',
  'missing-counterpart',
  'one-language-changed',
  'not-agreed',
  'ad-referendum',
] as const
/**
 * `other-finding`: something that would stop a transmission. `typed-bracket`: square brackets typed as characters.
 * `ad-referendum`: both sides agree, and one of them awaits a confirmation.
 */
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number]

export type Obstacle = {
  readonly kind: ObstacleKind
  /** In reading order; none where it concerns the text as a whole. */
  readonly units: readonly UnitId[]
  /** Those that are open, in reading order; only of `open-fact`. */
  readonly facts: readonly FactId[]
}

export type ReadinessInput = {
  readonly text: BilingualText
  /** The draft is that of the stage that adopts, and this is the current one. */
  readonly stageIsCurrent: boolean
  /** As for a transmission; see `PreviewFinding`. Units of amendments may be in no unit of the text. */
  readonly findings: readonly {
    readonly kind: string
    readonly blocks: boolean
    readonly units: readonly string[]
  }[]
  /** Facts that have no confirmed value. */
  readonly openFacts: ReadonlySet<FactId>
  /** How far both sides agree on each unit's exact pair. */
  readonly agreement: readonly { readonly unit: UnitId; readonly state: AgreementState }[]
  /** Units of which a change was asked for that is not answered. */
  readonly openChanges: readonly UnitId[]
}

/**
 * All that stands in the way, by kind. Empty when the text can be sealed.
 *
 * Both languages are matched where both have words and both sides have consented to that exact pair: that one language
 * alone changed since the last version is therefore an obstacle until they have.
 */
export function obstaclesOf(input: ReadinessInput): Obstacle[] {
  const { text, stageIsCurrent, findings, openFacts, agreement, openChanges } = input
  const found = (kind: string) => findings.filter(each => each.kind === kind)
  const units = (kind: string) => found(kind).flatMap(each => each.units as readonly UnitId[])
  const inState = (states: readonly AgreementState[]) =>
    agreement.filter(({ state }) => states.includes(state)).map(({ unit }) => unit)
  const place = new Map(unitOrder(text).map((unit, index) => [unit, index]))
  const agreed = new Set(inState(['agreed', 'sealed']))
  const concerned: Partial<Record<ObstacleKind, readonly UnitId[]>> = {
    'undecided-amendment': units('undecided-amendment'),
    'undecided-proposal': units('undecided-proposal'),
    'open-change': openChanges,
    bracket: unitsWhere(text, isBracketed),
    'typed-bracket': unitsWhere(text, hasTypedBracket),
    'open-fact': unitsWhere(text, block => factsIn(block).some(fact => openFacts.has(fact))),
    'missing-counterpart': units('missing-counterpart'),
    // What is gone from both languages is nothing to agree on.
    'one-language-changed': units('one-language-changed').filter(
      unit => place.has(unit) && !agreed.has(unit),
    ),
    'not-agreed': inState(['open', 'proposed']),
    'ad-referendum': inState(['ad-referendum']),
  }
  const whole: Partial<Record<ObstacleKind, boolean>> = {
    'stage-not-current': !stageIsCurrent,
    'empty-text': found('empty-text').length > 0,
    'other-finding': findings.some(({ kind, blocks }) => blocks && !KNOWN_FINDINGS.includes(kind)),
  }
  const inOrder = (these: readonly UnitId[]) =>
    [...new Set(these)].sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity))
  return OBSTACLE_KINDS.flatMap((kind): Obstacle[] => {
    const there = inOrder(concerned[kind] ?? [])
    if (!whole[kind] && there.length === 0) return []
    return [{ kind, units: there, facts: kind === 'open-fact' ? openFactsIn(text, openFacts) : [] }]
  })
}

/** The findings that have an obstacle of their own. */
const KNOWN_FINDINGS: readonly string[] = ['empty-text', 'undecided-amendment', 'undecided-proposal']

function unitsWhere(text: BilingualText, is: (block: Block) => boolean): UnitId[] {
  return LANGUAGES.flatMap(language => text[language].filter(is).map(({ unit }) => unit))
}

/** « [à confirmer] », 「［未定］」: what is written so is not agreed, whoever typed it. */
function hasTypedBracket(block: Block): boolean {
  return /\[[^\]]*\]|［[^］]*］/u.test(plainText(block))
}

function factsIn({ content }: Block): FactId[] {
  return content.flatMap(inline => (inline.type === 'fact' ? [inline.fact] : []))
}

function openFactsIn(text: BilingualText, open: ReadonlySet<FactId>): FactId[] {
  const used = LANGUAGES.flatMap(language => text[language].flatMap(factsIn))
  return [...new Set(used.filter(fact => open.has(fact)))]
}
