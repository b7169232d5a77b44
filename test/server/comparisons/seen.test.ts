import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeFingerprints } from '../../../server/comparisons/change-fingerprints.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { FactId } from '../../../shared/model/ids.ts'
import {
  declarationOf,
  importPrevious,
  insertWords,
  openDraft,
  transmitDraft,
  transmitV1,
  type,
} from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor, FRENCH } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const PRINT = 'a'.repeat(64)
const compare = (actor: Actor, from: string, to: string) =>
  room.get(actor, 'GET /api/comparisons', { query: { from, to } })
const tick = (
  actor: Actor | null,
  fingerprints: readonly string[],
  seen = true,
  id = declarationOf(room).id,
) =>
  room.call(actor, 'PUT /api/texts/:id/seen', {
    params: { id },
    body: { fingerprints: [...fingerprints], seen },
  })
const everything = () => room.deps.db.selectFrom('seen_changes').selectAll().execute()

describe('what a reader has seen', () => {
  it('[C4] is ticked and unticked, by that person alone, and on every device of theirs', async () => {
    const { v1, previous } = await transmitV1(room)
    const [from, to] = [`version:${previous.id}`, `version:${v1.id}`]
    const before = await compare('fraReviewer', from, to)
    const keys = Object.keys(before.fingerprints)
    expect(keys).toEqual(before.comparison.rows.filter(row => row.kinds.length).map(row => row.key))
    expect(before.seen).toEqual([])
    expect(before.text).toMatchObject({ id: v1.text, title: { fr: 'Déclaration finale' } })

    expect(await tick('fraReviewer', Object.values(before.fingerprints))).toMatchObject({
      value: { ok: true },
    })
    expect((await compare('fraReviewer', from, to)).seen).toEqual(keys)
    for (const other of ['fraChair', 'japReviewer', 'organiser'] as const)
      expect((await compare(other, from, to)).seen, other).toEqual([])

    await tick('fraReviewer', Object.values(before.fingerprints), false)
    expect((await compare('fraReviewer', from, to)).seen).toEqual([])
  })

  it('[C4] stays seen when the change is carried on, and is to be seen again when it changes', async () => {
    const previous = await importPrevious(room)
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertWords(1, 'Réunis ici, ', 'ここに集う'))
    const seenOf = async (to: string) =>
      (await compare('japReviewer', `version:${previous.id}`, to)).seen.length
    const drafted = await compare('japReviewer', `version:${previous.id}`, `draft:${draft.draft.id}`)
    await tick('japReviewer', Object.values(drafted.fingerprints))

    await type(room, 'japDrafter', draft, insertWords(2, 'Enfin, ', '終わりに、'))
    expect(await seenOf(`draft:${draft.draft.id}`)).toBe(1)
    const v1 = await transmitDraft(room, 'japChair', draft)
    expect(await seenOf(`version:${v1.id}`)).toBe(1)

    const answer = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', answer, insertWords(1, 'Ainsi, ', ''))
    const v1Fra = await transmitDraft(room, 'fraChair', answer)
    expect(await seenOf(`version:${v1Fra.id}`)).toBe(0)
  })

  it('[M3] [C4] is ticked by whoever may read the text and by nobody else; a stranger is told it is not there', async () => {
    await transmitV1(room)
    const outcome: Partial<Record<Actor, unknown>> = {}
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      const answer = await tick(actor, [PRINT])
      outcome[actor] = answer.ok ? 'ok' : answer.refusal
    }
    const { stranger, ...others } = outcome
    expect(stranger).toBe('not-found')
    expect(new Set(Object.values(others))).toEqual(new Set(['ok']))
    expect(await tick(null, [PRINT])).toMatchObject({ refusal: 'not-signed-in' })
    expect(await everything()).toHaveLength(Object.keys(others).length)
  })

  it('[M3] [C4] tells nothing of a change: one of a private draft, one of nobody, one of a public version are answered alike', async () => {
    const { v1, previous } = await transmitV1(room)
    const answer = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', answer, insertWords(2, 'Secret. ', '秘密。'))
    const [hidden] = Object.values(
      (await compare('fraDrafter', `version:${v1.id}`, `draft:${answer.draft.id}`)).fingerprints,
    )
    const [open] = Object.values(
      (await compare('japChair', `version:${previous.id}`, `version:${v1.id}`)).fingerprints,
    )
    const path = `/api/texts/${declarationOf(room).id}/seen`
    for (const actor of ['japChair', 'observer', ...FRENCH] as const) {
      const bodies = await Promise.all(
        [hidden!, open!, PRINT].flatMap(print =>
          [true, false].map(async seen => {
            const response = await room.fetch(actor, 'PUT', path, { fingerprints: [print], seen })
            return `${response.status} ${await response.text()}`
          }),
        ),
      )
      expect(new Set(bodies)).toEqual(new Set(['200 {"ok":true}']))
    }
    // The Japanese ticked the French change blindly; it shows nowhere before it is transmitted.
    await tick('japChair', [hidden!])
    expect((await compare('japChair', `version:${previous.id}`, `version:${v1.id}`)).seen).toEqual([])
  })

  it('[M3] [C4] of a text that one may not read is refused like one that does not exist', async () => {
    await transmitV1(room)
    const summary = { ...(await room.deps.db.selectFrom('texts').selectAll().executeTakeFirstOrThrow()) }
    await room.deps.db
      .insertInto('texts')
      .values({ ...summary, id: 'text-summary', kind: 'workshop-summary' })
      .execute()
    for (const id of ['text-summary', 'text-none'])
      expect(await tick('observer', [PRINT], true, id)).toEqual({
        ok: false,
        status: 404,
        refusal: 'not-found',
      })
    expect(await tick('fraLead', [PRINT], true, 'text-summary')).toMatchObject({ ok: true })
    expect(await everything()).toHaveLength(1)
  })

  it('[C4] takes fingerprints only, and at most two thousand at once', async () => {
    const path = `/api/texts/${declarationOf(room).id}/seen`
    for (const body of [
      {},
      { fingerprints: ['A'.repeat(64)], seen: true },
      { fingerprints: ['a'.repeat(63)], seen: true },
      { fingerprints: [PRINT], seen: 'yes' },
      { fingerprints: Array(2_001).fill(PRINT), seen: true },
    ])
      expect((await room.fetch('japChair', 'PUT', path, body)).status).toBe(422)
    expect((await room.fetch('japChair', 'PUT', path, { fingerprints: [], seen: true })).status).toBe(200)
    expect(await everything()).toEqual([])
  })
})

