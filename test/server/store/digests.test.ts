import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../server/new-id.ts'
import type { Database } from '../../../server/store/database.ts'
import { findDigestLink, insertDigestLink, spendDigestLink } from '../../../server/store/digest-links.ts'
import {
  claimDay,
  confirmDigest,
  endDigest,
  findDigest,
  listDigests,
  planTry,
  recordTold,
  saveDigest,
} from '../../../server/store/digests.ts'
import { insertPerson } from '../../../server/store/people.ts'
import { DIALECTS, openMigrated } from './dialects.ts'

const at = (hours: number) =>
  new Date(Date.parse('2031-01-10T00:00:00.000Z') + hours * 3_600_000).toISOString()

for (const dialect of DIALECTS)
  describe(`[D4] digests, on ${dialect}`, () => {
    let db: Database
    const [person, other] = [newId('person'), newId('person')]
    const address = 'a@example.org'
    const wanted = { address, hour: 7, on: true }
    const digest = { person, address }

    beforeAll(async () => {
      db = await openMigrated(dialect)
      for (const id of [person, other])
        await insertPerson(db, { id, name: id, login: id, language: 'ja', zone: 'Asia/Tokyo' }, null, at(0))
    }, 120_000)
    afterAll(() => db.destroy())

    test('are sent once the address was confirmed, and no longer once they were ended', async () => {
      await saveDigest(db, person, wanted, at(0))
      expect(await listDigests(db)).toEqual([])
      expect(await claimDay(db, digest, '2031-01-10', at(1))).toBe(false)
      expect(await confirmDigest(db, person, 'other@example.org', at(1))).toBe(false)
      expect(await confirmDigest(db, person, address, at(1))).toBe(true)
      expect(await listDigests(db)).toMatchObject([
        { digest: { address, hour: 7, confirmedAt: at(1) }, person: { id: person, zone: 'Asia/Tokyo' } },
      ])
      await endDigest(db, person, 'other@example.org', at(2))
      expect(await listDigests(db)).toHaveLength(1)
      await endDigest(db, person, address, at(2))
      await endDigest(db, person, address, at(3))
      expect(await findDigest(db, person)).toMatchObject({ endedAt: at(2), confirmedAt: at(1) })
      expect(await listDigests(db)).toEqual([])
      await saveDigest(db, person, { ...wanted, hour: 9 }, at(4))
      expect(await listDigests(db)).toMatchObject([
        { digest: { hour: 9, endedAt: null, confirmedAt: at(1) } },
      ])
    })

    test('have a day once, and another try on it only when it was planned and its time has come', async () => {
      expect(await claimDay(db, digest, '2031-01-11', at(5))).toBe(true)
      expect(await claimDay(db, digest, '2031-01-11', at(6))).toBe(false)
      expect(await claimDay(db, digest, '2031-01-10', at(6))).toBe(false)
      await planTry(db, person, '2031-01-10', at(7))
      expect(await findDigest(db, person)).toMatchObject({ day: '2031-01-11', tries: 1, tryAt: null })
      await planTry(db, person, '2031-01-11', at(7))
      expect(await claimDay(db, digest, '2031-01-11', at(6.9))).toBe(false)
      expect(await claimDay(db, digest, '2031-01-11', at(7))).toBe(true)
      expect(await claimDay(db, digest, '2031-01-11', at(7))).toBe(false)
      expect(await findDigest(db, person)).toMatchObject({ tries: 2, tryAt: null })
      expect(await claimDay(db, digest, '2031-01-12', at(30))).toBe(true)
      expect(await findDigest(db, person)).toMatchObject({ day: '2031-01-12', tries: 1 })
      expect(await claimDay(db, { ...digest, address: 'other@example.org' }, '2031-01-13', at(50))).toBe(
        false,
      )
      await recordTold(db, person, at(30))
      expect(await findDigest(db, person)).toMatchObject({ toldUntil: at(30) })
    })

    test('to another address are to be confirmed anew, whatever was planned', async () => {
      await planTry(db, person, '2031-01-12', at(31))
      await saveDigest(db, person, { ...wanted, address: 'b@example.org' }, at(31))
      expect(await findDigest(db, person)).toMatchObject({
        confirmedAt: null,
        tryAt: null,
        day: '2031-01-12',
      })
    })

    test('have links that are found by their purpose; confirming ones are used once, and the last one holds', async () => {
      const link = { person, address } as const
      const first = await insertDigestLink(db, { ...link, purpose: 'confirm' }, at(0))
      const foreign = await insertDigestLink(db, { ...link, person: other, purpose: 'confirm' }, at(0))
      const ending = await insertDigestLink(db, { ...link, purpose: 'end' }, at(0))
      const second = await insertDigestLink(db, { ...link, purpose: 'confirm' }, at(1))
      expect(second.expiresAt).toBe(at(49))
      expect(ending.expiresAt).toBeNull()
      expect(await findDigestLink(db, first.token, 'confirm')).toBeUndefined()
      expect(await findDigestLink(db, foreign.token, 'confirm')).toMatchObject({ person: other })
      expect(await findDigestLink(db, ending.token, 'confirm')).toBeUndefined()
      expect(await findDigestLink(db, ending.token, 'end')).toMatchObject({ person, address, usedAt: null })
      expect(await spendDigestLink(db, second.token, at(2))).toBe(true)
      expect(await spendDigestLink(db, second.token, at(2))).toBe(false)
      expect(await findDigestLink(db, second.token, 'confirm')).toMatchObject({ usedAt: at(2) })
    })
  })
