import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EditedChoice } from '../../../shared/compare/decide.ts'
import type { Outcome } from '../../../shared/model/amendment.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { AmendmentsView, DraftView, VersionView } from '../../../shared/protocol/views.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import {
  COVER_NOTE,
  insertWords,
  openDraft,
  receiveAnswer,
  transmitDraft,
  type,
} from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor } from '../../support/test-edition.ts'

let room: TestRoom
let draft: DraftView
let answer: VersionView
let v1: VersionView
beforeEach(async () => {
  room = await createTestRoom()
  ;({ v1, answer, draft } = await receiveAnswer(room))
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const REASON = { fr: 'Déjà dit plus haut.', ja: '' }
const params = () => ({ id: draft.draft.id })

async function amendments(): Promise<AmendmentsView> {
  return (await room.get('japDrafter', 'GET /api/drafts/:id/amendments', { params: params() }))!
}

/** The keys: changed in both languages, changed in French only, added. */
async function keys(): Promise<readonly [both: string, frOnly: string, added: string]> {
  const view = await amendments()
  const find = (is: (amendment: AmendmentsView['amendments'][number]) => boolean) =>
    view.amendments.find(is)!.key
  return [
    find(({ kinds, alarm }) => kinds.includes('modified') && alarm === null),
    find(({ alarm }) => alarm === 'fr-only'),
    find(({ kinds }) => kinds.includes('inserted')),
  ]
}

function decide(
  amendment: string | readonly string[],
  outcome: Outcome,
  more: { reason?: BilingualLabel | null; edited?: EditedChoice | null; actor?: Actor } = {},
) {
  return room.call(more.actor ?? 'japDrafter', 'POST /api/drafts/:id/decisions', {
    params: params(),
    body: {
      amendments: typeof amendment === 'string' ? [amendment] : [...amendment],
      outcome,
      reason: more.reason ?? null,
      edited: more.edited ?? null,
    },
  })
}

const withdraw = (...taken: string[]) =>
  room.call('japDrafter', 'POST /api/drafts/:id/decisions/withdrawal', {
    params: params(),
    body: { amendments: taken },
  })

/** The draft's paragraphs; brackets as [side words]. */
async function words(language: 'fr' | 'ja'): Promise<string[]> {
  const text = await room.sync.readText(draft.draft.id)
  return text[language].map(({ content }) =>
    content
      .map(inline => {
        const bracket = inline.type === 'text' && inline.marks?.find(mark => mark.type === 'bracket')
        return bracket
          ? `[${bracket.by} ${plainText({ content: [inline] })}]`
          : plainText({ content: [inline] })
      })
      .join(''),
  )
}

describe('the amendments of an answer', () => {
  it('[A1] are the units that it changes, both languages together, undecided at first', async () => {
    const view = await amendments()
    expect(view).toMatchObject({
      base: { id: v1.id },
      answer: { id: answer.id },
      decisions: [],
      mayDecide: true,
    })
    expect(view.amendments.map(({ kinds, alarm }) => [kinds, alarm])).toEqual([
      [['modified'], null],
      [['modified'], 'fr-only'],
      [['inserted'], null],
    ])
  })

  it('[A1] are none for a draft that continues the words received', async () => {
    await decide(
      (await amendments()).amendments.map(({ key }) => key),
      'accepted',
    )
    await transmitDraft(room, 'japChair', draft)
    const next = await openDraft(room, 'fraDrafter')
    expect(
      await room.get('fraDrafter', 'GET /api/drafts/:id/amendments', { params: { id: next.draft.id } }),
    ).toBeNull()
    expect(
      await room.call('fraDrafter', 'POST /api/drafts/:id/decisions', {
        params: { id: next.draft.id },
        body: { amendments: ['x'], outcome: 'accepted', reason: null, edited: null },
      }),
    ).toMatchObject({ refusal: 'invalid' })
  })

  it('[M2] [M3] are seen by the side’s own, decided by its chairs and drafters, and exist for nobody else', async () => {
    const [both] = await keys()
    const read: Partial<Record<Actor, unknown>> = {}
    const decided: Partial<Record<Actor, unknown>> = {}
    const withdrawn: Partial<Record<Actor, unknown>> = {}
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      const seen = await room.call(actor, 'GET /api/drafts/:id/amendments', { params: params() })
      read[actor] = seen.ok ? seen.value?.mayDecide : seen.refusal
      const made = await decide(both, 'accepted', { actor })
      decided[actor] = made.ok ? made.value.decided.length : made.refusal
      const back = await room.call(actor, 'POST /api/drafts/:id/decisions/withdrawal', {
        params: params(),
        body: { amendments: [both] },
      })
      withdrawn[actor] = back.ok ? back.value.decided.length : back.refusal
    }
    const hidden = Object.fromEntries(
      Object.keys(ACTORS)
        .filter(actor => !actor.startsWith('jap') || actor === 'japLead')
        .map(actor => [actor, 'not-found']),
    )
    expect(read).toEqual({ ...hidden, japChair: true, japDrafter: true, japReviewer: false })
    expect(decided).toEqual({ ...hidden, japChair: 1, japDrafter: 1, japReviewer: 'not-allowed' })
    expect(withdrawn).toEqual({ ...hidden, japChair: 1, japDrafter: 1, japReviewer: 'not-allowed' })
  })

  it('[M3] are heard of live by the side’s own, and by nobody else', async () => {
    const [both] = await keys()
    const heard = Object.fromEntries(
      (Object.keys(ACTORS) as Actor[]).map(actor => [actor, room.listen(actor)]),
    )
    await decide(both, 'accepted')
    expect(Object.keys(heard).filter(actor => heard[actor]!.length)).toEqual([
      'japChair',
      'japDrafter',
      'japReviewer',
      'japLead',
    ])
  })
})

describe('a decision', () => {
  it('[A1] accepted puts the answer’s words in, both languages, as an edit of who decides', async () => {
    const [both, , added] = await keys()
    expect(await decide([both, added], 'accepted')).toMatchObject({
      value: { decided: [both, added], edited: [] },
    })
    expect(await words('fr')).toEqual([
      'Déclaration précédente',
      'Naturellement, Réunis ici, Nous, les représentants, coopérons.',
      'Nous nous reverrons dans deux ans.',
      'Nous associons les jeunes.',
    ])
    expect((await words('ja'))[1]).toBe('当然、ここに集う私たち代表は協力する。')
    const rows = await room.deps.db
      .selectFrom('draft_updates')
      .selectAll()
      .where('draft_id', '=', params().id)
      .execute()
    expect(rows.at(-1)!.mandate_id).toBe(room.edition.people.japDrafter.mandate!.id)
    const { decisions } = await amendments()
    expect(decisions).toMatchObject([
      { amendment: both, outcome: 'accepted', by: { fr: 'Mandat japDrafter' }, carried: true },
      { amendment: added, outcome: 'accepted' },
    ])
  })

  it('[A2] all accepted: the draft says what the answer says', async () => {
    const view = await amendments()
    await decide(
      view.amendments.map(({ key }) => key),
      'accepted',
    )
    const { content } = await room.get('japDrafter', 'GET /api/versions/:id', { params: { id: answer.id } })
    expect(await room.sync.readText(draft.draft.id)).toEqual(content)
  })

  it('[A1] rejected needs a reason, and leaves the draft as it is', async () => {
    const [both] = await keys()
    const before = await words('fr')
    for (const reason of [null, { fr: ' ', ja: '' }])
      expect(await decide(both, 'rejected', { reason })).toMatchObject({ refusal: 'reason-missing' })
    expect(await decide(both, 'rejected', { reason: REASON })).toMatchObject({ ok: true })
    expect(await words('fr')).toEqual(before)
    expect((await amendments()).decisions).toMatchObject([
      { outcome: 'rejected', reason: REASON, carried: false },
    ])
  })

  it('[A1] reserved leaves both wordings in brackets, in both languages', async () => {
    const [both, , added] = await keys()
    await decide([both, added], 'reserved')
    expect((await words('fr'))[1]).toBe(
      '[fra Naturellement, ]Réunis ici, Nous, les représentants, coopérons.',
    )
    expect((await words('ja'))[1]).toBe('[fra 当然、]ここに集う私たち代表は協力する。')
    expect((await words('ja'))[3]).toBe('[fra 若者とともに歩む。]')
  })

  it('[A1] taken back puts back exactly what stood before, one’s own words too', async () => {
    const [both, frOnly, added] = await keys()
    const before = await room.sync.readText(draft.draft.id)
    for (const outcome of ['accepted', 'reserved', 'modified'] as const) {
      await decide([both, frOnly, added], outcome)
      expect(await withdraw(both, frOnly, added)).toMatchObject({ value: { edited: [] } })
      expect(await room.sync.readText(draft.draft.id), outcome).toEqual(before)
      expect((await amendments()).decisions).toEqual([])
    }
    await type(room, 'japDrafter', draft, insertWords(1, 'Ici même, ', ''))
    const own = await room.sync.readText(draft.draft.id)
    await decide(both, 'accepted', { edited: 'theirs' })
    expect((await words('fr'))[1]).not.toContain('Ici même')
    await withdraw(both)
    expect(await room.sync.readText(draft.draft.id)).toEqual(own)
  })

  it('[A1] decided anew starts from what stood before the first decision', async () => {
    const [both] = await keys()
    const before = await words('fr')
    await decide(both, 'reserved')
    await decide(both, 'accepted')
    expect((await words('fr'))[1]).toBe('Naturellement, Réunis ici, Nous, les représentants, coopérons.')
    await decide(both, 'rejected', { reason: REASON })
    expect(await words('fr')).toEqual(before)
    expect((await amendments()).decisions).toHaveLength(1)
  })

  it('[A1] where the draft was edited at the same place waits for a choice, and does the rest', async () => {
    const [both, frOnly] = await keys()
    await type(room, 'japDrafter', draft, doc => {
      const text = wordsOf(doc, 'fr', 1)
      text.insert(text.length, ' Ensemble.')
    })
    expect(await decide([both, frOnly], 'accepted')).toMatchObject({
      value: { decided: [frOnly], edited: [{ amendment: both, mergeable: true }] },
    })
    await decide(both, 'accepted', { edited: 'both' })
    expect((await words('fr'))[1]).toBe(
      'Naturellement, Réunis ici, Nous, les représentants, coopérons. Ensemble.',
    )
    expect((await words('ja'))[1]).toBe('当然、ここに集う私たち代表は協力する。')
    await withdraw(both)
    await decide(both, 'modified', { edited: 'ours' })
    expect((await words('fr'))[1]).toBe('Réunis ici, Nous, les représentants, coopérons. Ensemble.')
  })

  it('[A1] whose words were edited since is taken back without them', async () => {
    const [both] = await keys()
    await decide(both, 'accepted')
    await type(room, 'japDrafter', draft, insertWords(1, 'Certes. ', ''))
    expect(await withdraw(both)).toMatchObject({ value: { edited: [{ amendment: both }] } })
    expect((await words('fr'))[1]).toContain('Certes. Naturellement, ')
    expect((await amendments()).decisions).toEqual([])
  })

  it('of an amendment that the answer does not have is refused, and nothing is done', async () => {
    const [both] = await keys()
    const before = await room.sync.readText(draft.draft.id)
    expect(await decide([both, 'u-none'], 'accepted')).toMatchObject({ refusal: 'invalid' })
    expect(await room.sync.readText(draft.draft.id)).toEqual(before)
    expect((await amendments()).decisions).toEqual([])
  })

  it('two at once are taken one after the other: none is lost', async () => {
    const [both, frOnly, added] = await keys()
    await Promise.all([
      decide(both, 'accepted'),
      decide(frOnly, 'accepted'),
      decide(added, 'accepted'),
      decide(both, 'reserved'),
    ])
    expect((await amendments()).decisions.map(({ outcome }) => outcome).sort()).toEqual([
      'accepted',
      'accepted',
      'reserved',
    ])
  })

  it('[fault 2] that could not be recorded leaves its words, and is taken by deciding again or by rejecting', async () => {
    const [both] = await keys()
    const before = await words('fr')
    const refuse = sql`create trigger stop before insert on decisions begin select raise(abort, 'killed'); end`
    await refuse.execute(room.deps.db)
    expect(await decide(both, 'accepted')).toMatchObject({ refusal: 'internal' })
    room.faults.length = 0
    await sql`drop trigger stop`.execute(room.deps.db)
    expect((await words('fr'))[1]).toContain('Naturellement, ')
    expect((await amendments()).decisions).toEqual([])
    await decide(both, 'accepted')
    expect((await amendments()).decisions).toMatchObject([{ outcome: 'accepted', carried: false }])
    await decide(both, 'rejected', { reason: REASON })
    expect(await words('fr')).toEqual(before)
  })

  it('[R9] that cannot be stored is none: the words and the record stay as they were', async () => {
    const [both] = await keys()
    room.sync.failure = Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
    await expect(decide(both, 'accepted')).resolves.toMatchObject({ refusal: 'internal' })
    room.sync.failure = null
    room.faults.length = 0
    expect((await amendments()).decisions).toEqual([])
  })
})

describe('transmitting with decisions', () => {
  const preview = () => room.get('japChair', 'GET /api/drafts/:id/preview', { params: params() })
  const transmit = (sha256: string, decisions: string | null) =>
    room.call('japChair', 'POST /api/drafts/:id/transmission', {
      params: params(),
      body: { coverNote: COVER_NOTE, sha256, decisions },
    })

  it('[R5] is stopped by an undecided amendment, and goes on once it is reserved', async () => {
    const [both, frOnly, added] = await keys()
    await decide([both, frOnly], 'accepted')
    const stopped = await preview()
    expect(stopped.findings[0]).toEqual({ kind: 'undecided-amendment', blocks: true, units: ['added'] })
    expect(await transmit(stopped.sha256, stopped.decisions!.sha256)).toMatchObject({
      refusal: 'amendments-undecided',
    })
    await decide(added, 'reserved')
    expect(await transmitDraft(room, 'japChair', draft)).toMatchObject({ label: 'V2' })
  })

  it('[R4] [R5] lets leave exactly the decisions that were shown', async () => {
    const view = await amendments()
    await decide(
      view.amendments.map(({ key }) => key),
      'rejected',
      { reason: REASON },
    )
    const shown = await preview()
    expect(shown.decisions).toMatchObject({ answer: { id: answer.id }, amendments: 3 })
    await decide(view.amendments[0]!.key, 'rejected', { reason: { fr: 'Autre motif.', ja: '' } })
    expect(await transmit(shown.sha256, shown.decisions!.sha256)).toMatchObject({
      refusal: 'text-changed-since-preview',
    })
    expect(await transmit(shown.sha256, null)).toMatchObject({ refusal: 'text-changed-since-preview' })
    const again = await preview()
    expect(await transmit(again.sha256, again.decisions!.sha256)).toMatchObject({ ok: true })
  })

  it('[M3] [R4] keeps them with the version, hashed, with reasons and without who decided', async () => {
    const [both, frOnly, added] = await keys()
    await decide(both, 'accepted')
    await decide(frOnly, 'rejected', { reason: REASON })
    await decide(added, 'reserved')
    const made = await transmitDraft(room, 'japChair', draft)
    const row = await room.deps.db
      .selectFrom('version_decisions')
      .selectAll()
      .where('version_id', '=', made.id)
      .executeTakeFirstOrThrow()
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(row.canonical))
    expect(Buffer.from(digest).toString('hex')).toBe(row.sha256)
    expect(JSON.parse(row.canonical)).toMatchObject({
      format: 'concordance-decisions/1',
      answer: answer.id,
      decisions: [
        { amendment: both, outcome: 'accepted', reason: null },
        { amendment: frOnly, outcome: 'rejected', reason: REASON },
        { amendment: added, outcome: 'reserved', units: ['added'] },
      ],
    })
    expect(row.canonical).not.toContain('mandate')
    await expect(
      room.deps.db.updateTable('version_decisions').set({ sha256: 'x' }).execute(),
    ).rejects.toThrow('cannot change')
    await expect(room.deps.db.deleteFrom('version_decisions').execute()).rejects.toThrow('cannot change')
  })

  it('[C6] shows where the text does not say what the decision says', async () => {
    const view = await amendments()
    await decide(
      view.amendments.map(({ key }) => key),
      'accepted',
    )
    expect((await preview()).findings.map(({ kind }) => kind)).not.toContain('decision-differs')
    await type(room, 'japDrafter', draft, insertWords(1, 'Mais ', ''))
    const finding = (await preview()).findings.find(({ kind }) => kind === 'decision-differs')
    expect(finding).toMatchObject({ blocks: false, units: [view.amendments[0]!.newUnits[0]] })
  })

  it('[R2] a transmitted draft takes no decision any more', async () => {
    const view = await amendments()
    await decide(
      view.amendments.map(({ key }) => key),
      'accepted',
    )
    await transmitDraft(room, 'japChair', draft)
    expect(await decide(view.amendments[0]!.key, 'reserved')).toMatchObject({ refusal: 'draft-closed' })
    expect(await withdraw(view.amendments[0]!.key)).toMatchObject({ refusal: 'draft-closed' })
  })
})
