import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fate } from '../../../shared/model/amendment.ts'
import type { DraftView, FatesView, VersionView } from '../../../shared/protocol/views.ts'
import { generatedTriple } from '../../shared/compare/generated-triple.ts'
import { amendmentsOf, decideIn, REASON } from '../../support/deciding.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import {
  declarationOf,
  insertWords,
  openDraft,
  receiveAnswer,
  transmitDraft,
  type,
} from '../../support/negotiation.ts'
import { seeded } from '../../support/seeded.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

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
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const decide = (amendments: readonly string[], outcome: Parameters<typeof decideIn>[3]) =>
  decideIn(room, draft, amendments, outcome)
const transmit = () => transmitDraft(room, 'japChair', draft)
const askFates = (actor: Actor, version: { readonly id: string }) =>
  room.call(actor, 'GET /api/versions/:id/fates', { params: { id: version.id } })

async function fatesOf(version: { readonly id: string }, actor: Actor = 'fraDrafter'): Promise<FatesView> {
  const view = await room.get(actor, 'GET /api/versions/:id/fates', { params: { id: version.id } })
  if (!view) throw new Error('there are no fates')
  return view
}

const told = ({ amendments }: Pick<FatesView, 'amendments'>) =>
  amendments.map(({ decision, fate, fr, ja, differs }) => [
    decision?.outcome,
    fate,
    fr,
    ja,
    ...(differs ? ['differs'] : []),
  ])

/** The characters of both languages, as the version reads in the end. */
const wordsIn = (view: FatesView, index: number) =>
  view.amendments[index]!.now.flatMap(row => row.fr.pairs.flatMap(pair => pair.segments))