describe('the fingerprint of a change', () => {
  const block = (id: string, unit: string, words: string, kind = 'paragraph') =>
    ({ id, unit, kind, level: 1, content: [{ type: 'text', text: words }] }) as unknown as Block
  const text = (...units: readonly (readonly [string, string, string])[]): BilingualText => ({
    fr: units.map(([unit, fr]) => block(`f-${unit}`, unit, fr)),
    ja: units.map(([unit, , ja]) => block(`j-${unit}`, unit, ja)),
  })
  const A = ['a', 'Nous coopérons avec nos partenaires.', '私たちは協力する。'] as const
  const B = ['b', 'La culture rassemble les habitants.', '文化は住民を結ぶ。'] as const
  const NO_FACTS = { old: {}, new: {} }
  const prints = (a: BilingualText, b: BilingualText) => changeFingerprints(compareTexts(a, b), NO_FACTS)

  it('[C4] is of the words, shape and kinds, and not of ids or places', () => {
    const changed = ['a', 'Nous coopérons avec tous nos partenaires.', A[2]] as const
    const [print] = Object.values(prints(text(A, B), text(changed, B)))
    expect(print).toMatch(/^[0-9a-f]{64}$/)
    const renamed = (unit: readonly [string, string, string]) => ['z', unit[1], unit[2]] as const
    expect(Object.values(prints(text(B, renamed(A)), text(B, renamed(changed))))).toEqual([print])
    const otherwise = ['a', A[1], '私たちは共に協力する。'] as const
    expect(Object.values(prints(text(A, B), text(otherwise, B)))).not.toEqual([print])
    const heading: BilingualText = {
      ...text(changed, B),
      fr: [block('f-a', 'a', changed[1], 'heading'), block('f-b', 'b', B[1])],
    }
    expect(Object.values(prints(text(A, B), heading))).not.toEqual([print])
  })

  it('[C4] tells the same sentence put in twice apart', () => {
    const added = (unit: string) => [unit, 'Nous remercions la ville hôte.', '開催都市に感謝する。'] as const
    const twice = Object.values(prints(text(A), text(added('x'), A, added('y'))))
    expect(new Set(twice).size).toBe(2)
    expect(twice).toContain(Object.values(prints(text(A), text(A, added('y'))))[0])
  })

  it('[C2] of a moved unit is of its places too', () => {
    const C = ['c', 'Nous remercions la ville hôte de son accueil.', '開催都市の歓迎に感謝する。'] as const
    const D = ['d', 'Nous nous reverrons dans deux ans.', '2年後に再会する。'] as const
    const moved = (to: BilingualText) => prints(text(A, B, C, D), to).d
    expect(moved(text(D, A, B, C))).toBeDefined()
    expect(moved(text(D, A, B, C))).not.toBe(moved(text(A, D, B, C)))
  })

  it('[F1] is of the values that the facts had', () => {
    const withFact = ({ fr, ja }: BilingualText): BilingualText => ({
      fr: fr.map(each => ({
        ...each,
        content: [...each.content, { type: 'fact', fact: 'guests' as FactId }],
      })),
      ja,
    })
    const [a, b] = [withFact(text(A)), withFact(text(['a', 'Nous coopérons avec tous. ', A[2]]))]
    const of = (guests: string) => {
      const facts = { old: {}, new: { guests: { fr: guests, ja: guests } } }
      return Object.values(changeFingerprints(compareTexts(a, b), facts))[0]
    }
    expect(of('150')).toBe(of('150'))
    expect(of('150')).not.toBe(of('160'))
  })

  it('[C4] is taken once for a comparison that many readers share', () => {
    const comparison = compareTexts(text(A), text(B))
    expect(changeFingerprints(comparison, NO_FACTS)).toBe(changeFingerprints(comparison, NO_FACTS))
  })
})
