import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { agreementAt, consentTo } from '../../support/agreeing.ts'
import {
  asked,
  askFor,
  changesIn,
  consentAs,
  declineAs,
  NEW_WORDS,
  openJoint,
  WHY,
  withdrawAs,
} from '../../support/changing.ts'
import { insertWords, transmitDraft, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
let joint: DraftView
let draft: DraftId
beforeEach(async () => {
  room = await createTestRoom()
  joint = await openJoint(room)
  draft = joint.draft.id
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
const french = async () => (await room.sync.readText(draft)).fr.map(block => plainText(block))
const stateOf = async (actor: Actor = 'fraReviewer') =>
  (await changesIn(room, actor, draft)).changes[0]?.state

describe('[S2] a change of a unit of the joint draft', () => {
  test('is made once the chairs of both sides have consented, who then agree on the unit', async () => {
    const change = await asked(room, 'japDrafter', draft, {
      askedFor: { fr: 'Ville de Shizuoka', ja: '静岡市' },
    })
    expect(change).toMatchObject({
      state: 'open',
      askedBy: 'jap',
      by: { ja: '担当 japDrafter' },
      answers: [],
    })
    const before = await french()
    expect(await consentAs(room, 'fraChair', change)).toMatchObject({ ok: true, value: { made: false } })
    expect(await french()).toEqual(before)
    room.wait({ minutes: 1 })
    expect(await consentAs(room, 'japChair', change)).toMatchObject({ ok: true, value: { made: true } })
    expect((await french())[1]).toBe(NEW_WORDS.fr[0])
    const [made] = (await changesIn(room, 'fraDrafter', draft)).changes
    expect(made).toMatchObject({ state: 'made', madeAt: room.now, askedFor: { ja: '静岡市' } })
    expect(made!.answers.map(({ side, outcome, by }) => [side, outcome, by!.fr])).toEqual([
      ['fra', 'consented', 'Mandat fraChair'],
      ['jap', 'consented', 'Mandat japChair'],
    ])
    const { units } = await agreementAt(room, 'japReviewer', `draft:${draft}`)
    expect(units.map(({ state }) => state)).toEqual(['open', 'agreed', 'open'])
    expect(units[1]!.pair).toBe(change.afterPair)
    const [act] = await room.get('organiser', 'GET /api/acts', {})
    expect(act).toMatchObject({
      kind: 'unit-changed',
      detail: {
        askedBy: 'jap',
        askedForFr: 'Ville de Shizuoka',
        fraFr: 'Mandat fraChair',
        japJa: '担当 japChair',
      },
    })
    expect(JSON.stringify(act)).not.toContain('coopérons')
    const history = await room.get('fraChair', 'GET /api/drafts/:id/history', { params: { id: draft } })
    expect(history.sittings.some(({ unitChanged }) => unitChanged)).toBe(true)
  })

  test('keeps the marks and the ids of what is left alone', async () => {
    const text = await room.sync.readText(draft)
    const { id } = text.fr[1]!
    const change = await asked(room, 'fraChair', draft, { consents: true })
    expect(change.answers).toMatchObject([{ side: 'fra', outcome: 'consented' }])
    await consentAs(room, 'japChair', change)
    const now = await room.sync.readText(draft)
    expect(now.fr[1]!.id).toBe(id)
    expect(now.fr.map(({ unit }) => unit)).toEqual(text.fr.map(({ unit }) => unit))
  })

  test('[A5] may say exact blocks, with marks; ids that are not the unit’s own are replaced', async () => {
    const text = await room.sync.readText(draft)
    const bracket = { type: 'bracket' as const, id: 'bracket-1', by: 'fra' as const }
    const change = await asked(room, 'fraChair', draft, {
      bracket: 'bracket-1',
      consents: true,
      blocks: {
        fr: [
          {
            ...{ id: text.fr[0]!.id, kind: 'recital', level: 1 },
            content: [
              { type: 'text', text: 'Considérant ' },
              { type: 'text', text: 'la paix', marks: [bracket] },
            ],
          },
        ],
        ja: [{ id: text.ja[1]!.id, kind: 'recital', level: 1, content: [{ type: 'text', text: '平和' }] }],
      },
    })
    expect(change.bracket).toBe('bracket-1')
    await consentAs(room, 'japChair', change)
    const now = await room.sync.readText(draft)
    expect(now.fr[1]).toMatchObject({ kind: 'recital', content: change.after.fr[0]!.content })
    expect(now.fr[0]).toEqual(text.fr[0])
    expect(now.ja[1]!.id).toBe(text.ja[1]!.id)
    expect(now.fr[1]!.id).not.toBe(text.fr[0]!.id)
  })

  test('is refused where it says nothing new, in one language only, or facts that do not exist', async () => {
    const same = await room.sync.readText(draft)
    const words = { fr: [plainText(same.fr[1]!)], ja: [plainText(same.ja[1]!)] }
    expect(await askFor(room, 'fraChair', draft, { words })).toMatchObject({ refusal: 'invalid' })
    expect(refusalOf(await askFor(room, 'fraChair', draft, { words: { fr: ['Seul.'], ja: [''] } }))).toBe(
      'language-missing',
    )
    const block = { id: 'x', kind: 'paragraph' as const, level: 1 as const }
    const blocks = {
      fr: [{ ...block, content: [{ type: 'fact' as const, fact: 'fact-of-nobody' }] }],
      ja: [{ ...block, content: [{ type: 'text' as const, text: '文' }] }],
    }
    expect(refusalOf(await askFor(room, 'fraChair', draft, { blocks }))).toBe('invalid')
    const link = { type: 'link' as const, href: 'javascript:alert(1)' }
    const linked = [{ ...block, content: [{ type: 'text' as const, text: 'ici', marks: [link] }] }]
    expect(refusalOf(await askFor(room, 'fraChair', draft, { blocks: { fr: linked, ja: linked } }))).toBe(
      'invalid',
    )
    expect(await stateOf()).toBeUndefined()
  })

  test('takes the unit out where it says nothing in either language', async () => {
    const change = await asked(room, 'fraChair', draft, { words: { fr: [], ja: [] }, consents: true })
    await consentAs(room, 'japChair', change)
    expect(await french()).toHaveLength(2)
    expect(await stateOf()).toBe('made')
  })

  test('is asked for one at a time for a unit', async () => {
    const first = await asked(room, 'fraDrafter', draft)
    expect(refusalOf(await askFor(room, 'japDrafter', draft))).toBe('change-open')
    await declineAs(room, 'japChair', first)
    expect((await askFor(room, 'japDrafter', draft)).ok).toBe(true)
  })

  test('is over once a side declines, which needs a reason that both read', async () => {
    const change = await asked(room, 'fraChair', draft, { consents: true })
    expect(refusalOf(await declineAs(room, 'japChair', change, { fr: ' ', ja: '' }))).toBe('reason-missing')
    await declineAs(room, 'japChair', change)
    expect(await stateOf()).toBe('declined')
    const [seen] = (await changesIn(room, 'fraReviewer', draft)).changes
    expect(seen!.answers[1]).toMatchObject({ side: 'jap', outcome: 'declined', reason: WHY })
    for (const chair of ['japChair', 'fraChair'] as const)
      expect(refusalOf(await consentAs(room, chair, change))).toBe('change-closed')
    expect(refusalOf(await withdrawAs(room, 'fraChair', change))).toBe('change-closed')
    expect((await french())[1]).not.toBe(NEW_WORDS.fr[0])
  })

  test('is taken back by the side that asked for it, and by no other', async () => {
    const change = await asked(room, 'fraDrafter', draft)
    expect(change.mayWithdraw).toBe(true)
    expect((await changesIn(room, 'japChair', draft)).changes[0]!.mayWithdraw).toBe(false)
    expect(refusalOf(await withdrawAs(room, 'japChair', change))).toBe('not-allowed')
    expect((await withdrawAs(room, 'fraChair', change)).ok).toBe(true)
    expect(await stateOf()).toBe('withdrawn')
    expect(refusalOf(await consentAs(room, 'japChair', change))).toBe('change-closed')
  })

  test('awaits the chairs who have not answered, and is told to both sides', async () => {
    const heard = { jap: room.listen('japReviewer'), organiser: room.listen('organiser') }
    const change = await asked(room, 'fraChair', draft, { consents: true })
    for (const events of Object.values(heard))
      expect(events).toEqual([{ topic: 'agreement', subject: room.edition.declaration }])
    const awaiting = async (actor: Actor) =>
      (await room.get(actor, 'GET /api/awaiting', {})).filter(({ kind }) => kind === 'unit-change')
    expect(await awaiting('japChair')).toMatchObject([{ change: change.id, number: 2, askedBy: 'fra' }])
    for (const actor of ['fraChair', 'japDrafter', 'organiser'] as const)
      expect(await awaiting(actor), actor).toEqual([])
    await consentAs(room, 'japChair', change)
    expect(await awaiting('japChair')).toEqual([])
  })
})

describe('[A3] a change meets other edits', () => {
  test('words edited meanwhile are not overwritten: nobody consents to them, and nothing is written', async () => {
    const change = await asked(room, 'fraChair', draft, { consents: true })
    await type(room, 'japDrafter', joint, insertWords(1, '', '当然、'))
    expect(await stateOf()).toBe('overtaken')
    expect(refusalOf(await consentAs(room, 'japChair', change))).toBe('unit-edited')
    expect((await changesIn(room, 'japChair', draft)).changes[0]!.answers).toHaveLength(1)
    expect((await askFor(room, 'japDrafter', draft)).ok).toBe(true)
  })

  test('an edit between the second consent and its writing stops it, and consents to nothing', async () => {
    const change = await asked(room, 'fraChair', draft, { consents: true })
    const { rewrite } = room.sync
    room.sync.rewrite = async (...given) => {
      await type(room, 'japDrafter', joint, insertWords(1, 'Or, ', ''))
      return rewrite.apply(room.sync, given)
    }
    expect(refusalOf(await consentAs(room, 'japChair', change))).toBe('unit-edited')
    room.sync.rewrite = rewrite
    expect((await french())[1]).toContain('Or, ')
    expect(await stateOf()).toBe('overtaken')
    const { units } = await agreementAt(room, 'japChair', `draft:${draft}`)
    expect(units[1]!.consents).toEqual([])
  })

  test('edits of other units leave it alone, and are left alone', async () => {
    const change = await asked(room, 'fraChair', draft, { consents: true })
    await type(room, 'japDrafter', joint, insertWords(2, 'Ensuite, ', ''))
    expect((await consentAs(room, 'japChair', change)).ok).toBe(true)
    expect((await french())[2]).toMatch(/^Ensuite, /)
  })

  test('both chairs at once make it once', async () => {
    const change = await asked(room, 'fraDrafter', draft)
    const given = await Promise.all([
      consentAs(room, 'fraChair', change),
      consentAs(room, 'japChair', change),
      consentAs(room, 'fraChair', change),
    ])
    expect(given.every(({ ok }) => ok)).toBe(true)
    const acts = await room.get('organiser', 'GET /api/acts', {})
    expect(acts.filter(({ kind }) => kind === 'unit-changed')).toHaveLength(1)
    expect(acts.filter(({ kind }) => kind === 'change-consented')).toHaveLength(2)
    expect((await french())[1]).toBe(NEW_WORDS.fr[0])
  })

  test('the hash of other words is no consent to these', async () => {
    const change = await asked(room, 'fraChair', draft)
    const answer = await consentAs(room, 'japChair', { ...change, afterPair: change.beforePair })
    expect(refusalOf(answer)).toBe('pair-changed')
    expect(refusalOf(await askFor(room, 'japDrafter', draft, { beforePair: '0'.repeat(64) }))).toBe(
      'pair-changed',
    )
  })

  test('it lapses when the draft is transmitted', async () => {
    const change = await asked(room, 'fraChair', draft, { consents: true })
    await consentTo(room, 'japChair', `draft:${draft}`, [0])
    await type(room, 'japDrafter', joint, insertWords(0, 'La ', ''))
    await transmitDraft(room, 'fraChair', joint)
    for (const answer of [
      await consentAs(room, 'japChair', change),
      await declineAs(room, 'japChair', change),
      await withdrawAs(room, 'fraChair', change),
      await askFor(room, 'fraChair', draft),
    ])
      expect(refusalOf(answer)).toBe('draft-closed')
    expect(await stateOf()).toBe('lapsed')
    const view = await changesIn(room, 'fraChair', draft)
    expect(view).toMatchObject({ asksFor: [], answersFor: null })
  })
})

describe('[O1] a process that dies in between', () => {
  const dying = () => {
    throw new Error('killed')
  }

  test('after the words, before the record: the next request completes the record, once', async () => {
    const change = await asked(room, 'fraChair', draft, { consents: true })
    const { newId } = room.deps
    // The ids of consents are the first thing that the record needs.
    Object.assign(room.deps, {
      newId: ((kind: 'consent') => (kind === 'consent' ? dying() : newId(kind))) as never,
    })
    await rebuild()
    await consentAs(room, 'japChair', change)
    expect((await french())[1]).toBe(NEW_WORDS.fr[0])
    Object.assign(room.deps, { newId })
    await rebuild()
    const recorded = async () =>
      (await room.get('organiser', 'GET /api/acts', {})).filter(({ kind }) => kind === 'unit-changed')
    expect(await recorded()).toHaveLength(0)
    expect(await stateOf()).toBe('made')
    expect(await stateOf()).toBe('made')
    expect(await recorded()).toHaveLength(1)
    const { units } = await agreementAt(room, 'fraChair', `draft:${draft}`)
    expect(units[1]!.state).toBe('agreed')
    room.faults.length = 0
  })

  test('after the consents, before the words: either chair’s next press makes it', async () => {
    const change = await asked(room, 'fraChair', draft, { consents: true })
    room.sync.failure = new Error('killed')
    await consentAs(room, 'japChair', change)
    room.sync.failure = null
    expect(await stateOf()).toBe('open')
    expect((await french())[1]).not.toBe(NEW_WORDS.fr[0])
    expect(await consentAs(room, 'fraChair', change)).toMatchObject({ ok: true, value: { made: true } })
    expect(await stateOf()).toBe('made')
    room.faults.length = 0
  })

  /** The routes hold what they were made with. */
  async function rebuild() {
    const { TestRoom: Room } = await import('../../support/test-app.ts')
    const { sync, edition, faults, deps, now } = room
    room = new Room({ deps: { ...deps }, sync, edition, faults, time: { now } })
  }
})

test('[R4] the database refuses to change or remove what was asked and answered', async () => {
  const change = await asked(room, 'fraChair', draft, { consents: true })
  await consentAs(room, 'japChair', change)
  const { db } = room.deps
  for (const attempt of [
    sql`update unit_changes set words_after = '{}'`,
    sql`update unit_changes set made_at = null`,
    sql`update unit_changes set made_at = '2031-01-01T00:00:00.000Z'`,
    sql`delete from unit_changes`,
    sql`update unit_change_answers set outcome = 'declined'`,
    sql`delete from unit_change_answers`,
    sql`insert or replace into unit_change_answers (change_id, side, outcome, mandate_id, at)
        select change_id, side, 'declined', mandate_id, at from unit_change_answers`,
  ])
    await expect(attempt.execute(db)).rejects.toThrow('cannot change')
})
