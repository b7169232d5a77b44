import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../../server/maintenance/verify.ts'
import { newId } from '../../../server/new-id.ts'
import { makeDemonstration } from '../../../server/seed/make-demonstration.ts'
import { hashAct, listActs, listAllActs, recordAct } from '../../../server/store/acts.ts'
import type { Database } from '../../../server/store/database.ts'
import {
  closeDraft,
  draftHasContent,
  findDraft,
  insertDraft,
  openDrafts,
} from '../../../server/store/drafts.ts'
import { getCurrentEdition, listOrganisations, listWorkshops } from '../../../server/store/editions.ts'
import { findFact, listFacts, updateFact } from '../../../server/store/facts.ts'
import {
  findLinkByToken,
  insertLink,
  linkState,
  spendLink,
  withdrawAllLinks,
} from '../../../server/store/links.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'
import {
  endMandate,
  findPersonByLogin,
  insertPerson,
  listMandates,
  listMandatesOf,
  listPeople,
} from '../../../server/store/people.ts'
import {
  endSession,
  endSessionsOf,
  findSession,
  lastSeen,
  openSession,
  touchSession,
} from '../../../server/store/sessions.ts'
import { readSettings, renewEpoch } from '../../../server/store/settings.ts'
import {
  findCurrentStage,
  insertStage,
  isStageUsed,
  listStages,
  openStage,
  orderStages,
} from '../../../server/store/stages.ts'
import {
  findStoredVersion,
  insertOpening,
  insertReceipt,
  openingsOfText,
  receiptsOfText,
  versionsOfText,
} from '../../../server/store/versions.ts'
import { lastVisit, recordLook } from '../../../server/store/visits.ts'
import { FIRST_PREVIOUS } from '../../../shared/model/act-chain.ts'
import type { Edition } from '../../../shared/model/edition.ts'
import type { DraftId, TextId, VersionId } from '../../../shared/model/ids.ts'
import { activeMandates } from '../../../shared/model/mandate.ts'
import { DIALECTS, openMigrated } from './dialects.ts'

const NOW = '2031-01-10T09:00:00.000Z'
const LATER = '2031-01-11T09:00:00.000Z'

