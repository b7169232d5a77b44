/** [C5] What both sides last agreed on, against what stands. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lastAgreed, withAgreedWords } from '../../../server/agreement/last-agreed.ts'
import type { StoredConsent } from '../../../server/store/agreement.ts'
import type { Block, Side } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, MandateId, UnitId } from '../../../shared/model/ids.ts'
import type { Place } from '../../../shared/model/thread.ts'
import { agreementAt, consentTo } from '../../support/agreeing.ts'
import { declarationOf, insertWords, openDraft, transmitV1, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

const said = (words: string, unit = 'u'): Block => ({
  ...{ id: `b-${words}` as BlockId, unit: unit as UnitId, kind: 'paragraph', level: 1 },
  content: [{ type: 'text', text: words }],
})
const consent = (side: Side, words: string, at: number, until: number | null = null): StoredConsent => ({
  ...{ unit: 'u' as UnitId, side, pair: words, kind: 'agreed', by: 'mandate' as MandateId },
  ...{ at: `2031-01-0${at}`, withdrawnAt: until === null ? null : `2031-01-0${until}` },
  ...{ place: null, words: { fr: [said(words)], ja: [] }, unchangedSince: null },
})
const agreedWords = (...consents: StoredConsent[]) => lastAgreed(consents).get('u' as UnitId)?.pair

describe('[C5] the words that both sides last agreed on', () => {
  it('are those to which both had consented at one time', () => {
    expect(agreedWords(consent('fra', 'A', 1), consent('jap', 'A', 2))).toBe('A')
    expect(agreedWords(consent('fra', 'A', 1), consent('jap', 'B', 2))).toBeUndefined()
    expect(agreedWords(consent('fra', 'A', 1))).toBeUndefined()
  })

  it('stay so when a consent is taken back since, and not when it was taken back before the other was given', () => {
    expect(agreedWords(consent('fra', 'A', 1, 5), consent('jap', 'A', 2))).toBe('A')
    expect(agreedWords(consent('fra', 'A', 1, 2), consent('jap', 'A', 3))).toBeUndefined()
  })

  it('are the later ones where they agreed twice', () => {
    const first = [consent('fra', 'A', 1, 3), consent('jap', 'A', 2, 4)]
    const second = [consent('fra', 'B', 3), consent('jap', 'B', 4)]
    expect(agreedWords(...second, ...first)).toBe('B')
    expect(agreedWords(...first, consent('fra', 'B', 3))).toBe('A')
  })

  it('take their place in the version that stood then; what is gone follows what it followed', () => {
    const ids = ['b', 'c', 'gone', 'elsewhere'] as UnitId[]
    const agreed = new Map(
      ids.map(unit => [unit, { unit, pair: unit, at: '', words: { fr: [said(unit, 'old')], ja: [] } }]),
    )
    const stood = ['c', 'b', 'a'].map(id => ({ id: id as UnitId, fr: [said('as it stood', id)], ja: [] }))
    const units = withAgreedWords(stood, agreed, [['a', 'b', 'gone', 'c'] as UnitId[]])
    expect(units.map(({ id }) => id)).toEqual(['c', 'b', 'gone', 'a', 'elsewhere'])
    expect(units.map(({ fr }) => fr[0]!.id)).toEqual(['b-c', 'b-b', 'b-gone', 'b-as it stood', 'b-elsewhere'])
    expect(units[0]!.fr[0]!.unit).toBe('c')
  })
})

describe('[C5] the standing comparison since both sides last agreed', () => {
  let room: TestRoom
  let v1: Place
  beforeEach(async () => {
    room = await createTestRoom()
    v1 = `version:${(await transmitV1(room)).v1.id}`
  })
  afterEach(async () => {
    expect(room.faults).toEqual([])
    await room.close()
  })
  const standing = async (actor: Actor) =>
    (await room.get(actor, 'GET /api/texts/:id/standing', { params: declarationOf(room) })).find(
      ({ kind }) => kind === 'last-agreed',
    )
  const compare = (actor: Actor, from: string, to: string) =>
    room.call(actor, 'GET /api/comparisons', { query: { from, to } })

  it('is there once they have agreed on something, and counts what was changed since', async () => {
    await consentTo(room, 'japChair', v1, [0, 1])
    expect(await standing('fraChair')).toBeUndefined()
    await consentTo(room, 'fraChair', v1, [0, 1])
    expect((await standing('fraReviewer'))?.changed?.units).toBe(0)
    const draft = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', draft, insertWords(1, 'Certes, ', ''))
    // The third unit was never agreed: it counts from the version that stood then.
    await type(room, 'fraDrafter', draft, insertWords(2, 'Oui : ', 'はい、'))
    const ours = (await standing('fraChair'))!
    expect(ours).toMatchObject({ to: `draft:${draft.draft.id}`, changed: { units: 2, fr: 2, ja: 1 } })
    expect((await standing('japChair'))?.to).toBe(v1)

    const answer = await compare('fraChair', ours.from, ours.to)
    if (!answer.ok) throw new Error(answer.refusal)
    const { rows } = answer.value.comparison
    expect(rows.map(({ kinds }) => kinds)).toEqual([[], ['modified'], ['modified']])
    expect(rows[1]!.alarm).toBe('fr-only')
  })

  it('keeps the agreed words when the unit is deleted', async () => {
    for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, v1)
    const draft = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', draft, doc => {
      for (const language of ['fr', 'ja']) doc.getXmlFragment(language).delete(1, 1)
    })
    const { from, to } = (await standing('fraChair'))!
    const answer = await compare('fraChair', from, to)
    if (!answer.ok) throw new Error(answer.refusal)
    expect(answer.value.comparison.rows.map(({ kinds }) => kinds)).toEqual([[], ['deleted'], []])
    const view = await agreementAt(room, 'fraChair', `draft:${draft.draft.id}`)
    expect(view.gone.map(({ earlier }) => earlier.map(({ side }) => side).sort())).toEqual([['fra', 'jap']])
  })

  it('[M3] is no text for an observer, nor before anything is agreed, nor beside a draft that is not one’s own', async () => {
    const agreed = `agreed:${room.edition.declaration}`
    expect(await compare('fraChair', agreed, v1)).toMatchObject({ refusal: 'not-found' })
    for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, v1)
    await room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: v1.split(':')[1]! } })
    expect(await standing('observer')).toBeUndefined()
    expect(await compare('observer', agreed, v1)).toMatchObject({ refusal: 'not-found' })
    const { draft } = await openDraft(room, 'fraDrafter')
    expect(await compare('japChair', agreed, `draft:${draft.id}`)).toMatchObject({ refusal: 'not-found' })
    expect(await compare('organiser', agreed, v1)).toMatchObject({ ok: true })
  })
})
