import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Stage } from '../../../shared/model/edition.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const NEW_STAGE = {
  name: { fr: 'Relecture', ja: '確認' },
  turn: 'joint',
  versionLabel: null,
  confirmsEssential: false,
  startsFrom: 'last-received',
  due: { at: '2031-05-31T21:59:59Z', zone: 'Europe/Paris' },
  dueStatus: 'to-confirm',
  evidence: '« fin mai »',
} as const

const plan = async (): Promise<readonly Stage[]> =>
  (await room.get('observer', 'GET /api/edition', {})).stages
const kinds = async () => (await room.get('observer', 'GET /api/acts', {})).map(act => act.kind)
const position = async (id: string) => (await plan()).findIndex(stage => stage.id === id)

describe('[R1] the plan is changed by the organiser, and each change is logged', () => {
  test('a stage is added at the end, changed, and removed', async () => {
    const heard = room.listen('fraReviewer')
    const added = await room.get('organiser', 'POST /api/stages', { body: NEW_STAGE })
    expect(added).toMatchObject({ ...NEW_STAGE, due: { at: '2031-05-31T21:59:59.000Z' }, state: 'pending' })
    expect((await plan()).at(-1)).toEqual(added)
    const params = { id: added.id }
    const body = { ...NEW_STAGE, turn: 'fra', due: null } as const
    const changed = await room.get('organiser', 'PUT /api/stages/:id', { params, body })
    expect(changed).toEqual({ ...added, turn: 'fra', due: null })
    await room.get('organiser', 'DELETE /api/stages/:id', { params })
    expect(await position(added.id)).toBe(-1)
    expect((await kinds()).slice(0, 3)).toEqual(['stage-removed', 'stage-changed', 'stage-added'])
    expect(heard.map(event => event.topic)).toEqual(['plan', 'plan', 'plan'])
    const [act] = await room.get('japChair', 'GET /api/acts', {})
    expect(act).toMatchObject({
      by: { fr: 'Mandat organiser' },
      detail: { stageFr: 'Relecture', stageJa: '確認' },
    })
  })

  test('stages are put in another order, which must name each of them once', async () => {
    const before = (await plan()).map(stage => stage.id)
    const order = [...before].reverse()
    await room.get('organiser', 'PUT /api/stages', { body: { order } })
    expect((await plan()).map(stage => stage.id)).toEqual(order)
    for (const wrong of [order.slice(1), [...order.slice(1), order[1]!], [...order, 'stage-x'], []]) {
      const answer = await room.call('organiser', 'PUT /api/stages', { body: { order: wrong } })
      expect(answer).toMatchObject({ refusal: 'invalid', detail: 'order' })
    }
    expect((await plan()).map(stage => stage.id)).toEqual(order)
  })

  test('[R2] opening a stage by hand closes the current one, and rights follow', async () => {
    const [first, second] = (await plan()) as [Stage, Stage]
    room.wait({ minutes: 5 })
    const opened = await room.get('organiser', 'POST /api/stages/:id/open', { params: { id: second.id } })
    expect(opened).toMatchObject({ state: 'current', openedAt: room.now })
    expect((await plan()).filter(stage => stage.state === 'current')).toHaveLength(1)
    expect((await plan())[0]).toMatchObject({ id: first.id, state: 'done', closedAt: room.now })
    const text = room.edition.declaration
    const able = async (actor: Actor) =>
      (await room.get(actor, 'GET /api/texts/:id', { params: { id: text } })).abilities.writeDraft
    expect([await able('fraDrafter'), await able('japDrafter')]).toEqual([true, false])
  })

  test('a stage that was ever open stays, whatever was done in it', async () => {
    const [first, second] = (await plan()) as [Stage, Stage]
    await room.get('organiser', 'POST /api/stages/:id/open', { params: { id: second.id } })
    for (const { id } of [first, second]) {
      const answer = await room.call('organiser', 'DELETE /api/stages/:id', { params: { id } })
      expect(answer).toMatchObject({ refusal: 'stage-in-use' })
    }
  })

  test('[M2] nobody else changes plan or facts', async () => {
    const [stage] = await plan()
    const fact = room.edition.facts.values().next().value!
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      if (actor === 'organiser') continue
      const refusal = actor === 'stranger' ? 'not-found' : 'not-allowed'
      for (const answer of [
        await room.call(actor, 'POST /api/stages', { body: NEW_STAGE }),
        await room.call(actor, 'PUT /api/stages/:id', { params: { id: stage!.id }, body: NEW_STAGE }),
        await room.call(actor, 'DELETE /api/stages/:id', { params: { id: stage!.id } }),
        await room.call(actor, 'PUT /api/stages', { body: { order: [] } }),
        await room.call(actor, 'POST /api/stages/:id/open', { params: { id: stage!.id } }),
        await room.call(actor, 'PUT /api/facts/:id', {
          params: { id: fact },
          body: { value: null, status: 'open' },
        }),
      ])
        expect(answer, actor).toMatchObject({ refusal })
    }
  })

  test('a stage or fact that does not exist is not found, and nothing is logged', async () => {
    const before = await kinds()
    const params = { id: 'stage-x' }
    for (const answer of [
      await room.call('organiser', 'PUT /api/stages/:id', { params, body: NEW_STAGE }),
      await room.call('organiser', 'DELETE /api/stages/:id', { params }),
      await room.call('organiser', 'POST /api/stages/:id/open', { params }),
      await room.call('organiser', 'PUT /api/facts/:id', { params, body: { value: null, status: 'open' } }),
    ])
      expect(answer).toMatchObject({ refusal: 'not-found' })
    expect(await kinds()).toEqual(before)
  })
})

