/** [A3] [A4] [U8] The chairs of both sides agree paragraph by paragraph, each on a screen of their own. */
import type { Locator, Page } from '@playwright/test'
import type { EditionView, TextView } from '../../shared/protocol/views.ts'
import type { Room } from '../support/room.ts'
import { accessibilityFaults } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { askAt } from './set-up-by-request.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

/** The sign of a unit in the margin. */
function markOf(page: Page, unit: string): Locator {
  return page.locator(`[data-unit="${unit}"] [data-agreement]`)
}

async function act(page: Page, unit: string, name: string): Promise<void> {
  await markOf(page, unit).click()
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
}

/** A joint stage is current; after the confirmation of the essential content or before it. */
async function openJointStage(room: Room, organiser: Page, confirmed: boolean): Promise<void> {
  const { stages } = await askAt<EditionView>(room, organiser, 'GET', '/api/edition')
  const open = (id: string) => askAt(room, organiser, 'POST', `/api/stages/${id}/open`)
  if (confirmed) await open(stages.find(({ confirmsEssential }) => confirmsEssential)!.id)
  await open(stages.find(({ turn }) => turn === 'joint')!.id)
}

async function jointDraft(room: Room, page: Page): Promise<string> {
  const { text } = await declarationOf(page)
  await askAt(room, page, 'POST', `/api/texts/${text.id}/draft`)
  const { draft } = await askAt<TextView>(room, page, 'GET', `/api/texts/${text.id}`)
  return draft!.id
}

test('[A3] a paragraph is proposed, agreed ad referendum, confirmed and taken back, on both screens at once', async ({
  actors,
}) => {
  const fra = await actors.enter('chair', 'fra', { language: 'fr' })
  const jap = await actors.enter('chair', 'jap', { language: 'ja' })
  const version = (await declarationOf(fra)).versions.at(-1)!
  for (const page of [fra, jap]) await page.goto(`/versions/${version.id}`)
  await expect(markOf(fra, 'u20')).toHaveText(/proposé FRA/)
  await expect(markOf(jap, 'u20')).toHaveText(/仏提案/)

  await act(jap, 'u20', '確認を条件に仮合意')
  await expect(markOf(fra, 'u20')).toHaveText(/ad referendum/)
  await act(jap, 'u20', '自側の合意を確認')
  await expect(markOf(fra, 'u20')).toHaveText(/convenu/)
  await markOf(fra, 'u20').click()
  await expect(fra.getByRole('dialog', { name: /paragraphe \d+ : Convenu/ })).toContainText(
    'COPIL JAP – présidence',
  )
  await fra.getByRole('button', { name: 'Retirer notre accord' }).click()
  await expect(markOf(jap, 'u20')).toHaveText(/日提案/)
})

test('[A3] all that is unchanged is agreed at once by a chair who says so, without what has changed', async ({
  actors,
}) => {
  const fra = await actors.enter('chair', 'fra', { language: 'fr' })
  const jap = await actors.enter('chair', 'jap', { language: 'ja' })
  const { versions } = await declarationOf(fra)
  const [v1, answer] = versions.slice(-2)
  await fra.goto(`/versions/${answer!.id}`)
  await jap.goto(`/compare?from=version:${v1!.id}&to=version:${answer!.id}`)

  await jap.getByRole('button', { name: '変更のない20段落に合意…' }).click()
  const dialog = jap.getByRole('dialog')
  await expect(dialog).toContainText('V1')
  await expect(dialog.getByRole('listitem')).toHaveCount(20)
  await expect(dialog).toContainText('対象外（V1から変更あり）：段落3、6、16')
  await dialog.getByRole('button', { name: '合意する' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('合意するにはチェックを入れてください。')
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: '合意する' }).click()
  await expect(dialog).toHaveCount(0)

  await expect(markOf(fra, 'u30')).toHaveText(/convenu/)
  // Changed by the answer: nobody spoke of it.
  await expect(markOf(fra, 'u40')).toHaveText(/ouvert/)
  await markOf(fra, 'u30').click()
  await expect(fra.getByText('comme inchangé depuis V1').first()).toBeVisible()
})

test('[A3] an edit in the joint draft reopens the paragraph on the other’s screen, and undoing it does not', async ({
  actors,
  room,
}) => {
  const organiser = await actors.enter('organiser', null)
  await openJointStage(room, organiser, false)
  const fra = await actors.enter('chair', 'fra', { language: 'fr' })
  const jap = await actors.enter('chair', 'jap', { language: 'ja' })
  const draft = await jointDraft(room, fra)
  for (const page of [fra, jap]) await page.goto(`/drafts/${draft}`)
  await expect(markOf(fra, 'u04')).toHaveText(/convenu/)
  await expect(markOf(jap, 'u04')).toHaveText(/合意/)

  const rename = (from: string, to: string) =>
    writeIntoDraft(room, jap, draft, text => replaceWords(text, 'fr', from, to))
  await rename('Rappelant que', 'Soulignant que')
  await expect(markOf(fra, 'u04')).toHaveText(/ouvert.*rouvert/s)
  await expect(markOf(jap, 'u04')).toHaveText(/再協議/)
  await markOf(fra, 'u04').click()
  const card = fra.getByRole('dialog', { name: /Accord sur le paragraphe/ })
  await expect(card.locator('del')).toContainText('Rappelant')
  await expect(card.locator('ins')).toContainText('Soulignant')
  await rename('Soulignant que', 'Rappelant que')
  await expect(markOf(fra, 'u04')).toHaveText(/convenu/)
  await expect(markOf(jap, 'u04')).not.toHaveText(/再協議/)

  // What one types oneself counts at once, before anything is stored.
  const editor = fra.locator('[data-side="fr"]')
  await editor.locator('[data-unit="u05"]').first().click()
  await fra.keyboard.type('X')
  await expect(markOf(fra, 'u05')).toHaveText(/rouvert/)
  await expect(markOf(jap, 'u05')).toHaveText(/再協議/)
})

