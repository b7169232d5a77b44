/** [S1] The last day: from an open joint draft to the adopted text, by the chairs of both sides; and a corrigendum. */
import type { Page } from '@playwright/test'
import type { Room } from '../support/room.ts'
import { accessibilityFaults, overflow } from './accessibility.ts'
import {
  adoptionFor,
  agreeToAll,
  confirmFacts,
  openAdoption,
  sealByRequest,
  settleWords,
} from './adopt-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { type Actors, expect, test } from './fixtures.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

/** For axe, whose script the pages' own policy would refuse. */
const context = { viewport: { width: 1440, height: 900 }, bypassCSP: true }

type Story = {
  readonly organiser: Page
  readonly fra: Page
  readonly jap: Page
  readonly draft: string
  readonly page: string
}

async function begin(actors: Actors, room: Room): Promise<Story> {
  const organiser = await actors.enter('organiser', null)
  const fra = await actors.enter('chair', 'fra', { language: 'fr', context })
  const jap = await actors.enter('chair', 'jap', { language: 'ja', context })
  const { draft } = await openAdoption(room, organiser, fra)
  const page = `/texts/${(await declarationOf(fra)).text.id}/adoption`
  return { organiser, fra, jap, draft: draft.id, page }
}

/** Words, facts and agreements are settled: nothing stands in the way. */
async function settle(room: Room, { organiser, fra, jap, draft }: Story): Promise<void> {
  await settleWords(room, fra, draft)
  await confirmFacts(room, organiser)
  for (const chair of [fra, jap]) await agreeToAll(room, chair, draft)
}

const sealOf = (page: Page, side: string) =>
  page.getByRole('region', { name: /^(Les deux sceaux|双方の押印)$/ }).locator(`[data-side="${side}"]`)

test('[S1] the page lists what stands in the way, each with the link that leads there, in both languages', async ({
  actors,
  room,
}) => {
  const story = await begin(actors, room)
  const { organiser, fra, jap, draft, page } = story
  await fra.goto(page)
  const list = fra.getByRole('region', { name: 'Ce qui s’oppose encore à l’adoption' })
  for (const kind of ['Crochets', 'Données partagées ouvertes', 'Paragraphes dans une seule langue'])
    await expect(list.getByRole('heading', { name: kind })).toBeVisible()
  await expect(sealOf(fra, 'fra')).toContainText('Pas encore scellé')
  await expect(fra.getByRole('button', { name: /^Sceller pour/ })).toHaveCount(0)
  expect(await accessibilityFaults(fra)).toEqual([])
  await fra.setViewportSize({ width: 390, height: 800 })
  expect(await overflow(fra)).toBeLessThanOrEqual(0)
  await fra.setViewportSize(context.viewport)

  // Who may not read the joint draft is told where the plan stands, and nothing of the text.
  await organiser.goto(page)
  await expect(
    organiser.getByText('n’est pas encore commencé, ou votre mandat', { exact: false }),
  ).toBeVisible()

  // Live: a fact is confirmed, and its obstacle is gone from the other's page.
  await jap.goto(page)
  const facts = jap.getByRole('heading', { name: /^▲?\s*未確定の共通データ/ })
  await expect(facts).toBeVisible()
  await confirmFacts(room, organiser)
  await expect(facts).toHaveCount(0)

  await list
    .getByRole('link', { name: /^Paragraphe 37 / })
    .first()
    .click()
  await expect(fra).toHaveURL(new RegExp(`/drafts/${draft}#unit-`))
  await expect(fra.getByRole('link', { name: 'Adoption', exact: true })).toBeVisible()
  await expect(fra.getByRole('link', { name: /^Transmettre/ })).toHaveCount(0)
})

