/** [S1] Corrigenda: asked for by one side, made by the other's consent, numbered, chained, never changed. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '../../../server/maintenance/verify.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import { canonicalHash } from '../../../shared/model/canonical-form.ts'
import { correctedText, corrigendaFaults, parseCorrigendumForm } from '../../../shared/model/corrigendum.ts'
import type { VersionView } from '../../../shared/protocol/views.ts'
import { adopt, adoptionAs, askForCorrigendum, openAdoption } from '../../support/adopting.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
let version: VersionView
beforeEach(async () => {
  room = await createTestRoom()
  ;({ version } = await adopt(room))
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
const adopted = async (actor: Actor = 'fraChair') => (await adoptionAs(room, actor)).adopted!
const newest = async () => (await adopted('organiser')).proposals[0]!.id
const answer = (actor: Actor, id: string, outcome: 'consented' | 'declined', why = '') =>
  room.call(actor, 'POST /api/corrigenda/:id/answer', {
    params: { id },
    body: { outcome, reason: why ? { fr: why, ja: '' } : null },
  })
const withdraw = (actor: Actor, id: string) =>
  room.call(actor, 'DELETE /api/corrigenda/:id', { params: { id } })
const correct = async (index: number, by: string) => {
  await askForCorrigendum(room, 'fraChair', index, { fr: words => words.replace(/\.$/u, `${by}.`) })
  return answer('japChair', await newest(), 'consented')
}
const file = async (number: number, actor: Actor = 'japReviewer') =>
  room.fetch(actor, 'GET', `/api/versions/${version.id}/corrigenda/${number}`)

describe('[S1] a corrigendum', () => {
  test('gets its number and its hash by the consent of the other side; the adopted text stays', async () => {
    const heard = room.listen('fraReviewer')
    const asked = await askForCorrigendum(room, 'fraChair', 1, {
      fr: words => words.replace('coopérons', 'coopérerons'),
      ja: words => words.replace('協力する', '協力していく'),
    })
    expect(asked).toMatchObject({ ok: true })
    const before = await adopted('japChair')
    expect(before).toMatchObject({ correctsFor: 'jap', corrigenda: [] })
    expect(before.proposals).toMatchObject([
      { state: 'open', side: 'fra', mayAnswer: true, mayWithdraw: false },
    ])
    room.wait({ days: 2 })
    expect(await answer('japChair', before.proposals[0]!.id, 'consented')).toMatchObject({
      value: { number: 1 },
    })
    expect(heard).toContainEqual({ topic: 'agreement', subject: room.edition.declaration })

    const after = await adopted('fraReviewer')
    expect(after).toMatchObject({ correctsFor: null, proposals: [], version: { sha256: version.sha256 } })
    expect(after.corrigenda).toMatchObject([
      { number: 1, at: room.now, askedBy: { side: 'fra' }, consentedBy: { side: 'jap' } },
    ])
    const { content } = await room.get('fraReviewer', 'GET /api/versions/:id', { params: { id: version.id } })
    expect(plainText(content.fr[1]!)).toContain('coopérons')
    const corrected = correctedText(content, after.corrigenda)
    expect([plainText(corrected.fr[1]!), plainText(corrected.ja[1]!)]).toEqual([
      expect.stringContaining('coopérerons'),
      expect.stringContaining('協力していく'),
    ])
    expect(corrected.fr.map(({ id }) => id)).toEqual(content.fr.map(({ id }) => id))

    const form = await (await file(1)).text()
    expect(await canonicalHash(form)).toBe(after.corrigenda[0]!.sha256)
    expect(parseCorrigendumForm(form)).toMatchObject({
      number: 1,
      adopted: version.sha256,
      previous: null,
      at: room.now,
      reason: { fr: 'Coquille.', ja: '誤記のため。' },
    })
    const [act] = await room.get('japReviewer', 'GET /api/acts', {})
    expect(act).toMatchObject({
      kind: 'corrigendum-made',
      detail: { number: '1', sha256: after.corrigenda[0]!.sha256 },
    })
    expect((await verify(room.deps.db)).findings).toEqual([])
  })

  test('follows the one before by its hash, on the words as corrected so far', async () => {
    await correct(1, ' toujours')
    await correct(1, ' ensemble')
    const { corrigenda } = await adopted()
    expect(corrigenda.map(({ number }) => number)).toEqual([1, 2])
    const forms = await Promise.all([1, 2].map(async number => (await file(number)).text()))
    expect(parseCorrigendumForm(forms[1]!).previous).toBe(corrigenda[0]!.sha256)
    const { content } = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: version.id } })
    expect(plainText(correctedText(content, corrigenda).fr[1]!)).toMatch(/ toujours ensemble\.$/)
    const kept = forms.map((canonical, index) => ({ canonical, sha256: corrigenda[index]!.sha256 }))
    const text = { sha256: version.sha256, text: content }
    expect(await corrigendaFaults(text, kept)).toEqual([])
    expect(await corrigendaFaults(text, kept.slice(1))).not.toEqual([])
    expect(await corrigendaFaults({ ...text, sha256: '0'.repeat(64) }, kept)).not.toEqual([])
  })

  test('[M2] is asked for by chairs, and answered by the other side’s chair alone', async () => {
    const change = { fr: (words: string) => `${words} !` }
    for (const actor of ['fraDrafter', 'japLead', 'organiser', 'observer', 'fraReviewer'] as const)
      expect(refusalOf(await askForCorrigendum(room, actor, 1, change)), actor).toBe('not-allowed')
    await askForCorrigendum(room, 'fraChair', 1, change)
    const id = await newest()
    for (const actor of ['fraChair', 'fraDrafter', 'japDrafter', 'organiser'] as const)
      expect(refusalOf(await answer(actor, id, 'consented')), actor).toBe('not-allowed')
    expect(refusalOf(await answer('observer', id, 'consented'))).toBe('not-found')
    for (const actor of ['japChair', 'fraDrafter', 'organiser'] as const)
      expect(refusalOf(await withdraw(actor, id)), actor).toBe('not-allowed')
    expect(refusalOf(await withdraw('observer', id))).toBe('not-found')
    expect((await adopted()).corrigenda).toEqual([])
  })

  test('declined needs a reason, and is over; so is one that was withdrawn', async () => {
    await askForCorrigendum(room, 'japChair', 2, { ja: words => words.replace('2年', '二年') })
    const id = await newest()
    expect(refusalOf(await answer('fraChair', id, 'declined'))).toBe('reason-missing')
    expect(await answer('fraChair', id, 'declined', 'Les chiffres restent.')).toMatchObject({
      value: { number: null },
    })
    expect((await adopted('japChair')).proposals).toMatchObject([
      { state: 'declined', declined: { reason: { fr: 'Les chiffres restent.' } }, mayAnswer: false },
    ])
    expect(refusalOf(await answer('fraChair', id, 'consented'))).toBe('corrigendum-closed')
    room.wait({ minutes: 1 })
    await askForCorrigendum(room, 'japChair', 2, { ja: words => words.replace('2年', '二年') })
    const second = await newest()
    expect(await withdraw('japChair', second)).toMatchObject({ ok: true })
    expect(refusalOf(await withdraw('japChair', second))).toBe('corrigendum-closed')
    expect(refusalOf(await answer('fraChair', second, 'consented'))).toBe('corrigendum-closed')
    expect((await adopted()).corrigenda).toEqual([])
  })

  test('says why in both languages, and changes words that are there', async () => {
    const { content } = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: version.id } })
    const { unit } = content.fr[1]!
    const before = { fr: [plainText(content.fr[1]!)], ja: [plainText(content.ja[1]!)] }
    const reason = { fr: 'Coquille.', ja: '誤記。' }
    const ask = async (units: object[], why = reason) =>
      room.call('fraChair', 'POST /api/texts/:id/corrigenda', {
        params: { id: room.edition.declaration },
        body: { units: units as never, reason: why },
      })
    const after = { fr: ['Autre.'], ja: before.ja }
    expect(refusalOf(await ask([{ unit, before, after }], { fr: 'x', ja: ' ' }))).toBe('reason-missing')
    expect(refusalOf(await ask([{ unit: 'none', before, after }]))).toBe('invalid')
    expect(refusalOf(await ask([{ unit, before, after: before }]))).toBe('invalid')
    expect(refusalOf(await ask([{ unit, before, after: { fr: [' '], ja: before.ja } }]))).toBe('invalid')
    expect(refusalOf(await ask([{ unit, before, after: { fr: [], ja: before.ja } }]))).toBe('invalid')
    expect(
      refusalOf(
        await ask([
          { unit, before, after },
          { unit, before, after },
        ]),
      ),
    ).toBe('invalid')
    const other = { fr: ['Autre chose.'], ja: before.ja }
    expect(refusalOf(await ask([{ unit, before: other, after }]))).toBe('unit-edited')
  })

  test('of words that another one has corrected meanwhile is overtaken', async () => {
    await askForCorrigendum(room, 'fraChair', 1, { fr: words => `${words} Un.` })
    const first = await newest()
    room.wait({ minutes: 1 })
    await askForCorrigendum(room, 'fraChair', 1, { fr: words => `${words} Deux.` })
    expect(await answer('japChair', await newest(), 'consented')).toMatchObject({ value: { number: 1 } })
    expect(refusalOf(await answer('japChair', first, 'consented'))).toBe('unit-edited')
    expect((await adopted()).proposals).toMatchObject([{ id: first, state: 'overtaken', mayWithdraw: true }])
  })

  test('consented to twice at once is one', async () => {
    await askForCorrigendum(room, 'fraChair', 1, { fr: words => `${words} Un.` })
    const id = await newest()
    const answers = await Promise.all([
      answer('japChair', id, 'consented'),
      answer('japChair', id, 'consented'),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await adopted()).corrigenda).toHaveLength(1)
  })

  test('[R4] cannot be changed or removed, and a change by hand is found', async () => {
    await correct(1, ' toujours')
    const { db } = room.deps
    const run = (statement: string) => sql.raw(statement).execute(db)
    for (const statement of [
      `update corrigenda set sha256 = 'x'`,
      'delete from corrigenda',
      'replace into corrigenda select * from corrigenda',
    ])
      await expect(run(statement), statement).rejects.toThrow('cannot change')
    for (const act of ['update', 'delete', 'replace']) await run(`drop trigger corrigenda_refuse_${act}`)
    await run(`update corrigenda set canonical = replace(canonical, 'toujours', 'parfois')`)
    expect((await verify(db)).findings.join('\n')).toMatch(/corrigendum 1: the hash differs/)
    await run('delete from corrigenda')
    expect((await verify(db)).findings).toContain(
      'a corrigendum, which the log of acts recorded, is not there',
    )
  })
})

test('[S1] a text that is not adopted takes none', async () => {
  await room.close()
  room = await createTestRoom()
  const { v1 } = await openAdoption(room)
  const asked = room.call('fraChair', 'POST /api/texts/:id/corrigenda', {
    params: { id: room.edition.declaration },
    body: {
      units: [{ unit: 'u', before: { fr: ['a'], ja: [] }, after: { fr: ['b'], ja: [] } }],
      reason: { fr: 'x', ja: 'x' },
    },
  })
  expect(refusalOf(await asked)).toBe('text-not-adopted')
  expect(await room.get('fraChair', 'GET /api/versions/:id/corrigenda', { params: { id: v1.id } })).toEqual(
    [],
  )
})
