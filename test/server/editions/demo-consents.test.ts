import { afterAll, beforeAll, expect, it } from 'vitest'
import { readAgreement } from '../../../server/agreement/agreement-at.ts'
import { placeOnTable, versionText } from '../../../server/agreement/on-table.ts'
import { newId } from '../../../server/new-id.ts'
import { makeDemonstration } from '../../../server/seed/make-demonstration.ts'
import type { MadeEdition } from '../../../server/seed/make-edition.ts'
import { type Database, openSqlite } from '../../../server/store/database.ts'
import { getCurrentEdition } from '../../../server/store/editions.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'
import { findText } from '../../../server/store/texts.ts'
import { readTextSituation } from '../../../server/texts/text-situation.ts'
import type { AgreementView } from '../../../shared/protocol/agreement-views.ts'

let db: Database
let made: MadeEdition
beforeAll(async () => {
  db = openSqlite(':memory:')
  await migrate(db)
  made = await db.transaction().execute(trx => makeDemonstration(trx, newId))
})
afterAll(() => db.destroy())

async function onTable(): Promise<AgreementView> {
  const edition = await getCurrentEdition(db)
  const situation = await readTextSituation(db, edition!, (await findText(db, made.declaration))!)
  const last = situation.versions.at(-1)!
  expect(placeOnTable(situation)).toBe(`version:${last.id}`)
  const facts = {
    version: { origin: last.origin, side: last.side, openedToLargeCommittee: false, receipt: null },
  }
  return readAgreement(db, situation, [], facts, await versionText(db, last.id))
}

it('[A3] the demonstration shows every state of agreement at once, and a paragraph that an amendment reopened', async () => {
  const { units } = await onTable()
  const states = units.map(({ state, consents }) =>
    state === 'proposed' ? `${state} by ${consents[0]!.side}` : state,
  )
  expect(new Set(states)).toEqual(
    new Set(['open', 'proposed by fra', 'proposed by jap', 'ad-referendum', 'agreed']),
  )
  const reopened = units.filter(({ earlier }) => earlier.length > 0)
  expect(reopened.map(({ unit, state }) => [unit, state])).toEqual([['u34', 'open']])
  expect(reopened[0]!.earlier.map(({ side }) => side).sort()).toEqual(['fra', 'jap'])
})