test('[A4] after the essential content is confirmed a locked paragraph is reopened by a chair with a reason, before both sides', async ({
  actors,
  room,
}) => {
  const organiser = await actors.enter('organiser', null)
  await openJointStage(room, organiser, true)
  const fra = await actors.enter('chair', 'fra', { language: 'fr' })
  const jap = await actors.enter('chair', 'jap', { language: 'ja' })
  const draft = await jointDraft(room, fra)
  for (const page of [fra, jap]) await page.goto(`/drafts/${draft}`)
  await expect(markOf(fra, 'u04')).toHaveAttribute('data-locked', 'true')
  await markOf(fra, 'u04').click()
  await expect(fra.getByRole('button', { name: 'Retirer notre accord' })).toHaveCount(0)
  await fra.getByRole('button', { name: 'Rouvrir…' }).click()

  const dialog = fra.getByRole('dialog', { name: /^Rouvrir le paragraphe/ })
  await expect(dialog).toContainText('les deux parties lisent votre motif')
  await dialog.getByRole('button', { name: 'Rouvrir avec ce motif' }).click()
  await expect(dialog.getByText('Indiquez le motif, dans une langue au moins.')).toBeVisible()
  await dialog.getByLabel('En français').fill('Une ville hôte manque dans la liste.')
  await dialog.getByRole('button', { name: 'Rouvrir avec ce motif' }).click()
  await expect(dialog).toHaveCount(0)

  await expect(markOf(jap, 'u04')).toHaveText(/日提案.*再協議/s)
  await expect(markOf(jap, 'u04')).not.toHaveAttribute('data-locked', 'true')
  await markOf(jap, 'u04').click()
  await expect(jap.getByText('Une ville hôte manque dans la liste.', { exact: false }).first()).toBeVisible()
  await jap.goto('/')
  await jap.getByRole('link', { name: '相手側が再協議とした1段落の理由を読む' }).click()
  await expect(markOf(jap, 'u04')).toBeFocused()
})

test('[A3] [D2] by keyboard: the next paragraph without our consent, its card, the consent; a filter from the first page', async ({
  actors,
}) => {
  const fra = await actors.enter('chair', 'fra', { language: 'fr', context: { bypassCSP: true } })
  await fra.getByRole('link', { name: 'Donner votre accord à 4 paragraphes proposés par COPIL JAP' }).click()
  await expect(markOf(fra, 'u02')).toBeFocused()
  await expect(fra.locator('[data-unit="u03"]')).toBeHidden()
  await fra.keyboard.press('a')
  await expect(markOf(fra, 'u31')).toBeFocused()
  await fra.keyboard.press('Enter')
  const card = fra.getByRole('dialog', { name: /Accord sur le paragraphe/ })
  await expect(card).toBeFocused()
  expect(await accessibilityFaults(fra)).toEqual([])
  await card.getByRole('button', { name: 'Donner notre accord', exact: true }).focus()
  await fra.keyboard.press('Enter')
  await expect(markOf(fra, 'u31')).toHaveText(/convenu/)
  await expect(card).toHaveCount(0)
  await expect(markOf(fra, 'u31')).toBeFocused()
  await fra.getByRole('button', { name: 'Tout afficher' }).click()
  await expect(fra.locator('[data-unit="u03"]')).toBeVisible()
  expect(await accessibilityFaults(fra)).toEqual([])
})

test('[M3] an observer sees no agreement, and a private draft takes no consent', async ({ actors, room }) => {
  const organiser = await actors.enter('organiser', null)
  const jap = await actors.enter('chair', 'jap', { language: 'ja' })
  const { versions, draft } = await declarationOf(jap)
  const answer = versions.at(-1)!
  await askAt(room, organiser, 'POST', `/api/versions/${answer.id}/opening`)
  const observer = await actors.enter('observer', null, { path: `/versions/${answer.id}` })
  await expect(observer.locator('[data-unit="u04"]')).toBeVisible()
  await expect(observer.locator('[data-agreement]')).toHaveCount(0)

  // There nothing can be agreed, neither one by one nor at once.
  await jap.goto(`/drafts/${draft!.id}`)
  await expect(jap.getByRole('button', { name: /段落に合意…/ })).toHaveCount(0)
  await markOf(jap, 'u34').click()
  await expect(jap.getByText('自側の案では合意できません。相手側には見えないためです。')).toBeVisible()
  await expect(jap.getByRole('button', { name: '自側として合意' })).toHaveCount(0)
})
