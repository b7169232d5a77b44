/** What is new in one text to one reader, unit by unit. */
import type { ComparisonRow } from '../../shared/compare/comparison.ts'
import { firstWords } from '../../shared/model/first-words.ts'
import type { MandateId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { TextNews, UnitNews } from '../../shared/protocol/news-views.ts'
import { isQuick } from '../comparisons/compare-beside.ts'
import type { Readership } from '../http/reader.ts'
import { isRefusal } from '../http/respond.ts'
import { readIfSound, sinceVisit } from '../texts/standing-comparisons.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { ownChanges } from './own-changes.ts'

/** Units listed of a text at most: a page of changes is read, a hundred are compared. */
const MOST_UNITS = 30
/** Characters shown of a unit. */
const FIRST_WORDS = 60

export type TextNewsInput = {
  readonly situation: TextSituation
  /** Every mandate that the reader holds or held: what was done under them is no news. */
  readonly own: ReadonlySet<MandateId>
  /** ISO 8601 UTC. */
  readonly since: string
}

/** Undefined when nothing is new. The reader must be one who may read the text. */
export async function readTextNews(
  deps: TextDeps,
  reader: Readership,
  input: TextNewsInput,
): Promise<TextNews | undefined> {
  const { situation, since } = input
  const changes = await changesSince(deps, reader, input)
  if (!changes) return undefined
  const units = changes.rows.map(unitNews)
  return {
    text: situation.text,
    since,
    compared: changes.compared,
    units: units.slice(0, MOST_UNITS),
    more: Math.max(0, units.length - MOST_UNITS),
    detached: [],
  }
}

type Changes = { readonly compared: TextNews['compared']; readonly rows: readonly ComparisonRow[] }

/** Undefined when the words are what they were, or only the reader changed them. */
async function changesSince(
  deps: TextDeps,
  reader: Readership,
  { situation, own, since }: TextNewsInput,
): Promise<Changes | undefined> {
  const pair = await sinceVisit(deps, reader.mandates, situation, since)
  if (!pair || pair.from === pair.to) return undefined
  const from = await readIfSound(deps, reader, pair.from)
  const to = await readIfSound(deps, reader, pair.to)
  if (isRefusal(from) || isRefusal(to) || from.sha256 === to.sha256) return undefined
  const refs = { from: pair.from, to: pair.to, facts: { ...from.facts, ...to.facts }, oldFacts: from.facts }
  const comparison = isQuick(from.text, to.text) ? await deps.comparisons.compare(from, to) : null
  if (!comparison || isRefusal(comparison)) return { compared: { ...refs, changed: null }, rows: [] }
  const mine = await ownChanges(deps, reader, { situation, own, pair })
  const rows = comparison.rows.filter(row => row.kinds.length > 0 && !mine(row))
  if (rows.length === 0) return undefined
  const changedIn = (language: Language) => rows.filter(row => row[language].kinds.length > 0).length
  const changed = { units: rows.length, fr: changedIn('fr'), ja: changedIn('ja') }
  return { compared: { ...refs, changed }, rows }
}

function unitNews(row: ComparisonRow): UnitNews {
  return {
    unit: (row.newUnit ?? row.oldUnits[0])!,
    number: (row.newPosition ?? row.oldPosition ?? 0) + 1,
    words: { fr: wordsOf(row, 'fr'), ja: wordsOf(row, 'ja') },
    change: row,
    threads: [],
  }
}

function wordsOf(row: ComparisonRow, language: Language): string {
  const pair = row[language].pairs[0]
  return firstWords(pair?.new ?? pair?.old ?? null, FIRST_WORDS)
}