describe('the fate of amendments', () => {
  it('[C6] is computed from the three versions, and stands beside the decision with its reason', async () => {
    await decide([both], 'accepted')
    await decide([frOnly], 'rejected')
    await decide([added], 'reserved')
    const v2 = await transmit()
    const view = await fatesOf(v2)
    expect([view.base.id, view.answer.id, view.version.id]).toEqual([v1.id, answer.id, v2.id])
    expect(told(view)).toEqual([
      ['accepted', 'taken', 'taken', 'taken'],
      ['rejected', 'not-taken', 'not-taken', null],
      ['reserved', 'in-part', 'in-part', 'in-part'],
    ])
    expect(view.amendments.map(({ decision }) => decision?.reason)).toEqual([null, REASON, null])
    expect(view.amendments.map(({ places }) => places.map(({ position }) => position))).toEqual([
      [1],
      [2],
      [3],
    ])
    expect(view.counts).toEqual({
      amendments: 3,
      fates: { taken: 1, 'in-part': 1, 'not-taken': 1 },
      decisions: { accepted: 1, modified: 0, rejected: 1, reserved: 1 },
      undecided: 0,
      differing: 0,
    })
    expect(view.unplaced).toEqual([])
  })

  it('[C6] shows of each amendment what the answer asked and what stands in its place now', async () => {
    await decide([both], 'accepted')
    await decide([frOnly, added], 'rejected')
    const view = await fatesOf(await transmit())
    expect(view.amendments.map(({ rows }) => rows.map(row => row.kinds))).toEqual([
      [['modified']],
      [['modified']],
      [['inserted']],
    ])
    expect(wordsIn(view, 0).map(({ type }) => type)).toEqual(['equal'])
    expect(wordsIn(view, 1).map(({ type, text }) => [type, text])).toEqual([
      ['delete', 'Bien sûr, '],
      ['equal', 'Nous nous reverrons dans deux ans.'],
    ])
    // Not put in: struck, where it would stand.
    expect(wordsIn(view, 2).map(({ type }) => type)).toEqual(['delete'])
    expect(view.amendments[2]!.now.map(({ kinds }) => kinds)).toEqual([['deleted']])
  })

  it('[C6] accepted and edited back afterwards is shown as a difference, to both sides', async () => {
    await decide([both, added], 'accepted')
    await decide([frOnly], 'rejected')
    await type(room, 'japDrafter', draft, doc => {
      wordsOf(doc, 'fr', 1).delete(0, 'Naturellement, '.length)
      wordsOf(doc, 'ja', 1).delete(0, '当然、'.length)
    })
    const v2 = await transmit()
    for (const actor of ['fraChair', 'fraReviewer', 'japChair', 'japReviewer'] as const) {
      const view = await fatesOf(v2, actor)
      expect(told(view)[0], actor).toEqual(['accepted', 'not-taken', 'not-taken', 'not-taken', 'differs'])
      expect(view.counts.differing).toBe(1)
    }
  })

  it('[C6] accepted and edited back in one language only is in part, and a difference', async () => {
    await decide([both, added], 'accepted')
    await decide([frOnly], 'rejected')
    await type(room, 'japDrafter', draft, doc => wordsOf(doc, 'ja', 1).delete(0, '当然、'.length))
    expect(told(await fatesOf(await transmit()))[0]).toEqual([
      'accepted',
      'in-part',
      'taken',
      'not-taken',
      'differs',
    ])
  })

  it('[C6] rejected and yet written in is a difference', async () => {
    await decide([both, frOnly, added], 'rejected')
    await type(room, 'japDrafter', draft, insertWords(2, 'Bien sûr, ', ''))
    expect(told(await fatesOf(await transmit()))[1]).toEqual(['rejected', 'taken', 'taken', null, 'differs'])
  })

  it('[C6] modified should be in part: taken word for word, or not at all, is a difference', async () => {
    await decide([both, frOnly, added], 'modified')
    await type(room, 'japDrafter', draft, doc => {
      wordsOf(doc, 'fr', 1).insert('Naturellement'.length, ' et volontiers')
      wordsOf(doc, 'fr', 2).delete(0, 'Bien sûr, '.length)
    })
    expect(told(await fatesOf(await transmit()))).toEqual([
      ['modified', 'in-part', 'in-part', 'taken'],
      ['modified', 'not-taken', 'not-taken', null, 'differs'],
      ['modified', 'taken', 'taken', 'taken', 'differs'],
    ])
  })

  it('[C6] reserved should stand in brackets in both languages: without them it is a difference', async () => {
    await decide([both, added], 'reserved')
    await decide([frOnly], 'rejected')
    const bracketless = (language: 'fr' | 'ja') =>
      room.sync.rewrite(draft.draft.id, room.edition.people.japDrafter.mandate!.id, text => ({
        ...text,
        [language]: text[language].map(block =>
          block.unit === both
            ? {
                ...block,
                content: block.content.map(inline =>
                  inline.type === 'text' ? { type: 'text', text: inline.text } : inline,
                ),
              }
            : block,
        ),
      }))
    const differing = async () => {
      const preview = await room.get('japChair', 'GET /api/drafts/:id/preview', {
        params: { id: draft.draft.id },
      })
      return preview.decisions!.fates!.amendments.map(({ differs }) => differs)
    }
    expect(await differing()).toEqual([false, false, false])
    await bracketless('ja')
    expect(await differing()).toEqual([true, false, false])
    const view = await fatesOf(await transmit())
    expect(view.amendments.map(({ differs }) => differs)).toEqual([true, false, false])
  })

  it('[C6] is there for a version that follows an answer, and null for every other', async () => {
    await decide([both, frOnly, added], 'accepted')
    const v2 = await transmit()
    const { versions } = await room.get('fraChair', 'GET /api/texts/:id', { params: declarationOf(room) })
    const found: Record<string, boolean> = {}
    for (const version of versions) {
      const asked = await askFates('fraChair', version)
      found[version.label] = asked.ok && asked.value !== null
    }
    expect(found).toEqual({ Précédente: false, V1: false, 'V1-FRA': false, V2: true })
    expect(v2.decisions).toMatchObject({ answer: answer.id, counts: { accepted: 3, rejected: 0 } })
  })

  it('[C6] needs no record: a version without decisions has fates all the same', async () => {
    await decide([both, frOnly, added], 'accepted')
    const v2 = await transmit()
    const { canonical } = await room.deps.db
      .selectFrom('version_decisions')
      .select('canonical')
      .executeTakeFirstOrThrow()
    const { sql } = await import('kysely')
    await sql`drop trigger version_decisions_refuse_delete`.execute(room.deps.db)
    await room.deps.db.deleteFrom('version_decisions').execute()
    const view = await fatesOf(v2)
    expect(view.counts).toMatchObject({ fates: { taken: 3 }, undecided: 3, differing: 0 })
    expect(view.version.decisions).toBeNull()
    // A record about amendments that are none, as another program may have compared the texts, is not dropped.
    const stray = canonical.replaceAll(`"${both}"`, '"other"')
    await room.deps.db
      .insertInto('version_decisions')
      .values({ version_id: v2.id, answer_version_id: answer.id, canonical: stray, sha256: 'x' })
      .execute()
    expect(await fatesOf(v2)).toMatchObject({
      counts: { undecided: 1 },
      unplaced: [{ amendment: 'other', outcome: 'accepted' }],
    })
  })
})

