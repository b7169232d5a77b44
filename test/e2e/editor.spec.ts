/** The draft in the room: several people, a real server, real keys. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { CLOSE } from '../../shared/protocol/sync-protocol.ts'
import type { DeskView, TransmissionPreview } from '../../shared/protocol/views.ts'
import { decideTheRest } from './decide-by-request.ts'
import { expect, test } from './fixtures.ts'
import { type Network, networkOf } from './network-of.ts'

/** Opens the draft that this person may open, once its editors are there. */
async function openDraft(page: Page): Promise<void> {
  const desk = (await (await page.request.get('/api/desk')).json()) as DeskView
  const draft = desk.texts.find(each => each.draft)?.draft
  if (!draft) throw new Error('no draft is open to this person')
  await page.goto(`/drafts/${draft.id}`)
}

const french = (page: Page) => page.getByRole('textbox', { name: 'Texte français' })
const japanese = (page: Page) => page.getByRole('textbox', { name: 'Texte japonais' })
/** The block of a language that holds these words. */
const block = (page: Page, words: string | RegExp) =>
  page.locator('[data-block]').filter({ hasText: words }).first()
const stored = (page: Page) => page.locator('[data-saving="stored"]')

/** Puts the caret at the end of a block. */
async function caretAtEnd(page: Page, words: string | RegExp): Promise<void> {
  await block(page, words).click()
  await page.keyboard.press('End')
}

async function drafters(actors: Parameters<Parameters<typeof test>[2]>[0]['actors']): Promise<[Page, Page]> {
  const pages = await Promise.all([
    actors.enter('drafter', 'jap', { language: 'fr' }),
    actors.enter('drafter', 'jap', { nth: 1, language: 'fr' }),
  ])
  await Promise.all(pages.map(openDraft))
  await Promise.all(pages.map(page => expect(french(page)).toBeVisible()))
  return pages
}

/** As `drafters`, with a network of the first that can be cut. */
async function draftersAndNetwork(
  actors: Parameters<typeof drafters>[0],
): Promise<[first: Page, second: Page, network: Network]> {
  const first = await actors.enter('drafter', 'jap', { language: 'fr' })
  const second = await actors.enter('drafter', 'jap', { nth: 1, language: 'fr' })
  const network = await networkOf(first)
  for (const page of [first, second]) {
    await openDraft(page)
    await expect(french(page)).toBeVisible()
  }
  return [first, second, network]
}

test('[U2] two people type in one paragraph at once: both words arrive whole and in order', async ({
  actors,
}) => {
  const [first, second] = await drafters(actors)
  const words = 'Déclaration de Cannes'
  await block(first, words).click()
  await first.keyboard.press('End')
  await block(second, words).click()
  await second.keyboard.press('Home')
  await Promise.all([
    first.keyboard.type(' abcdefghij', { delay: 35 }),
    second.keyboard.type('0123456789 ', { delay: 28 }),
  ])
  for (const page of [first, second])
    await expect(block(page, words)).toHaveText(`0123456789 ${words} abcdefghij`)
  await expect(stored(first)).toBeVisible()
})

test('[U5] one composes Japanese while the other types in the same paragraph: nothing doubled, nothing lost', async ({
  actors,
}) => {
  const [first, second] = await drafters(actors)
  await caretAtEnd(first, 'カンヌ宣言')
  const input = await first.context().newCDPSession(first)
  for (const text of ['に', 'にほ', 'にほん'])
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await block(second, 'カンヌ宣言').click()
  await second.keyboard.press('Home')
  await second.keyboard.type('abc', { delay: 30 })
  await expect(stored(second)).toBeVisible()
  // What is not confirmed is on this device only, and the other has not seen it.
  await expect(first.locator('[data-saving="device"]')).toBeVisible()
  await expect(block(second, 'カンヌ宣言')).toHaveText('abcカンヌ宣言')
  await input.send('Input.insertText', { text: '日本' })
  for (const page of [first, second]) await expect(block(page, 'カンヌ宣言')).toHaveText('abcカンヌ宣言日本')
  await expect(stored(first)).toBeVisible()
})

