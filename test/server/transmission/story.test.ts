/** The whole exchange, once: every step with those who must not take it. */
import { afterEach, expect, it } from 'vitest'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import { canonicalForm, canonicalHash } from '../../../shared/model/canonical-form.ts'
import {
  COVER_NOTE,
  declarationOf,
  insertWords,
  openDraft,
  transmitDraft,
  type,
} from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { type Actor, FRENCH, JAPANESE } from '../../support/test-edition.ts'
import { DIALECTS, openMigrated } from '../store/dialects.ts'

let room: TestRoom
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const source = (content: string) => ({ format: 'plain' as const, content })

const STORY =
  '[R2] [R4] [R6] [C3] two delegations exchange one declaration, each sees only what was sent to it'

// PostgreSQL inside this process takes some ten seconds to start on a busy machine.
it.each(DIALECTS)(`${STORY} (%s)`, { timeout: 120_000 }, async dialect => {
  room = await createTestRoom({ database: await openMigrated(dialect) })

  const params = declarationOf(room)

  // The organiser brings in the previous declaration; the side that does not hold the pen may not.
  const body = {
    fr: source('Déclaration précédente\nConsidérant notre amitié,\nNous coopérons.\nNous nous reverrons.'),
    ja: source('前回の宣言\n私たちの友情に鑑み、\n協力する。\n再会する。'),
  }
  expect(await room.call('fraChair', 'POST /api/texts/:id/alignment', { params, body })).toMatchObject({
    refusal: 'not-allowed',
  })
  const { rows } = await room.get('organiser', 'POST /api/texts/:id/alignment', { params, body })
  expect(rows.map(row => [row.fr[0]?.kind, row.ja[0]?.kind])).toEqual([
    ['title', 'title'],
    ['recital', 'recital'],
    ['paragraph', 'paragraph'],
    ['paragraph', 'paragraph'],
  ])
  const previous = await room.get('organiser', 'POST /api/texts/:id/import', {
    params,
    body: { label: 'Précédente', rows: rows.map(({ fr, ja }) => ({ fr: [...fr], ja: [...ja] })) },
  })

  // The Japanese side drafts, two at once; the French side finds nothing.
  const draft = await openDraft(room, 'japDrafter')
  await Promise.all([
    type(room, 'japDrafter', draft, insertWords(2, 'Dès demain, ', '')),
    openDraft(room, 'japChair'),
  ])
  await type(room, 'japChair', draft, insertWords(2, '', '明日から'))
  await hidden(FRENCH, draft.draft.id)

  // V1 leaves; the room is closed; it cannot leave twice, nor be written any more.
  room.wait({ days: 3 })
  const v1 = await transmitDraft(room, 'japChair', draft)
  expect(v1).toMatchObject({ label: 'V1', base: previous.id, side: 'jap', late: false })
  expect(
    await room.call('japDrafter', 'GET /api/drafts/:id', { params: { id: draft.draft.id } }),
  ).toMatchObject({
    value: {
      access: 'read',
      draft: { closedAt: room.now },
      abilities: { writeDraft: false, transmit: false },
    },
  })
  await hidden(FRENCH, draft.draft.id)

  // The French side acknowledges and answers, from the words of V1, in one language only.
  expect(
    await room.call('japChair', 'POST /api/versions/:id/receipt', { params: { id: v1.id } }),
  ).toMatchObject({
    refusal: 'not-allowed',
  })
  await room.get('fraChair', 'POST /api/versions/:id/receipt', { params: { id: v1.id } })
  const answer = await openDraft(room, 'fraDrafter')
  expect(answer.base).toMatchObject({ id: v1.id, receipt: { at: room.now } })
  await type(room, 'fraDrafter', answer, insertWords(3, 'Bien sûr, ', ''))
  await hidden(JAPANESE, answer.draft.id)
  expect(await room.call('japChair', 'POST /api/texts/:id/draft', { params })).toMatchObject({
    refusal: 'not-your-turn',
  })
  const { findings } = await room.get('fraChair', 'GET /api/drafts/:id/preview', {
    params: { id: answer.draft.id },
  })
  expect(findings.map(finding => finding.kind)).toEqual(['one-language-changed'])
  const v1Fra = await transmitDraft(room, 'fraChair', answer)
  expect(v1Fra).toMatchObject({ label: 'V1-FRA', base: v1.id, side: 'fra', number: 3 })

  // The Japanese side sees old and new, French and Japanese, with the alarm, and goes on from its own V1.
  const { comparison } = await room.get('japReviewer', 'GET /api/comparisons', {
    query: { from: `version:${v1.id}`, to: `version:${v1Fra.id}` },
  })
  expect(comparison.rows.filter(row => row.alarm)).toMatchObject([{ alarm: 'fr-only', kinds: ['modified'] }])
  const inserted = comparison.rows.flatMap(row =>
    row.fr.pairs.flatMap(pair => pair.segments.filter(segment => segment.type === 'insert')),
  )
  expect(inserted.map(segment => segment.text.trim())).toEqual(['Bien sûr,'])
  expect((await openDraft(room, 'japDrafter')).draft.base).toBe(v1.id)

  // Anyone recomputes the hash from the version as shown.
  const shown = await room.get('fraReviewer', 'GET /api/versions/:id', { params: { id: v1.id } })
  expect(await canonicalHash(canonicalForm(shown.content, shown.facts))).toBe(v1.sha256)
  expect(shown.content.fr.map(plainText)).toEqual([
    'Déclaration précédente',
    'Considérant notre amitié,',
    'Dès demain, Nous coopérons.',
    'Nous nous reverrons.',
  ])
  expect(shown.version.coverNote).toEqual(COVER_NOTE)
})

/** To none of these does the draft exist, by any address. */
async function hidden(actors: readonly Actor[], id: string): Promise<void> {
  for (const actor of actors)
    for (const [method, path] of [
      ['GET', `/api/drafts/${id}`],
      ['GET', `/api/drafts/${id}/preview`],
      ['GET', `/api/comparisons?from=draft:${id}&to=draft:${id}`],
    ] as const)
      expect((await room.fetch(actor, method, path)).status).toBe(404)
}
