/** What is new in one text to one reader, unit by unit: what changed, and what was said of it. */
import type { Comparison, ComparisonRow } from '../../shared/compare/comparison.ts'
import { type BilingualText, unitOrder } from '../../shared/model/bilingual-text.ts'
import { blockNumbers } from '../../shared/model/block-numbers.ts'
import { firstWords } from '../../shared/model/first-words.ts'
import type { MandateId, UnitId } from '../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import type { TextNews, ThreadNews, UnitNews } from '../../shared/protocol/news-views.ts'
import { isQuick } from '../comparisons/compare-beside.ts'
import type { ComparedText } from '../comparisons/compared-text.ts'
import type { Readership } from '../http/reader.ts'
import { isRefusal } from '../http/respond.ts'
import { newest, readIfSound, sinceVisit } from '../texts/standing-comparisons.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { ownChanges } from './own-changes.ts'
import { byUnit, type FoundThreadNews } from './thread-news.ts'

/** Units listed of a text at most: a page of changes is read, a hundred are compared. */
const MOST_UNITS = 30
/** Characters shown of a unit. */
const FIRST_WORDS = 60

export type TextNewsInput = {
  readonly situation: TextSituation
  /** Every mandate that the reader holds or held: what was done under them is no news. */
  readonly own: ReadonlySet<MandateId>
  /** Since when changes count, ISO 8601 UTC. */
  readonly since: string
  readonly threads: readonly FoundThreadNews[]
}

/** Undefined when nothing is new. The reader must be one who may read the text. */
export async function readTextNews(
  deps: TextDeps,
  reader: Readership,
  input: TextNewsInput,
): Promise<TextNews | undefined> {
  const { situation, since } = input
  const changes = await changesSince(deps, reader, input)
  if (!changes && input.threads.length === 0) return undefined
  const standing = changes?.texts.new ?? (await textNow(deps, reader, situation))
  const { of, detached } = byUnit(input.threads, standing)
  const units = changes?.comparison
    ? changes.comparison.rows.flatMap(row => unitOfRow(row, changes.isNews(row), of))
    : unitOrder(standing ?? NO_TEXT).flatMap((unit, index) => unitAt(standing!, unit, index, of))
  const listed = units.slice(0, MOST_UNITS)
  return {
    text: situation.text,
    since,
    compared: changes ? { ...changes.compared, numbers: numbersIn(changes.texts, listed) } : null,
    units: listed,
    more: units.length - listed.length,
    detached,
  }
}

/** They are counted through the whole text, of which the reader gets a part. */
function numbersIn(
  texts: Changes['texts'],
  units: readonly UnitNews[],
): NonNullable<TextNews['compared']>['numbers'] {
  const listed = new Set(
    units
      .flatMap(({ change }) =>
        change
          ? LANGUAGES.flatMap(language => change[language].pairs.flatMap(pair => [pair.old, pair.new]))
          : [],
      )
      .map(block => block?.id),
  )
  const of = (text: BilingualText) =>
    Object.fromEntries([...blockNumbers(text)].filter(([block]) => listed.has(block)))
  return { old: of(texts.old), new: of(texts.new) }
}

const NO_TEXT: BilingualText = { fr: [], ja: [] }

type Threads = ReadonlyMap<UnitId, readonly ThreadNews[]>

type Changes = {
  readonly compared: Omit<NonNullable<TextNews['compared']>, 'numbers'>
  /** As it was, and as it stands. */
  readonly texts: { readonly old: BilingualText; readonly new: BilingualText }
  /** Null for texts that are too long to be compared at once. */
  readonly comparison: Comparison | null
  /** Whether a row changed by others than the reader alone. */
  readonly isNews: (row: ComparisonRow) => boolean
}

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
  const texts = { old: from.text, new: to.text }
  const comparison = await compareAtOnce(deps, from, to)
  if (!comparison) return { compared: { ...refs, changed: null }, comparison, isNews: () => false, texts }
  const mine = await ownChanges(deps, reader, { situation, own, pair })
  const rows = comparison.rows.filter(row => row.kinds.length > 0 && !mine(row))
  if (rows.length === 0) return undefined
  const changedIn = (language: Language) => rows.filter(row => row[language].kinds.length > 0).length
  const changed = { units: rows.length, fr: changedIn('fr'), ja: changedIn('ja') }
  const isNews = (row: ComparisonRow) => rows.includes(row)
  return { compared: { ...refs, changed }, comparison, isNews, texts }
}

/** Null when it would take long. */
async function compareAtOnce(
  { comparisons }: TextDeps,
  from: ComparedText,
  to: ComparedText,
): Promise<Comparison | null> {
  const comparison = isQuick(from.text, to.text) ? await comparisons.compare(from, to) : null
  return comparison && isRefusal(comparison) ? null : comparison
}

async function textNow(
  deps: TextDeps,
  reader: Readership,
  situation: TextSituation,
): Promise<BilingualText | null> {
  const ref = newest(reader.mandates, situation)
  const read = ref === undefined ? undefined : await readIfSound(deps, reader, ref)
  return !read || isRefusal(read) ? null : read.text
}

function unitOfRow(row: ComparisonRow, isNews: boolean, threads: Threads): UnitNews[] {
  const said = (row.newUnit && threads.get(row.newUnit)) ?? []
  if (!isNews && said.length === 0) return []
  const wordsOf = (language: Language) => {
    const pair = row[language].pairs[0]
    return firstWords(pair?.new ?? pair?.old ?? null, FIRST_WORDS)
  }
  return [
    {
      unit: (row.newUnit ?? row.oldUnits[0])!,
      number: (row.newPosition ?? row.oldPosition ?? 0) + 1,
      words: { fr: wordsOf('fr'), ja: wordsOf('ja') },
      change: isNews ? row : null,
      threads: said,
    },
  ]
}

function unitAt(text: BilingualText, unit: UnitId, index: number, threads: Threads): UnitNews[] {
  const said = threads.get(unit)
  if (!said) return []
  const wordsOf = (language: Language) =>
    firstWords(text[language].find(block => block.unit === unit) ?? null, FIRST_WORDS)
  const words = { fr: wordsOf('fr'), ja: wordsOf('ja') }
  return [{ unit, number: index + 1, words, change: null, threads: said }]
}