test('[U8] each sees where the other is, by name', async ({ actors }) => {
  const [first, second] = await drafters(actors)
  await block(second, 'Nos engagements').click()
  await expect(first.locator('.other-caret')).toHaveCount(1)
  await expect(first.getByRole('list', { name: 'Présents' })).toContainText(/COPIL JAP|日本側/)
  await expect(first.getByLabel(/est dans ce paragraphe/)).toHaveCount(1)
  await second.close()
  await expect(first.locator('.other-caret')).toHaveCount(0)
})

test('[U2] a unit moved by keys moves in both languages, for everyone, and undo takes it back', async ({
  actors,
}) => {
  const [first, second] = await drafters(actors)
  const before = { fr: await unitsOf(second, 'fr'), ja: await unitsOf(second, 'ja') }
  await block(first, 'Nos engagements').click()
  const unit = (await block(first, 'Nos engagements').getAttribute('data-unit'))!
  await first.keyboard.press('Alt+ArrowUp')
  for (const side of ['fr', 'ja'] as const) {
    const at = before[side].indexOf(unit)
    const moved = before[side].toSpliced(at, 1).toSpliced(at - 1, 0, unit)
    await expect.poll(() => unitsOf(second, side)).toEqual(moved)
  }
  await first.keyboard.press('Control+z')
  for (const side of ['fr', 'ja'] as const)
    await expect.poll(() => unitsOf(second, side)).toEqual(before[side])
})

/** Units in the order of a language, each once. */
async function unitsOf(page: Page, side: 'fr' | 'ja'): Promise<string[]> {
  const units = await page
    .locator(`[data-side="${side}"] > [data-block]`)
    .evaluateAll(blocks => blocks.map(each => (each as HTMLElement).dataset.unit ?? ''))
  return [...new Set(units)]
}

test('[D3] words written without a network stay on the device, and are stored when it returns', async ({
  actors,
}) => {
  const [first, second, network] = await draftersAndNetwork(actors)
  await caretAtEnd(first, 'Déclaration de Cannes')
  await network.cut()
  await first.keyboard.type(' hors ligne')
  await expect(first.locator('[data-saving="device"]')).toBeVisible()
  network.mend()
  await expect(stored(first)).toBeVisible({ timeout: 30_000 })
  await expect(block(second, 'Déclaration de Cannes')).toContainText('hors ligne')
})

test('[D3] words written without a network in a paragraph that moves meanwhile are there when one comes back later', async ({
  actors,
}) => {
  const [first, second, network] = await draftersAndNetwork(actors)
  const context = first.context()
  // The others last saw it in the title: nothing keeps them from moving the paragraph.
  await caretAtEnd(first, 'Déclaration de Cannes')
  await expect(second.locator('.other-caret')).toHaveCount(1)
  await network.cut()
  await caretAtEnd(first, 'Nos engagements')
  await first.keyboard.type(' hors ligne')
  await expect(first.locator('[data-saving="device"]')).toBeVisible()
  const address = first.url()
  await first.close()

  // The other moves the unit above down, and with that takes this one out and puts it in above.
  await block(second, 'la prévention des risques naturels').click()
  const unit = await block(second, 'Nos engagements').getAttribute('data-unit')
  const before = await unitsOf(second, 'fr')
  await second.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await unitsOf(second, 'fr')).indexOf(unit!)).toBe(before.indexOf(unit!) - 1)
  await expect(stored(second)).toBeVisible()

  network.mend()
  const again = await context.newPage()
  await again.goto(address)
  for (const page of [again, second])
    await expect(block(page, 'Nos engagements')).toHaveText('Nos engagements hors ligne')
})