test('[S1] both chairs seal one hash; an edit in between makes the first seal void; then the text is adopted and nobody writes it', async ({
  actors,
  room,
}) => {
  test.slow()
  const story = await begin(actors, room)
  const { fra, jap, draft, page } = story
  await settle(room, story)

  await fra.goto(page)
  await expect(fra.getByText('Plus rien ne s’oppose à l’adoption', { exact: false })).toBeVisible()
  await fra.getByRole('button', { name: 'Sceller pour le COPIL FRA' }).click()
  const { sha256 } = (await adoptionFor(room, fra)).readiness!
  await expect(fra.getByRole('dialog')).toContainText(sha256)
  await fra.getByRole('button', { name: 'Sceller', exact: true }).click()
  await expect(sealOf(fra, 'fra')).toContainText('Scellé')
  expect(await accessibilityFaults(fra)).toEqual([])

  // The other side is told that its seal is awaited.
  await jap.goto('/')
  await jap.getByRole('link', { name: '宣言に押印する（相手側は押印済みです）' }).click()
  await expect(sealOf(jap, 'fra')).toContainText('押印済み')

  // Somebody still changes a word: both see that the seal is on another text.
  const drafter = await actors.enter('drafter', 'fra')
  await writeIntoDraft(room, drafter, draft, text =>
    replaceWords(text, 'fr', 'Nos engagements', 'Nos engagements communs'),
  )
  await jap.reload()
  await expect(sealOf(jap, 'fra')).toContainText('フランス側の押印後に文書が変更されました。')
  await expect(jap.getByRole('heading', { name: /双方の合意に至っていない段落/ })).toBeVisible()
  await expect(jap.getByRole('button', { name: '日本側として押印する' })).toHaveCount(0)

  for (const chair of [fra, jap]) await agreeToAll(room, chair, draft)
  await sealByRequest(room, fra)
  await jap.getByRole('button', { name: '日本側として押印する' }).click()
  await expect(jap.getByRole('dialog')).toContainText('以後、本文は一切変更できません')
  await jap.getByRole('button', { name: '押印して採択する' }).click()
  await expect(jap.getByText('宣言が採択されました').first()).toBeVisible()
  await expect(fra.getByText('La déclaration est adoptée').first()).toBeVisible()
  for (const side of ['fra', 'jap']) await expect(sealOf(fra, side)).toContainText('Scellé')
  expect(await accessibilityFaults(jap)).toEqual([])
  await jap.setViewportSize({ width: 390, height: 800 })
  expect(await overflow(jap)).toBeLessThanOrEqual(0)

  await fra.goto('/')
  await expect(fra.getByRole('heading', { level: 1 })).toHaveText('La déclaration est adoptée.')
  await drafter.goto(`/drafts/${draft}`)
  await expect(drafter.locator('.ProseMirror[contenteditable="true"]')).toHaveCount(0)
})

test('[S1] a corrigendum: asked for by one side, consented to by the other, beside the adopted text', async ({
  actors,
  room,
}) => {
  test.slow()
  const story = await begin(actors, room)
  const { fra, jap, page } = story
  await settle(room, story)
  for (const chair of [fra, jap]) await sealByRequest(room, chair)

  await fra.goto(page)
  await fra.getByRole('button', { name: 'Demander un corrigendum' }).click()
  const form = fra.getByRole('form', { name: 'Demander un corrigendum' })
  const choice = form.getByLabel('Paragraphe à corriger')
  const option = choice.getByRole('option', { name: 'Nos engagements' })
  await choice.selectOption((await option.getAttribute('value')) ?? '')
  await form.getByLabel('Français', { exact: true }).fill('Nos engagements communs')
  await form.getByLabel('Japonais', { exact: true }).fill('私たちの共同の約束')
  await form.getByLabel('Motif, en français').fill('Un mot manquait.')
  await form.getByLabel('Motif, en japonais').fill('語の脱落のため。')
  expect(await accessibilityFaults(fra)).toEqual([])
  await form.getByRole('button', { name: 'Demander ce corrigendum' }).click()
  await expect(fra.getByRole('region', { name: 'Corrigenda demandés' })).toContainText(
    'attend la réponse de l’autre partie',
  )

  await jap.goto('/')
  await jap.getByRole('link', { name: '相手側からの訂正の申入れに回答する' }).click()
  await jap.getByRole('button', { name: '同意する', exact: true }).click()
  await jap.getByRole('dialog').getByRole('button', { name: '同意する', exact: true }).click()
  await expect(jap.getByRole('heading', { name: '正誤表 第1号' })).toBeVisible()
  await expect(fra.getByRole('heading', { name: 'Corrigendum n° 1' })).toBeVisible()

  await fra.getByRole('link', { name: 'Lire la déclaration adoptée' }).click()
  const unit = fra.locator('[data-unit]', { hasText: 'Nos engagements' })
  await expect(unit.getByRole('link', { name: 'Corrigendum 1' })).toBeVisible()
  await expect(unit).not.toContainText('communs')
  await fra.getByLabel('Lecture', { exact: true }).selectOption('corrected')
  await expect(unit).toContainText('Nos engagements communs')
  await expect(unit).toContainText('私たちの共同の約束')
  await expect(fra.getByRole('status')).toContainText('1 corrigendum')
  await unit.getByRole('link', { name: 'Corrigendum 1' }).click()
  await expect(fra).toHaveURL(/\/adoption#corrigendum-1$/)
  await expect(fra.getByRole('heading', { name: 'Corrigendum n° 1' })).toBeInViewport()
})
