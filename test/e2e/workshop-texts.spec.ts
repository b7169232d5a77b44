/** [W1] [W2] The leads of both sides write one summary, submit it from a phone, and the secretariat returns and accepts it. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { Language } from '../../shared/model/language.ts'
import type { DraftView, VersionView } from '../../shared/protocol/views.ts'
import type { WorkshopsView, WorkshopTextView } from '../../shared/protocol/workshop-views.ts'
import type { Room } from '../support/room.ts'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { expect, test } from './fixtures.ts'
import { writeIntoDraft } from './write-into-draft.ts'

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, bypassCSP: true }

/** The summary of the first workshop. */
async function summaryOf(
  page: Page,
): Promise<{ readonly workshop: string; readonly view: WorkshopTextView }> {
  const { workshops } = (await (await page.request.get('/api/workshops')).json()) as WorkshopsView
  const [first] = workshops
  const view = first!.texts.find(({ text }) => text.kind === 'workshop-summary')!
  return { workshop: first!.workshop.id, view }
}

async function beginSummary(room: Room, page: Page): Promise<string> {
  const { view } = await summaryOf(page)
  const answer = await page.request.post(`/api/texts/${view.text.id}/draft`, {
    headers: { origin: room.address },
    data: {},
  })
  return ((await answer.json()) as DraftView).draft.id
}

/** Writes over a block, by its place. */
const write =
  (language: Language, index: number, words: string) =>
  (text: BilingualText): BilingualText => ({
    ...text,
    [language]: text[language].map((block, at) =>
      at === index ? { ...block, content: [{ type: 'text', text: words }] } : block,
    ),
  })

async function submitByRequest(room: Room, page: Page, draft: string): Promise<VersionView> {
  const path = `/api/drafts/${draft}/submission`
  const { sha256 } = (await (await page.request.get(path)).json()) as { sha256: string }
  const answer = await page.request.post(path, {
    headers: { origin: room.address },
    data: { sha256, note: { fr: '', ja: '' } },
  })
  return (await answer.json()) as VersionView
}

