/** [A5] The brackets of a text as one reader may know of them, at one place. */
import { pairHashes } from '../../shared/model/agreement.ts'
import { type BilingualText, plainText, type Side, unitOrder } from '../../shared/model/bilingual-text.ts'
import { absentIn, type Bracket, readBrackets } from '../../shared/model/bracket.ts'
import { shownAlternatives } from '../../shared/model/bracket-content.ts'
import { countBrackets, sectionsOfUnits } from '../../shared/model/bracket-counts.ts'
import { type FactValues, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { DraftId, ThreadId, UnitId, VersionId } from '../../shared/model/ids.ts'
import type { BilingualLabel, Language } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { unitChangeState } from '../../shared/model/unit-change.ts'
import type { BracketRecordView, BracketsView, BracketView } from '../../shared/protocol/bracket-views.ts'
import { findDraftIn, readableThreads } from '../comments/readable-threads.ts'
import { mayReadRecordInDraft, mayReadRecordOfVersion } from '../policies/bracket-policies.ts'
import { type BracketRecord, bracketRecords, bracketThreads } from '../store/brackets.ts'
import type { Database } from '../store/database.ts'
import { unitChangeAnswersOf, unitChangesOf } from '../store/unit-changes.ts'
import { findStoredVersion } from '../store/versions.ts'
import { type TextSituation, versionFacts, versionOfDraft } from '../texts/text-situation.ts'

export type BracketsPlace = {
  readonly text: BilingualText
  readonly facts: FactValues
  readonly mayWrite: boolean
  readonly asksFor: readonly Side[]
  /** The joint draft that is read, in which brackets are settled with both sides' consent; null for any other place. */
  readonly joint: DraftId | null
}

/** The reader must be one who may read the place, whose words are `text`. */
export async function readBracketsView(
  db: Database,
  situation: TextSituation,
  mandates: readonly Mandate[],
  { text, facts, mayWrite, asksFor, joint }: BracketsPlace,
): Promise<BracketsView> {
  const brackets = readBrackets(text)
  const counts = countBrackets(text, brackets)
  const records = await readableRecords(db, situation, mandates, new Set(brackets.map(({ group }) => group)))
  const proposed = joint === null ? NONE : await proposedIn(db, joint, text)
  const threads = await readableLinks(db, situation, mandates)
  const sections = sectionsOfUnits(text)
  const order = unitOrder(text)
  const view = (bracket: Bracket): BracketView => ({
    bracket: bracket.group,
    by: bracket.by,
    alternatives: shownAlternatives(text, bracket),
    units: bracket.units,
    number: order.indexOf(bracket.units[0]!) + 1,
    section: sections.get(bracket.units[0]!) ?? null,
    within: bracket.within,
    absentIn: absentIn(bracket),
    status: proposed.has(bracket.group) ? 'proposed' : 'open',
    record: records.get(bracket.group) ?? null,
    threads: threads.get(bracket.group) ?? [],
  })
  const headings = [...new Set(brackets.map(({ units }) => sections.get(units[0]!)))]
  return {
    brackets: brackets.map(view),
    counts,
    headings: Object.fromEntries(headings.flatMap(unit => (unit ? [[unit, wordsOfUnit(text, unit)]] : []))),
    facts,
    mayWrite,
    asksFor,
  }
}

const NONE: ReadonlySet<string> = new Set()

/** The brackets that a change would settle which waits for the chairs. */
async function proposedIn(db: Database, draft: DraftId, text: BilingualText): Promise<ReadonlySet<string>> {
  const [changes, answers] = [await unitChangesOf(db, draft), await unitChangeAnswersOf(db, draft)]
  const pairs = await pairHashes(text)
  const open = changes.filter(
    change =>
      unitChangeState(
        change,
        answers.filter(answer => answer.change === change.id),
        pairs.get(change.unit),
      ) === 'open',
  )
  return new Set(open.flatMap(({ bracket }) => bracket ?? []))
}

/** The last thing said of each bracket that the reader may know. */
async function readableRecords(
  db: Database,
  situation: TextSituation,
  mandates: readonly Mandate[],
  wanted: ReadonlySet<string>,
): Promise<Map<string, BracketRecordView>> {
  const left = new Map<VersionId, Promise<ReadonlySet<string>>>()
  const found = new Map<string, BracketRecordView>()
  for (const record of await bracketRecords(db, situation.text.id)) {
    if (!wanted.has(record.bracket) || found.has(record.bracket)) continue
    const draft = findDraftIn(situation, record.draft)
    if (!draft) continue
    if (mayReadRecordInDraft(mandates, situation.text, draft))
      found.set(record.bracket, recordView(record, situation.mandates.get(record.by)?.title ?? null))
    else {
      const version = versionOfDraft(situation, draft)
      if (!version || !mayReadRecordOfVersion(mandates, versionFacts(situation, version))) continue
      if (!left.has(version.id)) left.set(version.id, groupsOfVersion(db, version.id))
      // A delegation speaks with one voice: who of the other side wrote it is not said.
      if ((await left.get(version.id)!).has(record.bracket))
        found.set(record.bracket, recordView(record, null))
    }
  }
  return found
}

/** What was said of a bracket that had gone when the version left, did not leave with it. */
async function groupsOfVersion(db: Database, id: VersionId): Promise<ReadonlySet<string>> {
  const version = await findStoredVersion(db, id)
  const brackets = version ? readBrackets(parseCanonicalForm(version.canonical).text) : []
  return new Set(brackets.map(({ group }) => group))
}

function recordView({ side, remark, at }: BracketRecord, by: BilingualLabel | null): BracketRecordView {
  return { side, remark, by, at }
}

async function readableLinks(
  db: Database,
  situation: TextSituation,
  mandates: readonly Mandate[],
): Promise<Map<string, ThreadId[]>> {
  const readable = new Set((await readableThreads(db, situation, mandates)).map(({ id }) => id))
  const links = new Map<string, ThreadId[]>()
  for (const { bracket, thread } of await bracketThreads(db, situation.text.id))
    if (readable.has(thread)) links.set(bracket, [...(links.get(bracket) ?? []), thread])
  return links
}

function wordsOfUnit(text: BilingualText, unit: UnitId): BilingualLabel {
  const words = (language: Language) =>
    text[language]
      .filter(block => block.unit === unit)
      .map(plainText)
      .join(' ')
  return { fr: words('fr'), ja: words('ja') }
}
