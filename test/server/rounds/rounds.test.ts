import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { Anchor, Place } from '../../../shared/model/thread.ts'
import type { RoundEntry, RoundView } from '../../../shared/protocol/round-views.ts'
import type { DraftView, VersionView } from '../../../shared/protocol/views.ts'
import { amendmentsOf, decideIn, REASON } from '../../support/deciding.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import { declarationOf, openDraft, receiveAnswer, transmitDraft, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { type Actor, FRENCH, JAPANESE } from '../../support/test-edition.ts'

let room: TestRoom
let v1: VersionView
let answer: VersionView
let draft: DraftView
/** The amendments of the answer: both languages reworded, French only reworded, a paragraph added. */
let both: string
let frOnly: string
let added: string

beforeEach(async () => {
  room = await createTestRoom()
  ;({ v1, answer, draft } = await receiveAnswer(room))
  ;[both, frOnly, added] = (await amendmentsOf(room, draft)).amendments.map(({ key }) => key) as [
    string,
    string,
    string,
  ]
  room.wait({ minutes: 1 })
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const ask = (actor: Actor, version: { readonly id: string } = answer, query: Record<string, string> = {}) =>
  room.call(actor, 'GET /api/versions/:id/round', { params: { id: version.id }, query })

async function roundOf(actor: Actor = 'fraDrafter', internal = false, of = answer): Promise<RoundView> {
  const asked = await ask(actor, of, internal ? { internal: 'own' } : {})
  if (!asked.ok || !asked.value) throw new Error(`${actor} sees no round`)
  return asked.value
}

/** Begins a thread on a unit; no two at one instant. */
async function begin(
  actor: Actor,
  place: Place,
  audience: 'fra' | 'jap' | 'joint',
  body: string,
  unit: string = both,
): Promise<string> {
  room.wait({ ms: 1 })
  const anchor = { unit, blocks: [], passage: null } as unknown as Anchor
  const thread = await room.get(actor, 'POST /api/texts/:id/threads', {
    params: declarationOf(room),
    body: { place, audience, anchor, body, assignee: null } as never,
  })
  return thread.id
}
const reply = (actor: Actor, thread: string, body: string) =>
  room.get(actor, 'POST /api/threads/:id/comments', { params: { id: thread }, body: { body } })
const resolve = (actor: Actor, thread: string, resolved = true) =>
  room.get(actor, 'PUT /api/threads/:id/state', { params: { id: thread }, body: { resolved } })
const at = (version: VersionView): Place => `version:${version.id}`

const outcomes = ({ entries }: RoundView) =>
  entries.map(({ amendment }) => amendment && (amendment.decision?.outcome ?? 'undecided'))
const bodies = (entry: RoundEntry | undefined) =>
  entry?.threads.map(({ comments }) => comments.map(({ body }) => body))

async function transmitted(): Promise<VersionView> {
  await decideIn(room, draft, [both], 'accepted')
  await decideIn(room, draft, [frOnly], 'rejected')
  await decideIn(room, draft, [added], 'reserved')
  return transmitDraft(room, 'japChair', draft)
}

describe('the table of a round', () => {
  it('[C6] [A1] has each amendment in reading order with outcome, reason and fate once a version followed', async () => {
    const v2 = await transmitted()
    const view = await roundOf()
    expect([view.base.id, view.answer.id]).toEqual([v1.id, answer.id])
    expect(view.end).toMatchObject({ state: 'transmitted', version: { id: v2.id, label: 'V2' } })
    expect(view.entries.map(({ place }) => place)).toEqual([
      { in: 'answer', numbers: [2] },
      { in: 'answer', numbers: [3] },
      { in: 'answer', numbers: [4] },
    ])
    expect(outcomes(view)).toEqual(['accepted', 'rejected', 'reserved'])
    expect(view.entries.map(({ amendment }) => amendment!.decision!.reason)).toEqual([null, REASON, null])
    expect(view.entries.map(({ amendment }) => amendment!.fate)).toEqual(['taken', 'not-taken', 'in-part'])
    expect(view.entries[0]!.words).toEqual({
      fr: 'Naturellement, Réunis ici, Nous, les représentants,…',
      ja: '当然、ここに集う私たち代表は協力する。',
    })
    expect(view.entries[2]!.amendment!.now).toHaveLength(1)
    expect(view.entries[0]!.amendment!.now).toEqual([])
  })

  it('[C6] a decision that the text does not follow is said to differ', async () => {
    await decideIn(room, draft, [both, frOnly, added], 'accepted')
    await type(room, 'japDrafter', draft, doc => wordsOf(doc, 'fr', 2).delete(0, 'Bien sûr, '.length))
    await transmitDraft(room, 'japChair', draft)
    const view = await roundOf()
    expect(view.entries.map(({ amendment }) => amendment!.differs)).toEqual([false, true, false])
  })

  it('[T1] keeps an amendment and the threads of its unit together, wherever they were begun', async () => {
    await begin('fraDrafter', at(v1), 'joint', 'Pourquoi « réunis » ?')
    await begin('japDrafter', at(answer), 'joint', '「当然」は強すぎます。')
    await begin('fraChair', at(answer), 'joint', 'Sur le titre.', await titleUnit())
    const view = await roundOf()
    expect(view.entries.map(({ amendment, place }) => [amendment?.key ?? null, ...place.numbers])).toEqual([
      [null, 1],
      [both, 2],
      [frOnly, 3],
      [added, 4],
    ])
    expect(bodies(view.entries[0])).toEqual([['Sur le titre.']])
    expect(bodies(view.entries[1])).toEqual([['Pourquoi « réunis » ?'], ['「当然」は強すぎます。']])
    expect(view.entries[1]!.threads.map(({ origin, by }) => [origin, by.side])).toEqual([
      ['V1', 'fra'],
      ['V1-FRA', 'jap'],
    ])
  })

  it('[T1] a thread whose unit is in no text of the round stands at the end, with its words', async () => {
    const thread = await begin('fraDrafter', at(answer), 'joint', 'Et ceci ?', added)
    await room.deps.db
      .updateTable('thread_anchors')
      .set({ anchor: JSON.stringify({ unit: 'gone', blocks: [], passage: null }) })
      .where('thread_id', '=', thread)
      .execute()
    const view = await roundOf()
    expect(view.entries.flatMap(({ threads }) => threads)).toEqual([])
    expect(view.detached.map(({ comments }) => comments[0]!.body)).toEqual(['Et ceci ?'])
  })

  it('[T1] a thread on a unit that only the third text has follows the unit before it', async () => {
    const text = await room.sync.readText(draft.draft.id)
    const block = (unit: string, id: string, words: string) =>
      ({ id, unit, kind: 'paragraph', level: 1, content: [{ type: 'text', text: words }] }) as never
    await room.sync.rewrite(draft.draft.id, room.edition.people.japDrafter.mandate!.id, () => ({
      fr: [...text.fr.slice(0, 2), block('new', 'fr-new', 'Nouveau.'), ...text.fr.slice(2)],
      ja: [...text.ja.slice(0, 2), block('new', 'ja-new', '新しい。'), ...text.ja.slice(2)],
    }))
    await begin('japDrafter', `draft:${draft.draft.id}`, 'jap', '追加しました。', 'new')
    const view = await roundOf('japReviewer', true)
    expect(view.entries.map(({ key, place }) => [key, place.in, ...place.numbers])).toEqual([
      [both, 'answer', 2],
      ['new', 'end', 3],
      [frOnly, 'answer', 3],
      [added, 'answer', 4],
    ])
    expect(view.entries[1]!.words).toEqual({ fr: 'Nouveau.', ja: '新しい。' })
  })

  it('[T3] shows threads as they stood when the round ended, and says what came afterwards', async () => {
    const settled = await begin('fraDrafter', at(answer), 'joint', 'Ceci est essentiel.')
    room.wait({ minutes: 1 })
    await reply('japDrafter', settled, '承知しました。')
    await resolve('japDrafter', settled)
    const open = await begin('japDrafter', at(answer), 'joint', '確認をお願いします。', frOnly)
    room.wait({ minutes: 1 })
    const v2 = await transmitted()
    room.wait({ minutes: 1 })
    await reply('fraDrafter', open, 'C’est confirmé.')
    await resolve('fraDrafter', open)
    const late = await begin('fraDrafter', at(answer), 'joint', 'Trop tard.', added)

    const view = await roundOf()
    const threads = view.entries.flatMap(each => each.threads)
    expect(
      threads.map(({ id, comments, resolved, since }) => [id, comments.length, !!resolved, since]),
    ).toEqual([
      [settled, 2, true, null],
      [open, 1, false, { comments: 1, resolved: true }],
    ])
    // What was said later belongs to the next round, once V2 is answered.
    const second = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', second, doc => wordsOf(doc, 'fr', 0).insert(0, 'Notre '))
    const next = await transmitDraft(room, 'fraChair', second)
    const after = await roundOf('fraDrafter', false, next)
    expect(after.base.id).toBe(v2.id)
    expect(after.entries.flatMap(each => each.threads.map(({ id }) => id))).toEqual([open, late])
    expect(bodies(after.entries.find(({ threads }) => threads[0]?.id === open))).toEqual([
      ['確認をお願いします。', 'C’est confirmé.'],
    ])
  })

  it('[T3] a deleted comment leaves its trace without its words; a thread without any is left out', async () => {
    const kept = await begin('fraDrafter', at(answer), 'joint', 'Gardé.')
    await reply('fraDrafter', kept, 'Secret effacé.')
    const gone = await begin('fraDrafter', at(answer), 'joint', 'Tout effacé.')
    const comments = (await roundOf()).entries[0]!.threads
    const erase = (id: string) => room.get('fraDrafter', 'DELETE /api/comments/:id', { params: { id } })
    await erase(comments.find(({ id }) => id === kept)!.comments[1]!.id)
    await erase(comments.find(({ id }) => id === gone)!.comments[0]!.id)
    const view = await roundOf()
    expect(bodies(view.entries[0])).toEqual([['Gardé.', null]])
    expect(JSON.stringify(view)).not.toMatch(/effacé/)
  })

  it('[C6] is there for an answer and null for every other version', async () => {
    await transmitted()
    const { versions } = await room.get('fraChair', 'GET /api/texts/:id', { params: declarationOf(room) })
    const found: Record<string, boolean> = {}
    for (const version of versions) {
      const asked = await ask('fraChair', version)
      found[version.label] = asked.ok && asked.value !== null
    }
    expect(found).toEqual({ Précédente: false, V1: false, 'V1-FRA': true, V2: false })
  })

  it('[R4] a record about amendments that are none is not dropped', async () => {
    const v2 = await transmitted()
    const { canonical } = await room.deps.db
      .selectFrom('version_decisions')
      .select('canonical')
      .executeTakeFirstOrThrow()
    const { sql } = await import('kysely')
    await sql`drop trigger version_decisions_refuse_delete`.execute(room.deps.db)
    await room.deps.db.deleteFrom('version_decisions').execute()
    await room.deps.db
      .insertInto('version_decisions')
      .values({
        version_id: v2.id,
        answer_version_id: answer.id,
        canonical: canonical.replaceAll(`"${both}"`, '"other"'),
        sha256: 'x',
      })
      .execute()
    expect(await roundOf()).toMatchObject({ unplaced: [{ amendment: 'other', outcome: 'accepted' }] })
  })
})

describe('[M3] who sees what of it', () => {
  const SECRET = { fr: 'Nous ne céderons pas.', ja: '譲歩しない。' }

  it('what is decided in an open draft is there for those who may read it, and a table without it for all others', async () => {
    const before = new Map<Actor, string>()
    const outsiders: readonly Actor[] = [...FRENCH, 'organiser', 'japLead']
    const raw = async (actor: Actor) => {
      const response = await room.fetch(actor, 'GET', `/api/versions/${answer.id}/round?internal=own`)
      return [response.status, await response.text()].join(' ')
    }
    for (const actor of outsiders) before.set(actor, await raw(actor))
    await decideIn(room, draft, [both], 'accepted')
    await decideIn(room, draft, [frOnly], 'rejected', { reason: SECRET })
    await begin('japDrafter', `draft:${draft.draft.id}`, 'jap', '内密の方針', added)
    for (const actor of ['japChair', 'japDrafter', 'japReviewer'] as const) {
      const view = await roundOf(actor)
      expect(view.end, actor).toEqual({ state: 'draft', draft: draft.draft.id })
      expect(outcomes(view)).toEqual(['accepted', 'rejected', 'undecided'])
      expect(view.entries.map(({ amendment }) => amendment!.fate)).toEqual([
        'taken',
        'not-taken',
        'not-taken',
      ])
      expect(JSON.stringify(view)).not.toContain('内密')
      expect(JSON.stringify(await roundOf(actor, true))).toContain('内密')
    }
    for (const actor of outsiders) {
      expect(await raw(actor), actor).toBe(before.get(actor))
      expect(before.get(actor)).toContain('"end":{"state":"waiting"}')
      expect(before.get(actor)).not.toContain(draft.draft.id)
    }
  })

  it('internal threads come only when asked for, and only to their own side', async () => {
    await begin('japReviewer', at(answer), 'jap', '内部の意見')
    await begin('fraReviewer', at(answer), 'fra', 'Avis interne')
    await begin('fraReviewer', at(answer), 'joint', 'Avis partagé')
    for (const actor of [...FRENCH, ...JAPANESE, 'organiser'] as const) {
      const [plain, own] = [JSON.stringify(await roundOf(actor)), JSON.stringify(await roundOf(actor, true))]
      expect(plain, actor).not.toMatch(/内部の意見|Avis interne/)
      for (const words of [plain, own]) expect(words, actor).toContain('Avis partagé')
      expect(own.includes('内部の意見'), actor).toBe(JAPANESE.includes(actor as never))
      expect(own.includes('Avis interne'), actor).toBe(FRENCH.includes(actor as never))
    }
    expect(await roundOf('organiser', true)).toMatchObject({ internal: false, mayAddInternal: false })
    expect(await roundOf('fraLead', true)).toMatchObject({ internal: true, mayAddInternal: true })
  })

  it('without internal threads both sides and the organiser read the same, byte for byte', async () => {
    await begin('fraReviewer', at(answer), 'joint', 'Avis partagé')
    await begin('japReviewer', at(answer), 'jap', '内部の意見')
    await transmitted()
    const seen = await Promise.all(
      (['fraChair', 'fraLead', 'japChair', 'japReviewer'] as const).map(async actor =>
        (await room.fetch(actor, 'GET', `/api/versions/${answer.id}/round`)).text(),
      ),
    )
    expect(new Set(seen).size).toBe(1)
    const { person, mandate } = room.edition.people.japDrafter
    for (const secret of [person.id, mandate!.id, mandate!.title.fr]) expect(seen[0]).not.toContain(secret)
    expect(await roundOf('organiser')).toEqual({ ...JSON.parse(seen[0]!), mayAddInternal: false })
  })

  it('[M2] an observer reads it once base and answer are open to them, without threads, and no trace of what followed before that is open too', async () => {
    await begin('fraReviewer', at(answer), 'joint', 'Avis partagé')
    const open = (version: { readonly id: string }) =>
      room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: version.id } })
    expect(await ask('observer')).toMatchObject({ ok: false, status: 404, refusal: 'not-found' })
    await open(answer)
    expect(await ask('observer')).toMatchObject({ ok: true, value: null })
    await open(v1)
    const before = await roundOf('observer', true)
    expect(before.end).toEqual({ state: 'waiting' })
    expect(JSON.stringify(before)).not.toContain('Avis')
    const v2 = await transmitted()
    expect(await roundOf('observer', true)).toEqual(before)
    await open(v2)
    expect(await roundOf('observer')).toMatchObject({ end: { state: 'transmitted', version: { id: v2.id } } })
    expect(JSON.stringify(await roundOf('observer', true))).not.toContain('Avis')
  })

  it('[M1] a stranger, and whoever is not signed in, is told nothing', async () => {
    expect(await ask('stranger')).toMatchObject({ status: 404, refusal: 'not-found' })
    expect(await room.call(null, 'GET /api/versions/:id/round', { params: { id: answer.id } })).toMatchObject(
      { refusal: 'not-signed-in' },
    )
  })
})

async function titleUnit(): Promise<string> {
  const { content } = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: answer.id } })
  expect(plainText(content.fr[0]!)).toContain('Déclaration')
  return content.fr[0]!.unit
}
