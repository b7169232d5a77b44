import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  declarationOf,
  importPrevious,
  insertWords,
  openDraft,
  receiveAnswer,
  transmitV1,
  type,
} from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const news = (actor: Actor, since?: string) =>
  room.get(actor, 'GET /api/news', since === undefined ? {} : { query: { since } })
const visit = (actor: Actor) => room.get(actor, 'POST /api/desk/visit', {})
const look = (actor: Actor) => room.get(actor, 'POST /api/texts/:id/visit', { params: declarationOf(room) })
const changed = async (actor: Actor, since?: string) =>
  (await news(actor, since)).texts.map(({ compared }) => compared?.changed)
const unitsOf = async (actor: Actor, since?: string) =>
  (await news(actor, since)).texts.flatMap(({ units }) => units.map(({ number }) => number))

describe('what changed in the texts', () => {
  it('[D4] [D1] comes by unit, with both languages compared in place, from a state that can be gone to', async () => {
    await importPrevious(room)
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertWords(0, 'Vieux ', '古い'))
    await visit('japChair')
    const seen = room.now
    expect((await news('japChair')).texts).toEqual([])
    room.wait({ days: 1 })
    expect((await news('japChair')).texts).toEqual([])
    await type(room, 'japDrafter', draft, insertWords(1, 'Un ', '一'))
    await type(room, 'japDrafter', draft, insertWords(2, 'Deux ', ''))
    const { since, texts } = await news('japChair')
    expect([since, texts.length]).toEqual([seen, 1])
    const { compared, units, more } = texts[0]!
    expect(compared).toMatchObject({
      from: `state:${draft.draft.id}@${seen}`,
      to: `draft:${draft.draft.id}`,
      changed: { units: 2, fr: 2, ja: 1 },
    })
    expect(units).toMatchObject([
      { number: 2, words: { fr: expect.stringMatching(/^Un Nous/) }, change: { alarm: null } },
      { number: 3, change: { alarm: 'fr-only' } },
    ])
    expect(more).toBe(0)
    const { from, to } = compared!
    const shown = await room.get('japChair', 'GET /api/comparisons', { query: { from, to } })
    expect(shown.comparison.rows.filter(row => row.kinds.length > 0)).toEqual(units.map(unit => unit.change))
    for (const actor of ['fraChair', 'organiser', 'observer'] as const)
      expect((await news(actor, seen)).texts, actor).toEqual([])
  })

  it('[D1] counts from the base when the draft was begun since', async () => {
    const previous = await importPrevious(room)
    await visit('japChair')
    room.wait({ days: 1 })
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertWords(1, 'Un ', ''))
    expect((await news('japChair')).texts).toMatchObject([
      {
        compared: {
          from: `version:${previous.id}`,
          to: `draft:${draft.draft.id}`,
          changed: { fr: 1, ja: 0 },
        },
      },
    ])
  })

  it('[D4] begins at the last visit to the text where that was later, but not when an instant was asked for', async () => {
    await importPrevious(room)
    const draft = await openDraft(room, 'japDrafter')
    await visit('japChair')
    const first = room.now
    room.wait({ days: 1 })
    await type(room, 'japDrafter', draft, insertWords(1, 'Un ', ''))
    room.wait({ days: 1 })
    await look('japChair')
    const second = room.now
    room.wait({ days: 1 })
    expect(await changed('japChair')).toEqual([])
    await type(room, 'japDrafter', draft, insertWords(2, 'Deux ', ''))
    expect(await unitsOf('japChair')).toEqual([3])
    expect((await news('japChair')).since).toBe(first)
    expect((await news('japChair')).texts[0]!.since).toBe(second)
    expect(await unitsOf('japChair', first)).toEqual([2, 3])
  })

  it('[D4] leaves out what the reader wrote, and keeps a unit in which somebody else wrote too', async () => {
    await importPrevious(room)
    const draft = await openDraft(room, 'japDrafter')
    room.wait({ days: 1 })
    const since = room.now
    room.wait({ minutes: 10 })
    await type(room, 'japDrafter', draft, insertWords(0, 'Mien ', '私の'))
    await type(room, 'japDrafter', draft, insertWords(1, 'Mien ', ''))
    await type(room, 'japChair', draft, insertWords(1, 'Autre ', ''))
    await type(room, 'japChair', draft, insertWords(2, '', '別の'))
    expect(await unitsOf('japDrafter', since)).toEqual([2, 3])
    expect(await unitsOf('japChair', since)).toEqual([1, 2])
    expect(await unitsOf('japReviewer', since)).toEqual([1, 2, 3])
  })

  it('[D4] a version that the other side transmitted is news, also to whoever wrote what it answers', async () => {
    await importPrevious(room)
    const before = room.now
    room.wait({ days: 1 })
    const { answer } = await receiveAnswer(room)
    expect((await news('fraReviewer', before)).texts).toMatchObject([
      { compared: { to: `version:${answer.id}` } },
    ])
    expect(await unitsOf('organiser', before)).toEqual([2, 3, 4])
  })

  it('[D4] nothing is new to somebody who was never here, who reads the acts so far', async () => {
    await transmitV1(room)
    const { since, texts, acts } = await news('fraChair')
    expect([since, texts]).toEqual([null, []])
    expect(acts.map(({ kind }) => kind)).toContain('version-transmitted')
  })
})

