/** What the sender of a version should see before it leaves, and what stops it. */
import type { Comparison } from '../../shared/compare/comparison.ts'
import {
  type BilingualText,
  type Block,
  plainText,
  type Unit,
  unitsOf,
} from '../../shared/model/bilingual-text.ts'
import { isBracketed } from '../../shared/model/bracket.ts'
import type { Fact } from '../../shared/model/edition.ts'
import { factsUsed } from '../../shared/model/fact-values.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import type { PreviewFinding } from '../../shared/protocol/views.ts'
import type { WorkshopFindings } from '../integration/leaving-work.ts'

export type FindingsInput = {
  readonly text: BilingualText
  /** With the version that the draft continues; null when it continues none. */
  readonly comparison: Comparison | null
  readonly facts: readonly Fact[]
  /** On the answer that the draft had to decide on; null without one. */
  readonly decisions: {
    /** Units of amendments that nobody has decided. */
    readonly undecided: readonly UnitId[]
    /** Units where the text does something else than the decision says. */
    readonly differing: readonly UnitId[]
  } | null
  /** What came, or is to come, from workshops. */
  readonly workshop?: WorkshopFindings | undefined
}

/** In the order in which they are shown; those that block come first. */
export function findingsOf({
  text,
  comparison,
  facts,
  decisions,
  workshop,
}: FindingsInput): PreviewFinding[] {
  const units = unitsOf(text)
  const findings: PreviewFinding[] = []
  const add = (kind: PreviewFinding['kind'], found: readonly Unit[], blocks = false) => {
    if (found.length) findings.push({ kind, blocks, units: found.map(unit => unit.id) })
  }
  if (LANGUAGES.some(language => !text[language].some(hasWords)))
    findings.push({ kind: 'empty-text', blocks: true, units: [] })
  if (decisions?.undecided.length)
    findings.push({ kind: 'undecided-amendment', blocks: true, units: decisions.undecided })
  if (workshop?.undecided.length)
    findings.push({ kind: 'undecided-proposal', blocks: true, units: workshop.undecided })
  if (decisions?.differing.length)
    findings.push({ kind: 'decision-differs', blocks: false, units: decisions.differing })
  if (comparison && comparison.counts.changed === 0)
    // Not an obstacle: an answer without amendment is how a side agrees to a text as it stands.
    findings.push({ kind: 'unchanged', blocks: false, units: [] })

  const open = new Set<string>(facts.filter(isOpen).map(fact => fact.id))
  add('missing-counterpart', units.filter(lacksLanguage))
  const alarms = comparison?.rows.filter(row => row.alarm) ?? []
  if (alarms.length)
    findings.push({
      kind: 'one-language-changed',
      blocks: false,
      units: alarms.flatMap(row => row.newUnit ?? row.oldUnits),
    })
  add('open-fact', units.filter(uses(inline => inline.type === 'fact' && open.has(inline.fact))))
  add('fact-in-one-language', units.filter(hasFactInOneLanguage))
  add(
    'open-bracket',
    units.filter(({ fr, ja }) => [...fr, ...ja].some(isBracketed)),
  )
  if (workshop?.standing.length)
    findings.push({ kind: 'from-workshop', blocks: false, units: workshop.standing })
  return findings
}

/** Some inline of either language is so. */
function uses(is: (inline: Block['content'][number]) => boolean): (unit: Unit) => boolean {
  return unit => [...unit.fr, ...unit.ja].some(block => block.content.some(is))
}

/** A unit without any words is an empty row, not a missing translation. */
function lacksLanguage(unit: Unit): boolean {
  return unit.fr.some(hasWords) !== unit.ja.some(hasWords)
}

/** Both languages have words, and one of them a fact that the other has not. */
function hasFactInOneLanguage({ fr, ja }: Unit): boolean {
  if (fr.length === 0 || ja.length === 0) return false
  const [french, japanese] = [factsUsed({ fr, ja: [] }), factsUsed({ fr: [], ja })]
  return french.symmetricDifference(japanese).size > 0
}

/** A fact or a note counts as words: the reader sees something. */
function hasWords(block: Block): boolean {
  return (
    block.content.some(inline => inline.type === 'fact' || inline.type === 'note') ||
    plainText(block).trim() !== ''
  )
}

function isOpen(fact: Fact): boolean {
  return fact.status === 'open' || fact.value === null
}