describe('who may see it', () => {
  const open = (version: { readonly id: string }) =>
    room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: version.id } })

  it('[C7] both sides and the organiser see the same; nobody sees who of the delegation decided', async () => {
    await decide([both], 'accepted')
    await decide([frOnly, added], 'rejected')
    const v2 = await transmit()
    const seen = await Promise.all(
      (['fraChair', 'fraLead', 'japChair', 'japReviewer', 'organiser'] as const).map(async actor => {
        const response = await room.fetch(actor, 'GET', `/api/versions/${v2.id}/fates`)
        expect(response.status, actor).toBe(200)
        return response.text()
      }),
    )
    expect(new Set(seen).size).toBe(1)
    const { person, mandate } = room.edition.people.japDrafter
    for (const secret of [person.id, person.name, mandate!.id, mandate!.title.fr])
      expect(seen[0], secret).not.toContain(secret)
  })

  it('[M2] observers see it only once all three versions are open to them, and no trace of it before', async () => {
    await decide([both, frOnly, added], 'rejected')
    const v2 = await transmit()
    expect(await askFates('observer', v2)).toMatchObject({ ok: false, status: 404, refusal: 'not-found' })
    await open(v2)
    const trace = async () => {
      const texts = await Promise.all(
        [`/api/versions/${v2.id}`, `/api/versions/${v2.id}/fates`, '/api/desk', `/api/texts/${v2.text}`].map(
          async path => (await room.fetch('observer', 'GET', path)).text(),
        ),
      )
      return texts.join()
    }
    for (const version of [answer, v1]) {
      expect(await room.call('observer', 'GET /api/versions/:id/fates', { params: { id: v2.id } })).toEqual({
        ok: true,
        status: 200,
        value: null,
      })
      if (version === answer) expect(await trace()).not.toMatch(/rejected|Déjà dit/)
      await open(version)
    }
    expect((await fatesOf(v2, 'observer')).counts.amendments).toBe(3)
    expect((await room.get('observer', 'GET /api/desk', {})).fates).toEqual([])
  })

  it('[M1] a stranger, and whoever is not signed in, is told nothing', async () => {
    await decide([both, frOnly, added], 'accepted')
    const v2 = await transmit()
    expect(await askFates('stranger', v2)).toMatchObject({ status: 404, refusal: 'not-found' })
    expect(await room.call(null, 'GET /api/versions/:id/fates', { params: { id: v2.id } })).toMatchObject({
      refusal: 'not-signed-in',
    })
  })
})

describe('the decisions of a version as a file', () => {
  const file = (actor: Actor, id: string) => room.fetch(actor, 'GET', `/api/versions/${id}/decisions`)

  it('[R4] is the canonical form byte for byte: its SHA-256 is the one shown', async () => {
    await decide([both], 'accepted')
    await decide([frOnly, added], 'rejected')
    const v2 = await transmit()
    const response = await file('fraReviewer', v2.id)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(v2.decisions!.sha256)
    expect(response.headers.get('content-disposition')).toContain('V2-decisions.json')
    expect(JSON.parse(bytes.toString())).toMatchObject({
      format: 'concordance-decisions/1',
      answer: answer.id,
      decisions: [
        { amendment: both, outcome: 'accepted', reason: null },
        { amendment: frOnly, outcome: 'rejected', reason: REASON },
        { amendment: added, outcome: 'rejected', reason: REASON },
      ],
    })
  })

  it('[M3] does not exist for a version without decisions, nor for those who may not read version and answer', async () => {
    await decide([both, frOnly, added], 'accepted')
    const v2 = await transmit()
    const answers = [
      await file('fraChair', v1.id),
      await file('fraChair', answer.id),
      await file('fraChair', 'version-none'),
      await file('observer', v2.id),
      await file('stranger', v2.id),
    ]
    await room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: v2.id } })
    answers.push(await file('observer', v2.id))
    for (const each of answers)
      expect([each.status, await each.json()]).toEqual([404, { error: { id: 'not-found' } }])
  })
})