describe('what was done', () => {
  it('[D4] leaves out what the reader did', async () => {
    await importPrevious(room)
    const before = room.now
    room.wait({ days: 1 })
    await transmitV1OfDraft()
    const kinds = async (actor: Actor) => (await news(actor, before)).acts.map(({ kind }) => kind)
    expect(await kinds('fraDrafter')).toEqual(['stage-opened', 'version-transmitted'])
    expect(await kinds('japDrafter')).toEqual(['stage-opened', 'version-transmitted'])
    expect(await kinds('japChair')).toEqual(['draft-opened'])
    // Numbered as the log is, without gaps that would tell of others.
    const all = await room.get('fraDrafter', 'GET /api/acts', {})
    expect((await news('fraDrafter', before)).acts).toEqual(all.slice(0, 2))
  })

  it('[R7] says from when to when a deadline moved', async () => {
    const { stages } = await room.get('organiser', 'GET /api/edition', {})
    const { id, name, turn, versionLabel, confirmsEssential, startsFrom, evidence } = stages[0]!
    const change = (due: { at: string; zone: string } | null) =>
      room.get('organiser', 'PUT /api/stages/:id', {
        params: { id },
        body: {
          ...{ name, turn, versionLabel, confirmsEssential, startsFrom, evidence },
          ...{ due, dueStatus: 'confirmed' },
        },
      })
    const before = room.now
    room.wait({ minutes: 1 })
    await change({ at: '2031-05-31T21:59:59.000Z', zone: 'Europe/Paris' })
    await change({ at: '2031-05-31T21:59:59.000Z', zone: 'Europe/Paris' })
    await change({ at: '2031-06-07T14:59:59.000Z', zone: 'Asia/Tokyo' })
    await change(null)
    const details = (await news('observer', before)).acts.map(({ detail }) => detail)
    expect(
      details.map(({ dueBefore, due, dueBeforeZone, dueZone }) => [dueBefore, dueBeforeZone, due, dueZone]),
    ).toEqual([
      ['2031-06-07T14:59:59.000Z', 'Asia/Tokyo', '', ''],
      ['2031-05-31T21:59:59.000Z', 'Europe/Paris', '2031-06-07T14:59:59.000Z', 'Asia/Tokyo'],
      [undefined, undefined, undefined, undefined],
      ['', '', '2031-05-31T21:59:59.000Z', 'Europe/Paris'],
    ])
  })

  it('[M1] is told to those with a mandate, since an instant that is one', async () => {
    expect(await room.call('stranger', 'GET /api/news', {})).toMatchObject({ refusal: 'not-found' })
    expect(await room.call('stranger', 'GET /api/awaiting', {})).toMatchObject({ refusal: 'not-found' })
    expect(await room.call('fraChair', 'GET /api/news', { query: { since: 'hier' } })).toMatchObject({
      refusal: 'invalid',
      detail: 'since',
    })
  })

  async function transmitV1OfDraft() {
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertWords(1, 'Réunis ici, ', 'ここに集う'))
    const params = { id: draft.draft.id }
    const { sha256 } = await room.get('japChair', 'GET /api/drafts/:id/preview', { params })
    const coverNote = { fr: 'a', ja: 'b' }
    await room.get('japChair', 'POST /api/drafts/:id/transmission', {
      params,
      body: { coverNote, sha256, decisions: null },
    })
  }
})