describe('[F1] facts', () => {
  test('are given a value in both languages and confirmed, which is logged and heard', async () => {
    const heard = room.listen('observer')
    const id = room.edition.facts.get('next-host')!
    const value = { fr: 'Kyōto', ja: '京都市' }
    const body = { value, status: 'confirmed' } as const
    const fact = await room.get('organiser', 'PUT /api/facts/:id', { params: { id }, body })
    expect(fact).toMatchObject({ key: 'next-host', value, status: 'confirmed' })
    expect((await room.get('observer', 'GET /api/edition', {})).facts).toContainEqual(fact)
    const [act] = await room.get('observer', 'GET /api/acts', {})
    expect(act).toMatchObject({
      kind: 'fact-changed',
      detail: { valueFr: 'Kyōto', valueJa: '京都市', status: 'confirmed' },
    })
    expect(heard).toEqual([{ topic: 'facts', subject: id }])
  })

  test('cannot be confirmed without a value, nor known in one language only', async () => {
    const params = { id: room.edition.facts.get('next-host')! }
    const unknown = { value: null, status: 'confirmed' } as const
    expect(await room.call('organiser', 'PUT /api/facts/:id', { params, body: unknown })).toMatchObject({
      refusal: 'invalid',
      detail: 'value',
    })
    const half = { value: { fr: 'Kyōto', ja: '' }, status: 'open' } as const
    expect(await room.call('organiser', 'PUT /api/facts/:id', { params, body: half })).toMatchObject({
      refusal: 'invalid',
    })
  })
})

test('[M3] acts are numbered as each reader sees them, so that gaps tell nothing', async () => {
  const text = room.edition.declaration
  await room.get('japDrafter', 'POST /api/texts/:id/draft', { params: { id: text } })
  await room.get('organiser', 'POST /api/stages', { body: NEW_STAGE })
  const seen = await room.get('fraDrafter', 'GET /api/acts', {})
  expect(seen.map(act => act.kind)).not.toContain('draft-opened')
  expect(seen.map(act => act.seq)).toEqual(seen.map((_, index) => seen.length - index))
  expect((await room.get('japDrafter', 'GET /api/acts', {})).map(act => act.kind)).toContain('draft-opened')
})
