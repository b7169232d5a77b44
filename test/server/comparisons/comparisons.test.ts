import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compareBeside } from '../../../server/comparisons/compare-beside.ts'
import { createComparisonCache } from '../../../server/comparisons/comparison-cache.ts'
import type { Refusal } from '../../../server/http/respond.ts'
import { type Comparison, compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
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

const compare = (actor: Actor | null, from: string, to: string) =>
  room.call(actor, 'GET /api/comparisons', { query: { from, to } })
const versionRef = (version: { readonly id: string }) => `version:${version.id}`

describe('a comparison', () => {
  it('[C1] [C3] of two versions shows what changed, in both languages, with an alarm for one only', async () => {
    const { v1, previous } = await transmitV1(room)
    const answer = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', answer, insertWords(2, 'Naturellement, ', ''))
    const v1Fra = await transmitDraft(room, 'fraChair', answer)
    const answered = await compare('japReviewer', versionRef(v1), versionRef(v1Fra))
    expect(answered).toMatchObject({
      value: {
        from: { label: 'V1', sha256: v1.sha256, at: v1.madeAt },
        to: { label: 'V1-FRA' },
        comparison: { counts: { changed: 1, alarms: 1 } },
      },
    })
    const both = await compare('fraLead', versionRef(previous), versionRef(v1))
    expect(both).toMatchObject({ value: { comparison: { counts: { changed: 1, alarms: 0 } } } })
  })

  it('[C7] gives everyone who may read both the same', async () => {
    const { v1, previous } = await transmitV1(room)
    const answers = await Promise.all(
      (['fraChair', 'japReviewer', 'organiser', 'fraLead'] as const).map(async actor => {
        const response = await room.fetch(
          actor,
          'GET',
          `/api/comparisons?from=${versionRef(previous)}&to=${versionRef(v1)}`,
        )
        return response.text()
      }),
    )
    expect(new Set(answers).size).toBe(1)
  })

  it('[C1] of a draft with its base is for its side only; for all others the draft does not exist', async () => {
    const previous = await importPrevious(room)
    const view = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', view, insertWords(1, 'Secret. ', '秘密。'))
    const draft = `draft:${view.draft.id}`
    const outcome: Partial<Record<Actor, unknown>> = {}
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      const answer = await compare(actor, versionRef(previous), draft)
      outcome[actor] = answer.ok ? answer.value.comparison.counts.changed : answer.refusal
    }
    expect(outcome).toEqual({
      organiser: 'not-found',
      fraChair: 'not-found',
      fraDrafter: 'not-found',
      fraReviewer: 'not-found',
      fraLead: 'not-found',
      japChair: 1,
      japDrafter: 1,
      japReviewer: 1,
      japLead: 'not-found',
      observer: 'not-found',
      stranger: 'not-found',
    })
    expect(await compare(null, versionRef(previous), draft)).toMatchObject({ refusal: 'not-signed-in' })
  })

  it('[M3] a hidden reference and one that does not exist are refused alike', async () => {
    const previous = await importPrevious(room)
    const { draft } = await openDraft(room, 'japDrafter')
    for (const actor of [...FRENCH, 'observer'] as const) {
      const bodies = await Promise.all(
        [
          `draft:${draft.id}`,
          'draft:draft-none',
          'version:version-none',
          `draft:${previous.id}`,
          'draft:',
          'x',
          '',
        ].map(async ref => {
          const query = new URLSearchParams({ from: ref, to: ref })
          const response = await room.fetch(actor, 'GET', `/api/comparisons?${query}`)
          return `${response.status} ${await response.text()}`
        }),
      )
      expect(new Set(bodies)).toEqual(new Set(['404 {"error":{"id":"not-found"}}']))
    }
  })

  it('[M2] observers compare the versions opened to them, and no others', async () => {
    const { v1, previous } = await transmitV1(room)
    const ask = () => compare('observer', versionRef(previous), versionRef(v1))
    expect(await ask()).toMatchObject({ refusal: 'not-found' })
    await room.get('japChair', 'POST /api/versions/:id/opening', { params: { id: v1.id } })
    expect(await ask()).toMatchObject({ refusal: 'not-found' })
    await room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: previous.id } })
    expect(await ask()).toMatchObject({ ok: true })
  })

  it('[C1] of a draft reads what it says now, not what it said before', async () => {
    const previous = await importPrevious(room)
    const view = await openDraft(room, 'japDrafter')
    const changed = async () => {
      const answer = await compare('japDrafter', versionRef(previous), `draft:${view.draft.id}`)
      return answer.ok && answer.value.comparison.counts.changed
    }
    expect(await changed()).toBe(0)
    await type(room, 'japDrafter', view, insertWords(1, 'Un ', '一'))
    expect(await changed()).toBe(1)
    await type(room, 'japDrafter', view, insertWords(2, 'Deux ', '二'))
    expect(await changed()).toBe(2)
  })

  it('[F1] [C1] shows a fact whose value changed between two versions, with both values', async () => {
    const id = room.edition.facts.get('number-fra')!
    const confirm = (fr: string, ja: string) =>
      room.deps.db
        .updateTable('facts')
        .set({ value: JSON.stringify({ fr, ja }), status: 'confirmed' })
        .where('id', '=', id)
        .execute()
    await importPrevious(room)
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, doc => {
      for (const language of ['fr', 'ja'] as const) {
        const fact = new Y.XmlElement('fact')
        ;(doc.getXmlFragment(language).get(1) as Y.XmlElement).insert(1, [fact])
        fact.setAttribute('fact', id)
      }
    })
    await confirm('42', '42')
    const v1 = await transmitDraft(room, 'japChair', draft)
    await confirm('43', '43')
    const answer = await openDraft(room, 'fraDrafter')
    const shown = await compare('fraDrafter', versionRef(v1), `draft:${answer.draft.id}`)
    expect(shown).toMatchObject({
      value: {
        comparison: { counts: { changed: 1, alarms: 0, kinds: { modified: 1 } } },
        oldFacts: { [id]: { fr: '42', ja: '42' } },
        facts: { [id]: { fr: '43', ja: '43' } },
      },
    })
    const preview = await room.get('fraChair', 'GET /api/drafts/:id/preview', {
      params: { id: answer.draft.id },
    })
    expect(preview).toMatchObject({
      comparison: { counts: { changed: 1 } },
      baseFacts: { [id]: { fr: '42', ja: '42' } },
      facts: { [id]: { fr: '43', ja: '43' } },
    })
    expect(preview.findings.map(({ kind }) => kind)).not.toContain('unchanged')
  })

  it('[C1] of a transmitted draft stays with its side', async () => {
    const { v1 } = await transmitV1(room)
    const { id } = await room.deps.db.selectFrom('drafts').select('id').executeTakeFirstOrThrow()
    expect(await compare('japDrafter', versionRef(v1), `draft:${id}`)).toMatchObject({
      value: { comparison: { counts: { changed: 0 } } },
    })
    expect(await compare('fraChair', versionRef(v1), `draft:${id}`)).toMatchObject({ refusal: 'not-found' })
    expect(declarationOf(room).id).toBe(v1.text)
  })
})