describe('before they leave', () => {
  it('[R5] the chair sees of each amendment what the text makes of it, the undecided ones too', async () => {
    await decide([both], 'accepted')
    await type(room, 'japDrafter', draft, doc => wordsOf(doc, 'fr', 1).delete(0, 'Naturellement, '.length))
    const preview = await room.get('japChair', 'GET /api/drafts/:id/preview', {
      params: { id: draft.draft.id },
    })
    const fates = preview.decisions!.fates!
    expect(told(fates)).toEqual([
      ['accepted', 'in-part', 'not-taken', 'taken', 'differs'],
      [undefined, 'not-taken', 'not-taken', null],
      [undefined, 'not-taken', 'not-taken', 'not-taken'],
    ])
    expect(fates.counts).toMatchObject({ undecided: 2, differing: 1 })
    expect(preview.findings.filter(({ kind }) => kind === 'decision-differs')).toEqual([
      { kind: 'decision-differs', blocks: false, units: [both] },
    ])
  })

  it('[R5] what the chair saw is what the other side sees', async () => {
    await decide([both], 'modified')
    await decide([frOnly], 'rejected')
    await decide([added], 'reserved')
    const { decisions } = await room.get('japChair', 'GET /api/drafts/:id/preview', {
      params: { id: draft.draft.id },
    })
    const { amendments, counts, unplaced } = await fatesOf(await transmit())
    expect({ amendments, counts, unplaced }).toEqual(decisions!.fates)
  })
})

describe('the first page', () => {
  const desk = (actor: Actor) => room.get(actor, 'GET /api/desk', {})

  it('[D1] [M3] counts what waits to be decided, for those who may read the draft and nobody else', async () => {
    await decide([frOnly], 'accepted')
    const line = {
      text: room.edition.declaration,
      draft: draft.draft.id,
      answer: { id: answer.id, label: 'V1-FRA' },
      undecided: 2,
      amendments: 3,
    }
    for (const actor of ['japChair', 'japDrafter', 'japReviewer'] as const)
      expect((await desk(actor)).toDecide, actor).toEqual([line])
    for (const actor of ['fraChair', 'fraReviewer', 'fraLead', 'japLead', 'organiser', 'observer'] as const)
      expect((await desk(actor)).toDecide, actor).toEqual([])
  })

  it('[D1] [C6] tells the side that answered what became of its amendments, once the version is there', async () => {
    await decide([both], 'accepted')
    await decide([frOnly], 'rejected')
    await decide([added], 'modified')
    for (const actor of ['fraChair', 'japChair'] as const) expect((await desk(actor)).fates).toEqual([])
    const v2 = await transmit()
    for (const actor of ['fraChair', 'fraReviewer', 'fraLead'] as const)
      expect((await desk(actor)).fates, actor).toMatchObject([
        {
          version: { id: v2.id, label: 'V2' },
          answer: { label: 'V1-FRA' },
          counts: { amendments: 3, fates: { taken: 2, 'not-taken': 1 }, differing: 1 },
        },
      ])
    for (const actor of ['japChair', 'organiser', 'observer'] as const)
      expect((await desk(actor)).fates, actor).toEqual([])
    expect((await desk('japChair')).toDecide).toEqual([])
  })
})

describe('generated rounds', () => {
  it('[A2] [C6] what was accepted is taken, what was rejected is not, whatever the mixture', async () => {
    const seen = { accepted: 0, rejected: 0 }
    for (let seed = 1; seed <= 12; seed++) {
      const random = seeded(seed)
      const round = await createTestRoom()
      const triple = generatedTriple(random, 24, 0.5, 0)
      const write = async (actor: Actor, text: typeof triple.base) => {
        const opened = await openDraft(round, actor)
        const mandate = round.edition.people[actor].mandate!.id
        await round.sync.rewrite(opened.draft.id, mandate, () => text)
        return opened
      }
      await transmitDraft(round, 'japChair', await write('japDrafter', triple.base))
      await transmitDraft(round, 'fraChair', await write('fraDrafter', triple.answer))
      const second = await openDraft(round, 'japDrafter')
      const { amendments } = await amendmentsOf(round, second)
      const chosen = { accepted: [] as string[], rejected: [] as string[] }
      for (const { key } of amendments) chosen[random.below(2) ? 'accepted' : 'rejected'].push(key)
      for (const outcome of ['accepted', 'rejected'] as const)
        if (chosen[outcome].length) await decideIn(round, second, chosen[outcome], outcome)
      const version = await transmitDraft(round, 'japChair', second)
      const view = await round.get('fraChair', 'GET /api/versions/:id/fates', {
        params: { id: version.id },
      })
      const expected: Record<string, Fate> = { accepted: 'taken', rejected: 'not-taken' }
      for (const { amendment, decision, fate, differs, kinds } of view!.amendments) {
        seen[decision!.outcome as 'accepted' | 'rejected']++
        expect([fate, differs], `seed ${seed}: ${amendment} ${kinds} ${decision!.outcome}`).toEqual([
          expected[decision!.outcome],
          false,
        ])
      }
      expect(round.faults).toEqual([])
      await round.close()
    }
    expect(Math.min(seen.accepted, seen.rejected)).toBeGreaterThan(50)
  })
})
