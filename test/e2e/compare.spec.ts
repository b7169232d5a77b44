/** Old and new, French and Japanese, on one screen. */

import type { Page } from '@playwright/test'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

/** From the text's page to the comparison of V1 with its answer. */
async function openAnswer(page: Page, compare: string): Promise<void> {
  const { text } = await declarationOf(page)
  await page.goto(`/texts/${text.id}`)
  await page
    .getByRole('row', { name: /^V1-FRA/ })
    .getByRole('link', { name: compare })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('V1 → V1-FRA')
}
const articles = (page: Page) => page.getByRole('article')

test('[C3] both languages stand on one screen, old and new, with an alarm where one changed alone', async ({
  actors,
}) => {
  const page = await actors.enter('reviewer', 'jap', { language: 'ja' })
  await openAnswer(page, '一つ前の版と比較')
  const row = articles(page).filter({ hasText: '各自治体の可能な範囲で' })
  await expect(row.locator('ins').filter({ hasText: 'dans la limite des' })).toBeVisible()
  await expect(row.locator('ins').filter({ hasText: '可能な範囲' })).toBeVisible()
  await expect(articles(page).filter({ hasText: 'フランス語のみ変更' })).not.toHaveCount(0)
  await expect(articles(page).filter({ hasText: '日本語のみ変更' })).not.toHaveCount(0)

  await page.getByRole('button', { name: '新旧対照表' }).click()
  const texts = row.locator('[data-state]')
  await expect(texts).toHaveCount(4)
  await expect(texts.nth(0).locator('ins')).toHaveCount(0)
  await expect(texts.nth(1).locator('ins')).not.toHaveCount(0)
  expect(await texts.nth(0).locator('[lang]').first().getAttribute('lang')).toBe('fr')
  expect(await texts.nth(3).locator('[data-kind]').first().getAttribute('lang')).toBe('ja')
})

test('[C4] changes are walked by keyboard, unchanged parts unfold, one-language changes can be filtered', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'fra', { language: 'fr' })
  await openAnswer(page, 'Comparer à la précédente')
  const status = page.getByRole('status').filter({ hasText: 'odification' })
  await expect(status).toHaveText('9 modifications')
  await page.keyboard.press('n')
  await expect(status).toHaveText('Modification 1 sur 9')
  await expect(page.locator('[aria-current=true]')).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  await page.keyboard.press('k')
  await expect(status).toHaveText('Modification 9 sur 9')

  const shown = await articles(page).count()
  await page
    .getByRole('button', { name: /sans changement.*2 paragraphes/ })
    .first()
    .click()
  await expect(articles(page)).toHaveCount(shown + 2)

  await page.getByLabel('Une seule langue modifiée').check()
  await expect(status).toContainText('2')
  await page.keyboard.press('n')
  await expect(page.locator('[aria-current=true]')).toContainText('seulement')
})

test('[D2] the single keys can be switched off, and stay off', async ({ actors }) => {
  const reader = await actors.enter('reviewer', 'fra', { language: 'fr' })
  await openAnswer(reader, 'Comparer à la précédente')
  const keys = reader.getByRole('checkbox', { name: 'Touches n et p' })
  await keys.uncheck()
  await reader.keyboard.press('n')
  await expect(reader.getByText('Modification 1 sur')).toHaveCount(0)
  await reader.reload()
  await expect(keys).not.toBeChecked()
  await keys.check()
  await reader.keyboard.press('n')
  await expect(reader.locator('[data-change="1"]')).toBeFocused()
})

test('[C4] the address holds the view, and opens the same for a colleague', async ({ actors }) => {
  const page = await actors.enter('drafter', 'fra', { language: 'fr' })
  await openAnswer(page, 'Comparer à la précédente')
  await page.getByRole('button', { name: 'Ancien | nouveau' }).click()
  await page.getByLabel('Une seule langue modifiée').check()
  await expect(page).toHaveURL(/view=columns.*only=alarms/)
  const colleague = await actors.enter('chair', 'fra', { language: 'fr', path: page.url() })
  await expect(colleague.getByRole('button', { name: 'Ancien | nouveau' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(colleague.getByLabel('Une seule langue modifiée')).toBeChecked()
  await expect(articles(colleague).filter({ has: colleague.locator('ins, del') })).toHaveCount(
    await articles(page)
      .filter({ has: page.locator('ins, del') })
      .count(),
  )

  await colleague.getByRole('button', { name: 'Inverser ancien et nouveau' }).click()
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('V1-FRA → V1')
})

test('[C1] a draft is compared with its base as it stands, words typed a moment ago included', async ({
  actors,
  room,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { text, draft } = await declarationOf(page)
  await writeIntoDraft(room, page, draft!.id, before =>
    replaceWords(before, 'ja', '私たちの約束', '私たちの誓い'),
  )
  await page.goto(`/texts/${text.id}`)
  await page.getByRole('link', { name: 'V1と比較' }).click()
  const row = articles(page).filter({ hasText: '誓い' })
  await expect(row).toContainText('日本語のみ変更')
  await expect(row.locator('ins').filter({ hasText: '誓い' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`[D2] the comparison has no accessibility fault that axe can find (${colorScheme})`, async ({
    actors,
  }) => {
    const page = await actors.enter('chair', 'fra', {
      language: 'fr',
      context: { colorScheme, bypassCSP: true },
    })
    await openAnswer(page, 'Comparer à la précédente')
    await expect(articles(page).first()).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
  })

test('[U7] on a narrow screen nothing runs over the edge, and each language is named', async ({ actors }) => {
  const page = await actors.enter('chair', 'jap', {
    language: 'ja',
    context: { viewport: { width: 390, height: 800 } },
  })
  const { versions } = await declarationOf(page)
  const [, v1, answer] = versions
  for (const view of ['', '&view=columns']) {
    await page.goto(`/compare?from=version:${v1!.id}&to=version:${answer!.id}${view}`)
    await expect(articles(page).first()).toBeVisible()
    expect(await overflow(page)).toBe(0)
  }
  await expect(articles(page).first().getByText('フランス語（新）')).toBeVisible()
})