describe('the comparisons kept', () => {
  const text = (sha256: string) => ({ sha256, text: {} as BilingualText })

  it('[C7] are computed once for two texts and forgotten when others were used since', async () => {
    let computed = 0
    const cache = createComparisonCache(2, async () => {
      computed++
      return {} as Comparison
    })
    const ask = (from: string, to: string) => cache.compare(text(from), text(to))
    const [first, again] = await Promise.all([ask('a', 'b'), ask('a', 'b')])
    expect(again).toBe(first)
    expect(computed).toBe(1)
    await ask('b', 'a')
    await ask('a', 'b')
    await ask('a', 'c')
    expect(computed).toBe(3)
    await ask('a', 'b')
    expect(computed).toBe(3)
    await ask('b', 'a')
    expect(computed).toBe(4)
  })

  it('[F1] [C7] with the values of facts are others than without', async () => {
    const cache = createComparisonCache(4, async (_from, _to, options) => options as unknown as Comparison)
    const [a, b] = [text('a'), text('b')]
    const [withOld, withNew] = [
      { ...a, facts: {} },
      { ...b, facts: {} },
    ]
    expect(await cache.compare(a, b)).toEqual({})
    expect(await cache.compare(withOld, withNew)).toEqual({ facts: { old: {}, new: {} } })
    expect(await cache.compare(withOld, b)).toEqual({})
    expect(await cache.compare(a, withNew)).toBe(await cache.compare(a, b))
  })

  it('[C7] that failed or were given up are computed again', async () => {
    const outcomes: (() => Comparison | Refusal)[] = [
      () => {
        throw new Error('out of order')
      },
      () => ({ refusal: 'too-large' }),
      () => ({ rows: [] }) as unknown as Comparison,
    ]
    const cache = createComparisonCache(2, async () => outcomes.shift()!())
    const ask = () => cache.compare(text('a'), text('b'))
    await expect(ask()).rejects.toThrow('out of order')
    expect(await ask()).toEqual({ refusal: 'too-large' })
    expect(await ask()).toEqual({ rows: [] })
    expect(await ask()).toEqual({ rows: [] })
  })
})

describe('a comparison of long texts', () => {
  const paragraph = (id: string, unit: string, words: string) =>
    ({ id, unit, kind: 'paragraph', level: 1, content: [{ type: 'text', text: words }] }) as unknown as Block
  const long = (word: string): BilingualText => ({
    fr: Array.from({ length: 70 }, (_, index) =>
      paragraph(`f${index}`, `u${index}`, `${word} de la ville. `.repeat(40)),
    ),
    ja: [paragraph('j0', 'u0', '協力する。')],
  })

  it('[C7] [fault 28] is made beside the loop that serves the others, and is the same', async () => {
    const [from, to] = [long('maire'), long('conseil')]
    let turns = 0
    const turning = setInterval(() => turns++, 1)
    const beside = await compareBeside(from, to, { raw: true })
    clearInterval(turning)
    expect(turns).toBeGreaterThan(5)
    expect(beside).toEqual(compareTexts(from, to, { raw: true }))
  })

  it('[fault 28] is given up when it takes too long', async () => {
    expect(await compareBeside(long('maire'), long('conseil'), {}, 1)).toEqual({ refusal: 'too-large' })
  })
})
