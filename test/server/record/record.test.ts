import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '../../../server/maintenance/verify.ts'
import { chainFaults, parseRecord, type RecordFile } from '../../../shared/model/act-chain.ts'
import { amendmentsOf } from '../../support/deciding.ts'
import { openDraft, receiveAnswer, transmitDraft, transmitV1 } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
  await transmitV1(room)
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const recordOf = (actor: Actor) => room.get(actor, 'GET /api/record', {})
const exportBy = (actor: Actor) => room.get(actor, 'POST /api/record/exports', { body: { format: 'json' } })
const faultsOf = async ({ chains }: RecordFile) =>
  (await Promise.all(chains.map(({ audience, acts }) => chainFaults(audience, acts)))).flat()
const audiences = ({ chains }: RecordFile) => chains.map(({ audience }) => audience)

describe('[M3] the record of acts', () => {
  test('is the chains that its reader hears, whole, and holds when anybody recomputes it', async () => {
    await openDraft(room, 'fraDrafter')
    expect(audiences(await recordOf('fraDrafter'))).toEqual(['all', 'fra', 'joint'])
    expect(audiences(await recordOf('japReviewer'))).not.toContain('fra')
    expect(audiences(await recordOf('organiser'))).not.toContain('fra')
    expect(audiences(await recordOf('observer'))).toEqual(['all'])
    for (const actor of ['fraDrafter', 'japReviewer', 'organiser', 'observer'] as const)
      expect(await faultsOf(await recordOf(actor))).toEqual([])
  })

  test('says nothing of how much the other side did: its chains are the same whatever that was', async () => {
    const before = await recordOf('japChair')
    await openDraft(room, 'fraDrafter')
    await exportBy('fraChair')
    expect((await recordOf('japChair')).chains).toEqual(before.chains)
  })

  test('is closed to a stranger and to whom no mandate is left', async () => {
    expect(await room.call(null, 'GET /api/record', {})).toMatchObject({ refusal: 'not-signed-in' })
    expect(await room.call('stranger', 'GET /api/record', {})).toMatchObject({ ok: false })
    expect(
      await room.call('stranger', 'POST /api/record/exports', { body: { format: 'csv' } }),
    ).toMatchObject({
      ok: false,
    })
  })

  test('an export is an act itself, seen by the delegation that made it and by nobody else', async () => {
    const taken = await exportBy('fraReviewer')
    const last = taken.chains.find(({ audience }) => audience === 'fra')!.acts.at(-1)!
    expect(last).toMatchObject({ kind: 'record-exported', detail: { name: 'json' } })
    expect(taken.mandates[last.mandate!]).toBeDefined()
    for (const actor of ['japChair', 'organiser'] as const)
      expect(JSON.stringify(await recordOf(actor))).not.toContain('record-exported')
  })

  test('a word changed, an act taken out or put elsewhere in the file is found', async () => {
    const record = parseRecord(JSON.stringify(await recordOf('fraChair')))!
    const chain = record.chains.find(({ audience }) => audience === 'joint')!
    const [first, ...rest] = chain.acts
    const changed = { ...first!, detail: { ...first!.detail, version: 'V9' } }
    expect(await chainFaults('joint', [changed, ...rest])).toEqual([
      { audience: 'joint', number: 1, fault: 'changed' },
    ])
    expect(await chainFaults('joint', rest)).toContainEqual({ audience: 'joint', number: 2, fault: 'gap' })
    expect(await chainFaults('all', chain.acts)).toContainEqual({ audience: 'all', number: 1, fault: 'gap' })
    expect(parseRecord('{"format":"concordance-record/1"}')).toBeUndefined()
    expect(parseRecord('not JSON')).toBeUndefined()
  })
})

describe('[M3] decisions on amendments', () => {
  test('enter the record when they leave, by how many of each, and not before', async () => {
    const answered = await createTestRoom()
    const { draft } = await receiveAnswer(answered)
    const { amendments } = await amendmentsOf(answered, draft)
    const before = await answered.get('japChair', 'GET /api/record', {})
    await answered.get('japDrafter', 'POST /api/drafts/:id/decisions', {
      params: { id: draft.draft.id },
      body: { amendments: amendments.map(({ key }) => key), outcome: 'accepted', reason: null, edited: null },
    })
    expect(await answered.get('japChair', 'GET /api/record', {})).toEqual(before)
    await transmitDraft(answered, 'japChair', draft)
    const { chains } = await answered.get('fraReviewer', 'GET /api/record', {})
    const joint = chains.find(({ audience }) => audience === 'joint')!.acts
    expect(joint.findLast(({ kind }) => kind === 'version-transmitted')!.detail).toMatchObject({
      accepted: String(amendments.length),
    })
    await answered.close()
  })
})

describe('[O1] verify with a record that somebody took away', () => {
  test('finds a log that was rewritten as a whole, which holds in itself', async () => {
    const taken = await exportBy('fraChair')
    expect((await verify(room.deps.db, taken)).findings).toEqual([])
    const other = await createTestRoom()
    await transmitV1(other)
    expect((await verify(other.deps.db)).findings).toEqual([])
    const { findings } = await verify(other.deps.db, taken)
    expect(findings.join('\n')).toMatch(/act 1 of the chain joint of .* is not in this room/)
    await other.close()
  })

  test('finds an act that was moved to another circle', async () => {
    for (const table of ['act_chains', 'acts'])
      for (const act of ['update', 'delete'])
        await sql.raw(`drop trigger ${table}_refuse_${act}`).execute(room.deps.db)
    await sql.raw("delete from act_chains where number = 1 and audience = 'joint'").execute(room.deps.db)
    const { findings } = await verify(room.deps.db)
    expect(findings.join('\n')).toMatch(/the chain joint of .*: act 2 does not follow the act before it/)
    expect(findings.join('\n')).toMatch(/the chain joint of .* acts, the log has/)
  })
})