for (const dialect of DIALECTS)
  describe(dialect, () => {
    let db: Database
    let edition: Edition
    beforeAll(async () => {
      db = await openMigrated(dialect)
      edition = (await db.transaction().execute(trx => makeDemonstration(trx, newId))).edition
    }, 120_000)
    afterAll(() => db.destroy())

    test('a migrated database is left as it is', async () => {
      expect(await migrate(db)).toEqual([])
    })

    test('an edition comes back as it was made', async () => {
      expect(await getCurrentEdition(db)).toEqual(edition)
      expect(await listWorkshops(db, edition.id)).toHaveLength(4)
      expect((await listOrganisations(db, edition.id)).length).toBeGreaterThan(5)
      expect((await readSettings(db)).epoch).toMatch(/^[0-9a-f-]{36}$/)
    })

    test('[O1] the demonstration is verified: every text can be rebuilt and every hash holds', async () => {
      const { checked, findings } = await verify(db)
      expect(findings).toEqual([])
      expect(checked.versions).toBe(4)
    })

    test('[R4] the database refuses to change or remove a version', async () => {
      await expect(sql`update versions set label = 'V9'`.execute(db)).rejects.toThrow('cannot change')
      await expect(sql`delete from versions`.execute(db)).rejects.toThrow('cannot change')
    })

    test('the database refuses to change or remove an act', async () => {
      await expect(sql`update acts set kind = 'joined'`.execute(db)).rejects.toThrow('cannot change')
      await expect(sql`delete from acts where seq = 1`.execute(db)).rejects.toThrow('cannot change')
    })

    test('[R2] exactly one stage is current, and the database refuses a second', async () => {
      const stages = await listStages(db, edition.id)
      expect(stages.map(stage => stage.state)).toEqual(
        expect.arrayContaining(['done', 'done', 'current', 'pending']),
      )
      const current = await findCurrentStage(db, edition.id)
      expect(stages.filter(stage => stage.state === 'current')).toEqual([current])
      const second = sql`update stages set opened_at = ${NOW} where id = ${stages.at(-1)!.id}`
      await expect(second.execute(db)).rejects.toThrow(/unique/i)
    })

    test('[R1] opening a stage closes the one that was current, and can be undone', async () => {
      const before = (await findCurrentStage(db, edition.id))!
      const next = (await listStages(db, edition.id)).find(stage => stage.position > before.position)!
      await openStage(db, edition.id, next.id, LATER)
      expect(await findCurrentStage(db, edition.id)).toEqual({ ...next, state: 'current', openedAt: LATER })
      await openStage(db, edition.id, before.id, LATER)
      expect((await findCurrentStage(db, edition.id))!.id).toBe(before.id)
      expect((await listStages(db, edition.id)).find(stage => stage.id === next.id)!.state).toBe('done')
    })

    test('stages are kept in the order given, and one in use is known', async () => {
      const before = await listStages(db, edition.id)
      const order = before.map(stage => stage.id).reverse()
      await orderStages(db, order)
      expect((await listStages(db, edition.id)).map(stage => stage.id)).toEqual(order)
      await orderStages(db, [...order].reverse())
      expect(await isStageUsed(db, before[0]!.id)).toBe(true)
      expect(await isStageUsed(db, before.at(-1)!.id)).toBe(false)
      const added = { ...before[0]!, id: newId('stage'), position: 999, openedAt: null, closedAt: null }
      await insertStage(db, { ...added, state: 'pending' })
      expect((await listStages(db, edition.id)).at(-1)).toEqual({ ...added, state: 'pending' })
    })

    test('a fact is kept with both values, and can be unknown again', async () => {
      const fact = (await listFacts(db, edition.id)).find(each => each.key === 'next-host')!
      expect(fact.value).toBeNull()
      const known = { ...fact, value: { fr: 'Kyōto', ja: '京都市' }, status: 'confirmed' as const }
      await updateFact(db, known)
      expect(await findFact(db, fact.id)).toEqual(known)
      await updateFact(db, fact)
      expect(await findFact(db, fact.id)).toEqual(fact)
    })

    test('a login is found however it is typed, and is given once', async () => {
      const person = {
        id: newId('person'),
        name: 'Zoé',
        login: 'Zoé@Example.org',
        language: 'fr',
        zone: 'UTC',
      } as const
      expect(await insertPerson(db, person, 'hash', NOW)).toBe(true)
      const typed = 'ＺＯＥ\u0301@example.ORG '
      expect((await findPersonByLogin(db, typed))?.person.id).toBe(person.id)
      expect(await insertPerson(db, { ...person, id: newId('person'), login: typed }, null, NOW)).toBe(false)
      expect((await listPeople(db)).filter(each => each.name === 'Zoé')).toHaveLength(1)
    })

    test('[M4] a mandate ends once, and stays in the list', async () => {
      const mandate = (await listMandates(db, edition.id)).find(each => each.role === 'observer')!
      expect(await endMandate(db, mandate.id, LATER)).toBe(true)
      expect(await endMandate(db, mandate.id, LATER)).toBe(false)
      const mandates = await listMandatesOf(db, mandate.person, edition.id)
      expect(mandates).toEqual([{ ...mandate, endsAt: LATER }])
      expect(activeMandates(mandates, LATER)).toEqual([])
    })

    test('a session is found by its token until it ends, and the database has only a hash', async () => {
      const person = (await listPeople(db))[0]!
      const id = newId('session')
      const { token, expiresAt } = await openSession(db, { id, person: person.id }, NOW)
      const { session } = (await findSession(db, token, NOW))!
      expect(await findSession(db, token, expiresAt)).toBeUndefined()
      expect(await findSession(db, `${token}x`, NOW)).toBeUndefined()
      const kept = JSON.stringify(await db.selectFrom('sessions').selectAll().execute())
      expect(kept).not.toContain(token)
      await touchSession(db, session, LATER)
      expect((await lastSeen(db)).get(person.id)).toBe(LATER)
      await endSession(db, id, LATER)
      expect(await findSession(db, token, LATER)).toBeUndefined()
      expect((await lastSeen(db)).get(person.id)).toBe(LATER)
    })

    test('all sessions of a person but one can be ended', async () => {
      const person = (await listPeople(db))[1]!
      const kept = newId('session')
      const first = await openSession(db, { id: kept, person: person.id }, NOW)
      const second = await openSession(db, { id: newId('session'), person: person.id }, NOW)
      await endSessionsOf(db, person.id, NOW, kept)
      expect(await findSession(db, first.token, NOW)).toBeDefined()
      expect(await findSession(db, second.token, NOW)).toBeUndefined()
    })

    test('[M5] a link is used once, and the database has only a hash of it', async () => {
      const { token, link } = await insertLink(
        db,
        { id: newId('link'), purpose: 'setup', createdBy: null },
        NOW,
      )
      expect(await findLinkByToken(db, token)).toEqual(link)
      expect(JSON.stringify(await db.selectFrom('links').selectAll().execute())).not.toContain(token)
      expect(await spendLink(db, link.id, NOW)).toBe(true)
      expect(await spendLink(db, link.id, NOW)).toBe(false)
      expect(linkState((await findLinkByToken(db, token))!, NOW)).toBe('used')
      const other = await insertLink(db, { id: newId('link'), purpose: 'setup', createdBy: null }, NOW)
      expect(linkState(other.link, other.link.expiresAt)).toBe('expired')
      await withdrawAllLinks(db, NOW)
      expect(linkState((await findLinkByToken(db, other.token))!, NOW)).toBe('withdrawn')
    })

    test('acts follow one another by their hashes, and are listed by audience', async () => {
      const act = {
        edition: edition.id,
        at: LATER,
        mandate: null,
        kind: 'invited',
        detail: { b: '2', a: '1' },
      } as const
      await db.transaction().execute(async trx => {
        await recordAct(trx, { ...act, audience: 'fra' })
        await recordAct(trx, { ...act, audience: 'jap' })
      })
      const acts = await listAllActs(db)
      expect(acts[0]!.previousHash).toBe(FIRST_PREVIOUS)
      acts.forEach((each, index) => {
        expect(each.seq).toBe(index + 1)
        expect(each.hash).toBe(hashAct(each))
        if (index > 0) expect(each.previousHash).toBe(acts[index - 1]!.hash)
      })
      const heard = await listActs(db, edition.id, ['all', 'fra'], { since: NOW })
      expect(heard.map(each => each.audience)).toEqual(['fra'])
      expect(await listActs(db, edition.id, [])).toEqual([])
    })

    test('a transaction that fails leaves nothing behind', async () => {
      const before = await listAllActs(db)
      const failing = db.transaction().execute(async trx => {
        await recordAct(trx, {
          edition: edition.id,
          at: NOW,
          mandate: null,
          audience: 'all',
          kind: 'invited',
          detail: {},
        })
        throw new Error('stop')
      })
      await expect(failing).rejects.toThrow('stop')
      expect(await listAllActs(db)).toEqual(before)
    })

    test('[R4] a version comes back with its exact characters and bytes', async () => {
      const rows = await db.selectFrom('versions').selectAll().orderBy('number').execute()
      for (const row of rows) {
        const version = (await findStoredVersion(db, row.id as VersionId))!
        expect(version.canonical).toBe(row.canonical)
        expect([...version.state]).toEqual([...row.state])
        expect(version).toMatchObject({ number: row.number, sha256: row.sha256, label: row.label })
      }
      const text = rows[0]!.text_id as TextId
      expect((await versionsOfText(db, text)).map(version => version.number)).toEqual([1, 2, 3])
      expect(await receiptsOfText(db, text)).toHaveLength(2)
    })

    test('a receipt is given once per side, and a version opened once', async () => {
      const { id, text_id } = await db
        .selectFrom('versions')
        .select(['id', 'text_id'])
        .where('label', '=', 'V1')
        .executeTakeFirstOrThrow()
      const [mandate] = await listMandates(db, edition.id)
      const receipt = { version: id as VersionId, side: 'jap', by: mandate!.id, at: NOW } as const
      expect([await insertReceipt(db, receipt), await insertReceipt(db, receipt)]).toEqual([true, false])
      await insertOpening(db, receipt.version, mandate!.id, NOW)
      await insertOpening(db, receipt.version, mandate!.id, LATER)
      expect((await openingsOfText(db, text_id as TextId)).get(receipt.version)).toBe(NOW)
    })

    test('[R2] a draft closes once, and while it is open the same stage has no second', async () => {
      const { id } = await db.selectFrom('drafts').select('id').executeTakeFirstOrThrow()
      const draft = (await findDraft(db, id as DraftId))!
      expect(await draftHasContent(db, draft.id)).toBe(true)
      expect(await openDrafts(db, draft.text)).toEqual([draft])
      await expect(insertDraft(db, { ...draft, id: newId('draft') })).rejects.toThrow(/unique/i)
      expect([await closeDraft(db, draft.id, NOW), await closeDraft(db, draft.id, LATER)]).toEqual([
        true,
        false,
      ])
      expect(await findDraft(db, draft.id)).toEqual({ ...draft, closedAt: NOW })
    })

    test('[D1] a visit is remembered until the next sitting', async () => {
      const person = (await listPeople(db))[0]!.id
      expect(await lastVisit(db, person, 'somewhere', NOW)).toBeNull()
      await recordLook(db, person, 'somewhere', NOW)
      await recordLook(db, person, 'somewhere', LATER)
      expect(await lastVisit(db, person, 'somewhere', LATER)).toBe(NOW)
    })

    test('the epoch can be renewed', async () => {
      const before = await readSettings(db)
      await renewEpoch(db)
      const after = await readSettings(db)
      expect(after.epoch).not.toBe(before.epoch)
      expect(after.room).toBe(before.room)
    })
  })