test('[D3] when the room refuses an old page for good, the words it holds can be taken away as a file', async ({
  actors,
}) => {
  const [first, , network] = await draftersAndNetwork(actors)
  await network.cut()
  await caretAtEnd(first, 'Nos engagements')
  await first.keyboard.type(' hors ligne')
  network.mendRefusing(CLOSE.schema)
  await expect(first.getByRole('alert')).toContainText('Rechargez')
  await expect(first.locator('[contenteditable="true"]')).toHaveCount(0)
  await expect(first.getByText('Nos engagements hors ligne')).toBeVisible()
  const [download] = await Promise.all([
    first.waitForEvent('download'),
    first.getByRole('button', { name: 'Télécharger' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain('Nos engagements hors ligne')
})

test('[R4] a draft transmitted while one has it open stays in sight and says so; opened again, it leads to its version', async ({
  actors,
  room,
}) => {
  const drafter = await actors.enter('drafter', 'jap', { language: 'fr' })
  await openDraft(drafter)
  await expect(french(drafter)).toBeVisible()
  const chair = await actors.enter('chair', 'jap')
  const draft = drafter.url().split('/').at(-1)!
  const api = `/api/drafts/${draft}`
  await decideTheRest(room, chair, draft, 'reserved')
  const { sha256, decisions } = (await (
    await chair.request.get(`${api}/preview`)
  ).json()) as TransmissionPreview
  const answer = await chair.request.post(`${api}/transmission`, {
    headers: { origin: room.address },
    data: { sha256, decisions: decisions?.sha256, coverNote: { fr: 'Voici.', ja: '提出します。' } },
  })
  expect(answer.ok()).toBe(true)
  await expect(drafter.getByText('a été transmis')).toBeVisible()
  await expect(drafter.getByText('Déclaration de Cannes').first()).toBeVisible()
  await expect(drafter.locator('[contenteditable="true"]')).toHaveCount(0)
  await drafter.reload()
  await expect(drafter.getByText('a été transmis')).toBeVisible()
  await drafter
    .locator('main')
    .getByRole('link', { name: /Versions/ })
    .last()
    .click()
  await expect(drafter).toHaveURL(/\/texts\//)
})

test('[M2] a reviewer reads the draft live and has no editor', async ({ actors }) => {
  const drafter = await actors.enter('drafter', 'jap', { language: 'fr' })
  await openDraft(drafter)
  const reviewer = await actors.enter('reviewer', 'jap', { language: 'fr' })
  await openDraft(reviewer)
  await expect(reviewer.getByText('Déclaration de Cannes').first()).toBeVisible()
  await expect(reviewer.getByRole('textbox')).toHaveCount(0)
  await expect(reviewer.locator('[contenteditable="true"]')).toHaveCount(0)
  await caretAtEnd(drafter, 'Déclaration de Cannes')
  await drafter.keyboard.type(' vue')
  await expect(reviewer.getByText('Déclaration de Cannes vue')).toBeVisible()
})

test('[U7] a narrow screen shows one language, and a key leads to the same unit in the other', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', {
    language: 'fr',
    context: { viewport: { width: 390, height: 844 } },
  })
  await openDraft(page)
  await expect(french(page)).toBeVisible()
  await expect(japanese(page)).toBeHidden()
  const engagements = block(page, 'Nos engagements')
  const unit = await engagements.getAttribute('data-unit')
  await engagements.click()
  await page.keyboard.press('Alt+Enter')
  await expect(japanese(page)).toBeVisible()
  await expect(french(page)).toBeHidden()
  const counterpart = page.locator(`[data-side="ja"] > [data-unit="${unit}"]`).first()
  await expect(counterpart).toBeInViewport()
  await page.keyboard.type('印')
  await expect(counterpart).toContainText('印')
})

test('[U6] every text has its language', async ({ actors }) => {
  const page = await actors.enter('drafter', 'jap', { language: 'ja' })
  await openDraft(page)
  await expect(page.locator('[data-side="fr"][lang="fr"]').first()).toBeVisible()
  await expect(page.locator('[data-side="ja"][lang="ja"]').first()).toBeVisible()
  expect(
    await page
      .locator('[data-side="ja"] > [data-block]')
      .first()
      .evaluate(each => getComputedStyle(each).lineBreak),
  ).toBe('strict')
})
