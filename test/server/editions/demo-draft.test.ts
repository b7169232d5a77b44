import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoTexts } from '../../../server/editions/demo/demonstration.ts'
import { withFactIds } from '../../../server/editions/demo/text-source.ts'
import { newId } from '../../../server/new-id.ts'
import { makeDemonstration } from '../../../server/seed/make-demonstration.ts'
import { type Database, openSqlite } from '../../../server/store/database.ts'
import { type Decision, decisionsOf } from '../../../server/store/decisions.ts'
import { openDrafts } from '../../../server/store/drafts.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'
import { findStoredVersion, versionsOfText } from '../../../server/store/versions.ts'
import { readState } from '../../../server/transmission/version-state.ts'
import { type AmendmentPlan, planAmendments } from '../../../shared/compare/amendments.ts'
import { standingOf } from '../../../shared/compare/carry-out.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { canonicalForm, parseCanonicalForm } from '../../../shared/model/canonical-form.ts'
import type { FactId, UnitId } from '../../../shared/model/ids.ts'

describe('the draft of the demonstration', () => {
  let db: Database
  let text: BilingualText
  let plan: AmendmentPlan
  let decisions: readonly Decision[]
  let facts: ReadonlyMap<string, FactId>
  let updates: readonly { readonly at: string; readonly bytes: Uint8Array }[]

  beforeAll(async () => {
    db = openSqlite(':memory:')
    await migrate(db)
    const made = await db.transaction().execute(trx => makeDemonstration(trx, newId))
    facts = made.facts
    const [draft] = await openDrafts(db, made.declaration)
    const versions = await versionsOfText(db, made.declaration)
    const wordsOf = async (label: string) => {
      const { id } = versions.find(version => version.label === label)!
      return parseCanonicalForm((await findStoredVersion(db, id))!.canonical).text
    }
    plan = planAmendments(compareTexts(await wordsOf('V1'), await wordsOf('V1-FRA')))
    decisions = await decisionsOf(db, draft!.id, versions.at(-1)!.id)
    updates = await db.selectFrom('draft_updates').select(['at', 'bytes']).orderBy('seq').execute()
    text = readState(updates.map(({ bytes }) => bytes))
  })
  afterAll(() => db.destroy())

  const amendmentOf = (unit: string) =>
    plan.amendments.find(({ newUnits }) => newUnits.includes(unit as UnitId))!

  test('[A1] reads as it should once every decision was carried out in it', () => {
    expect(canonicalForm(text)).toBe(canonicalForm(withFactIds(demoTexts.draft.text, facts)))
  })

  test('[A1] holds decisions of each kind but a bracket, made by the product’s own code', () => {
    const made = decisions.map(({ amendment, outcome, carried }) => [amendment, outcome, carried !== null])
    expect(made.toSorted()).toEqual([
      ['u03', 'accepted', true],
      ['u15', 'rejected', false],
      ['u18', 'accepted', true],
      ['u34', 'accepted', true],
      ['u42', 'modified', true],
    ])
  })

  test('[A1] leaves four amendments of different kinds to be decided', () => {
    const accepted = new Set(['u03', 'u18', 'u34', 'u42'])
    const standings = ['u19', 'u33', 'u40', 'u43'].map(unit =>
      standingOf(text, plan, amendmentOf(unit), accepted),
    )
    expect(standings).toEqual(['answer', 'answer', 'edited', 'base'])
  })

  test('[R8] was written over several days, every step an update of its own', () => {
    const at = updates.map(update => update.at)
    expect(at).toEqual(at.toSorted())
    expect(new Set(at).size).toBe(updates.length)
  })
})