test('[W2] [U7] a lead submits on a phone in Japanese; it is returned with a reason, submitted again, accepted', async ({
  actors,
  room,
}) => {
  const lead = await actors.enter('lead', 'jap', { language: 'ja', context: PHONE })
  const secretariat = await actors.enter('organiser', null, { language: 'fr' })
  const { workshop } = await summaryOf(lead)
  await lead.goto(`/workshops/${workshop}`)
  const summary = lead.getByRole('article', { name: '第1分科会の要旨' })
  await expect(summary).toContainText('未着手')
  await expect(summary).toContainText('パリ')
  await expect(summary).toContainText('東京')
  expect(await accessibilityFaults(lead)).toEqual([])
  expect(await overflow(lead)).toBe(0)
  await summary.getByRole('button', { name: '案の作成を始める' }).click()
  await expect(lead).toHaveURL(/\/drafts\//)
  const draft = lead.url().split('/').at(-1)!
  await expect(lead.getByRole('group', { name: '長さと発言時間' })).toContainText('23字')
  expect(await accessibilityFaults(lead)).toEqual([])
  expect(await overflow(lead)).toBe(0)
  await writeIntoDraft(room, lead, draft, write('ja', 2, '雇用について話し合った。'))

  await lead.getByRole('link', { name: '提出の準備' }).click()
  await expect(lead.getByRole('heading', { level: 1, name: 'S1の提出' })).toBeVisible()
  await expect(lead.getByText('一方の言語にしかない段落：1件')).toBeVisible()
  const submit = lead.getByRole('button', { name: 'S1を提出する' })
  // For a thumb, and in sight without scrolling.
  await expect(submit).toBeInViewport()
  expect((await submit.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  expect(await accessibilityFaults(lead)).toEqual([])
  expect(await overflow(lead)).toBe(0)
  await submit.click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText('S1を提出しました')
  await expect(lead.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await expect(lead.getByText('提出日時')).toBeVisible()

  await secretariat.goto(`/workshops/${workshop}`)
  await secretariat.getByRole('link', { name: 'Examiner S1' }).click()
  await secretariat.getByRole('button', { name: 'Renvoyer' }).click()
  await expect(secretariat.getByText(/Dites pourquoi le texte est renvoyé/)).toBeVisible()
  await secretariat.getByLabel('Motif, en japonais').fill('フランス語も加えてください。')
  await secretariat.getByRole('button', { name: 'Renvoyer' }).click()
  await expect(secretariat.getByText('Renvoyée')).toBeVisible()

  await lead.getByRole('link', { name: '分科会', exact: true }).last().click()
  await expect(summary).toContainText('事務局がS1を差し戻しました')
  await expect(summary).toContainText('フランス語も加えてください。')
  await summary.getByRole('button', { name: 'S1を基に書き直す' }).click()
  await expect(lead).toHaveURL(/\/drafts\//)
  await expect(lead.getByText('事務局がS1を差し戻しました')).toBeVisible()
  const again = lead.url().split('/').at(-1)!
  await writeIntoDraft(room, lead, again, write('fr', 2, 'Nous avons parlé d’emploi.'))
  await lead.getByRole('link', { name: '提出の準備' }).click()
  await expect(lead.getByText('フランス語も加えてください。')).toBeVisible()
  await expect(lead.getByRole('heading', { name: 'S1からの変更' })).toBeVisible()
  await expect(lead.locator('ins', { hasText: 'emploi' })).toHaveCount(1)
  await lead.getByRole('button', { name: 'S2を提出する' }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText('S2を提出しました')

  await secretariat.goto(`/workshops/${workshop}`)
  await secretariat.getByRole('link', { name: 'Examiner S2' }).click()
  await secretariat.getByRole('button', { name: 'Accepter' }).click()
  await expect(secretariat.getByText('Acceptée')).toBeVisible()
  await lead.goto(`/workshops/${workshop}`)
  await expect(summary).toContainText('事務局がS2を受理しました')
})

test('[W1] what one lead leaves to be translated is in the other’s list, and goes when it is written', async ({
  actors,
  room,
}) => {
  const french = await actors.enter('lead', 'fra', { language: 'fr' })
  const japanese = await actors.enter('lead', 'jap', { language: 'ja' })
  const draft = await beginSummary(room, french)
  await writeIntoDraft(room, french, draft, text =>
    write('fr', 4, 'Un réseau des villes.')(write('fr', 2, 'Nous avons parlé d’emploi.')(text)),
  )
  await french.goto(`/drafts/${draft}`)
  await french.getByRole('button', { name: 'À traduire' }).click()
  await french.getByRole('menuitem', { name: 'Tout ce qui manque est à écrire en japonais' }).click()
  await expect(french.getByRole('button', { name: 'À traduire (2)' })).toBeVisible()

  await japanese.goto('/')
  await japanese.getByRole('link', { name: '翻訳待ちの2段落を日本語で書く' }).click()
  await expect(japanese).toHaveURL(new RegExp(`/drafts/${draft}#unit-`))
  await japanese.getByRole('button', { name: '翻訳待ち（2）' }).click()
  await japanese.getByRole('menuitem', { name: /日本語：Nous avons parlé/ }).click()
  await japanese.keyboard.insertText('雇用について話し合った。')
  await expect(japanese.getByRole('button', { name: '翻訳待ち（1）' })).toBeVisible()
  await expect(french.getByRole('button', { name: 'À traduire (1)' })).toBeVisible()
  const { workshop } = await summaryOf(japanese)
  await japanese.goto(`/workshops/${workshop}`)
  await japanese.getByRole('button', { name: /^一覧から外す/ }).click()
  await expect(french.getByRole('button', { name: 'À traduire', exact: true })).toBeVisible()
})

test('[W2] length and speaking time follow the words; beyond the limit it is said, and taken', async ({
  actors,
  room,
}) => {
  const lead = await actors.enter('lead', 'fra', { language: 'fr' })
  const draft = await beginSummary(room, lead)
  await lead.goto(`/drafts/${draft}`)
  const lengths = lead.getByRole('group', { name: 'Longueur et temps de parole' })
  await expect(lengths).toContainText('11 mots sur 200')
  await writeIntoDraft(room, lead, draft, write('fr', 2, 'mot '.repeat(175)))
  await expect(lengths).toContainText('proche de la limite')
  await writeIntoDraft(room, lead, draft, write('fr', 2, 'mot '.repeat(200)))
  await expect(lengths).toContainText('11 de trop')
  await expect(lengths).toContainText('3 min 01 avec interprétation')
  await lead.getByRole('link', { name: 'Préparer la remise' }).click()
  await expect(lead.getByText('11 de trop')).toBeVisible()
  await expect(lead.getByText(/L’échéance est passée\. La remise reste possible/).first()).toBeVisible()
  await lead.getByRole('button', { name: 'Remettre S1' }).click()
  await expect(lead.getByText('En retard sur l’échéance')).toBeVisible()
})

test('[R5] what the other lead wrote after the preview is shown before it is submitted', async ({
  actors,
  room,
}) => {
  const french = await actors.enter('lead', 'fra', { language: 'fr' })
  const japanese = await actors.enter('lead', 'jap')
  const draft = await beginSummary(room, french)
  await french.goto(`/drafts/${draft}/submit`)
  await expect(french.getByRole('button', { name: 'Remettre S1' })).toBeVisible()
  await writeIntoDraft(room, japanese, draft, write('ja', 2, '雇用について話し合った。'))
  await french.getByRole('button', { name: 'Remettre S1' }).click()
  await expect(french.getByText('Le texte a changé depuis cet aperçu')).toBeVisible()
  await expect(french.getByText('雇用について話し合った。')).toBeVisible()
  await french.getByRole('button', { name: 'Remettre S1' }).click()
  await expect(french.getByRole('heading', { level: 1 })).toContainText('S1 est remise')
})

test('[W1] the pages of texts work for a workshop’s: versions, comparison, history, and nobody else writes', async ({
  actors,
  room,
}) => {
  const lead = await actors.enter('lead', 'fra', { language: 'fr' })
  const first = await beginSummary(room, lead)
  await writeIntoDraft(room, lead, first, write('fr', 2, 'Nous avons parlé d’emploi.'))
  await submitByRequest(room, lead, first)
  const second = await beginSummary(room, lead)
  await writeIntoDraft(room, lead, second, write('fr', 2, 'Nous avons parlé de jeunesse.'))
  const { view } = await summaryOf(lead)
  await lead.goto(`/texts/${view.text.id}`)
  await expect(lead.getByRole('columnheader', { name: 'Avis du secrétariat' })).toBeVisible()
  await lead.getByRole('link', { name: 'Comparer à S1', exact: true }).click()
  await expect(lead.locator('ins', { hasText: 'jeunesse' }).first()).toBeVisible()
  await lead.goto(`/drafts/${first}/history`)
  await expect(lead.getByText('Brouillon commencé sur le plan type')).toBeVisible()
  await expect(lead.getByText(/a été transmis ou remis/)).toBeVisible()
  await lead.goto(`/drafts/${first}/submit`)
  await expect(lead.getByText('Ce brouillon a été remis')).toBeVisible()

  const chair = await actors.enter('chair', 'fra', { language: 'fr' })
  await chair.goto(`/drafts/${second}/submit`)
  await expect(chair.getByText(/il est remis par les chefs de cet atelier/)).toBeVisible()
  await expect(chair.getByRole('button', { name: /^Remettre/ })).toHaveCount(0)
  const organiser = await actors.enter('organiser', null, { language: 'fr' })
  await organiser.goto(`/drafts/${second}/submit`)
  await expect(organiser.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
})

test('[M4] a lead whose mandate ended while offline is told so, and takes the unsent words away', async ({
  actors,
  room,
}) => {
  const lead = await actors.enter('lead', 'fra', { language: 'fr' })
  const organiser = await actors.enter('organiser', null)
  const draft = await beginSummary(room, lead)
  await lead.goto(`/drafts/${draft}`)
  await expect(lead.getByText('Enregistré en lieu sûr')).toBeVisible()
  await lead.context().setOffline(true)
  await lead.getByRole('textbox', { name: 'Texte français' }).getByText('Constats partagés').click()
  await lead.keyboard.press('End')
  await lead.keyboard.insertText(' et mots non envoyés')
  await expect(lead.getByText('Sur cet appareil').first()).toBeVisible()
  const { mandates } = (await (await organiser.request.get('/api/people')).json()).people.find(
    (each: { mandates: { role: string; side: string }[] }) =>
      each.mandates.some(({ role, side }) => role === 'lead' && side === 'fra'),
  ) as { mandates: { id: string }[] }
  await organiser.request.post(`/api/mandates/${mandates[0]!.id}/end`, {
    headers: { origin: room.address },
    data: {},
  })
  await lead.context().setOffline(false)
  const [file] = await Promise.all([
    lead.waitForEvent('download'),
    lead.getByRole('button', { name: 'Emporter les mots : Résumé de l’atelier 1' }).click(),
  ])
  expect(await readFile((await file.path())!, 'utf8')).toContain('Constats partagés et mots non envoyés')
})
