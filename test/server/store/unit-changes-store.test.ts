import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../../server/store/database.ts'
import {
  findUnitChange,
  insertUnitChange,
  insertUnitChangeAnswer,
  markUnitChangeMade,
  markUnitChangeWithdrawn,
  unitChangeAnswersOf,
  unitChangesOf,
} from '../../../server/store/unit-changes.ts'
import type { DraftId, StageId, TextId, UnitChangeId, UnitId } from '../../../shared/model/ids.ts'
import { makeTestEdition, type TestEdition } from '../../support/test-edition.ts'
import { DIALECTS, openMigrated } from './dialects.ts'

const AT = '2031-01-10T09:00:00.000Z'
const LATER = '2031-01-10T09:05:00.000Z'
const DRAFT = 'draft-1' as DraftId
const CHANGE = 'change-1' as UnitChangeId

for (const dialect of DIALECTS)
  describe(`changes of units on ${dialect}`, () => {
    let db: Database
    let edition: TestEdition
    beforeEach(async () => {
      db = await openMigrated(dialect)
      edition = await db.transaction().execute(trx => makeTestEdition(trx, AT))
      await db
        .insertInto('drafts')
        .values({
          ...{ id: DRAFT, text_id: edition.declaration, audience: 'joint', created_at: AT, closed_at: null },
          ...{ stage_id: edition.stages[0]!.id as StageId, base_version_id: null },
        })
        .execute()
      await insertUnitChange(db, change())
    })
    afterEach(() => db.destroy())

    const change = () => ({
      ...{ id: CHANGE, text: edition.declaration as TextId, draft: DRAFT, unit: 'u' as UnitId },
      ...{ before: { fr: [], ja: [] }, after: { fr: [], ja: [] }, beforePair: 'a', afterPair: 'b' },
      ...{ bracket: null, askedBy: 'fra' as const, askedFor: { fr: 'Nancy', ja: 'ナンシー市' } },
      ...{ reason: { fr: '', ja: '' }, by: edition.people.fraChair.mandate!.id, at: AT },
    })

    test('are kept as they were asked for and answered', async () => {
      const given = { change: CHANGE, side: 'fra', outcome: 'consented', reason: null } as const
      await insertUnitChangeAnswer(db, { ...given, by: edition.people.fraChair.mandate!.id, at: AT })
      const kept = { ...change(), madeAt: null, withdrawnAt: null }
      expect(await unitChangesOf(db, DRAFT)).toEqual([kept])
      expect(await unitChangeAnswersOf(db, DRAFT)).toMatchObject([given])
    })

    test('are made or withdrawn once, and never the other after', async () => {
      expect(await markUnitChangeMade(db, CHANGE, LATER)).toBe(true)
      expect(await markUnitChangeMade(db, CHANGE, AT)).toBe(false)
      expect(await markUnitChangeWithdrawn(db, CHANGE, AT)).toBe(false)
      expect(await findUnitChange(db, CHANGE)).toMatchObject({ madeAt: LATER, withdrawnAt: null })
    })

    test('[R4] the database refuses every other change of them', async () => {
      await markUnitChangeMade(db, CHANGE, LATER)
      const by = edition.people.japChair.mandate!.id
      const answer = { change: CHANGE, side: 'jap', outcome: 'consented', reason: null, by, at: AT } as const
      await insertUnitChangeAnswer(db, answer)
      for (const attempt of [
        sql`update unit_changes set words_after = 'x'`,
        sql`update unit_changes set asked_by = 'jap'`,
        sql`update unit_changes set asked_for = null`,
        sql`update unit_changes set made_at = null`,
        sql`update unit_changes set made_at = ${AT}`,
        sql`delete from unit_changes`,
        sql`update unit_change_answers set side = 'fra'`,
        sql`delete from unit_change_answers`,
      ])
        await expect(attempt.execute(db)).rejects.toThrow('cannot change')
      await expect(insertUnitChangeAnswer(db, answer)).rejects.toThrow()
      await expect(insertUnitChange(db, change())).rejects.toThrow()
    })
  })
